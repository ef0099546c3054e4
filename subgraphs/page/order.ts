import { and, asc, desc, eq, gt, gte, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { HubError } from '#schema/errors.ts'
import { fixed } from './columns.ts'
import type { Position } from './cursor.ts'
import type { List, ListArguments, Order } from './list.ts'

/** The total order of one query: its keys, and the id that breaks ties. */
export type Ordering = { readonly keys: readonly OrderKey[]; readonly id: PgColumn }

type OrderKey = {
  /** Never null. */
  readonly by: SQL
  readonly direction: 'ASC' | 'DESC'
  readonly type: Order['type']
  readonly isScore?: true
}

/** Order by a text column that may be null: unknown values come last in both directions. Expects `COLLATE "C"`. */
export const textOrder = (column: PgColumn): Order => ({
  ASC: sql`coalesce(${column}, '~')`,
  DESC: sql`coalesce(${column}, '')`,
  type: 'text',
})

/** Order by a text column that is never null. */
export const keyOrder = (column: PgColumn): Order => ({ ASC: sql`${column}`, DESC: sql`${column}`, type: 'text' })

/** Order by a number that may be null: unknown values come last in both directions. */
export const numericOrder = (column: PgColumn): Order => ({
  ASC: sql`coalesce(${column}, 'Infinity')`,
  DESC: sql`coalesce(${column}, '-Infinity')`,
  type: 'numeric',
})

/** With a search and no order of its own, a list is ordered by relevance; otherwise by id. */
export function readOrder(list: List<never>, orderBy: ListArguments['orderBy'], relevance: SQL | undefined): Ordering {
  const asked = orderBy ?? []
  if (asked.length > 3) throw new HubError('BAD_PAGE', `orderBy 最多 3 项，收到 ${asked.length} 项。`)
  const keys = asked.map(({ field, direction: given }): OrderKey => {
    const order = list.orders[field]!
    const direction = given ?? 'ASC'
    return { by: fixed(order[direction]), direction, type: order.type }
  })
  if (keys.length === 0 && relevance) keys.push({ by: relevance, direction: 'DESC', type: 'numeric', isScore: true })
  return { keys, id: list.table.id }
}

export function orderTerms({ keys, id }: Ordering, backward: boolean): SQL[] {
  const terms = keys.map(({ by, direction }) => ((direction === 'ASC') !== backward ? asc(by) : desc(by)))
  return [...terms, backward ? desc(id) : asc(id)]
}

/** The order's keys as text columns, so that a cursor can be made of the row without rounding. */
export function keyColumns({ keys }: Ordering): SQL[] {
  return keys.map(({ by }, index) => sql`(${by})::text as ${sql.identifier(`key${index}`)}`)
}

/** Rows beyond a position: `(a < x) OR (a = x AND id > y)`, with the first key's bound said apart for the index. */
export function beyond({ keys, id }: Ordering, position: Position, backward: boolean): SQL | undefined {
  if (position.keys.length !== keys.length) throw new HubError('BAD_CURSOR')
  const idBeyond = backward ? lt(id, position.id) : gt(id, position.id)
  const values = keys.map(({ type }, index) => bound(position.keys[index]!, type))
  const nested = keys.reduceRight<SQL | undefined>((rest, key, index) => {
    const value = values[index]!
    const further = isForward(key, backward) ? gt(key.by, value) : lt(key.by, value)
    return or(further, and(eq(key.by, value), rest))
  }, idBeyond)
  const [first] = keys
  if (!first) return nested
  const reached = isForward(first, backward) ? gte(first.by, values[0]!) : lte(first.by, values[0]!)
  return and(reached, nested)
}

const isForward = (key: OrderKey, backward: boolean) => (key.direction === 'ASC') !== backward

function bound(value: string, type: Order['type']): SQL {
  return type === 'text' ? sql`${value}` : sql`${value}::${sql.raw(type)}`
}
