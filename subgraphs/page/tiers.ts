import { and, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { plannedAnew } from '../database/connection.ts'
import type { Reading } from '../search/reading.ts'
import { fixed, selectionFor } from './columns.ts'
import type { Position } from './cursor.ts'
import type { List } from './list.ts'
import { beyond, type Ordering, orderTerms } from './order.ts'
import type { Slice } from './slice.ts'

/**
 * The order of a search that finds too many records to rank each: those with its words in their name (or in what else
 * leads in the list), then the others. Equals follow by chance, which is of the record alone, so that no library comes
 * first by its name, and an index has them in this order.
 */
export type Tiers = readonly { readonly score: number; readonly condition: SQL }[]

export function tiersOf({ table, leading = '{a}' }: List<never>, { required, leadsOften }: Reading): Tiers {
  const { id, tokens } = table
  const chance = chanceOf(id)
  const words = fixed(
    sql`(ts_filter(${tokens}, ${sql.raw(`'${leading}'`)}) || array_to_tsvector(array['#' || left(md5(${id}), 1)]))`,
  )
  const leads = sql`${words} @@ ${required}::tsquery`
  const others = sql`${tokens} @@ ${required}::tsquery and not ${leads}`
  if (leadsOften)
    return [
      { score: 2, condition: leads },
      { score: 1, condition: others },
    ]
  // Among some thousand names with the words, an index finds the last sixteenth apart, and the page in it.
  const marked = sql`${words} @@ ${`(${required}) & '#f'`}::tsquery`
  return [
    { score: 2, condition: marked },
    { score: 2, condition: sql`${leads} and ${chance} < ${sql.raw(lastSixteenth)}` },
    { score: 1, condition: others },
  ]
}

/** Whether a page was in tiers. A rank is below one, so the pages that follow keep to what the first one did. */
export function isTiered({ keys }: Position): boolean {
  return Number(keys[0]) >= 1
}

/** The statement of a page in tiers. Where a tier fills it, the limit of the next is zero, and it is never read. */
export function tieredPage(
  list: List<never>,
  fields: ReadonlySet<string>,
  tiers: Tiers,
  { size, backward, from, until }: Slice,
  condition: SQL | undefined,
): SQL {
  const { id } = list.table
  const chance = chanceOf(id)
  const ordering: Ordering = { keys: [{ by: chance, direction: 'DESC', type: 'integer' }], id }
  const order = sql.join(orderTerms(ordering, backward), sql`, `)
  const pages = (backward ? tiers.toReversed() : tiers).map(({ score, condition: tier }, at) => {
    const within = (position: Position): Position => {
      return { ...position, keys: [String(Math.round((Number(position.keys[0]) - score) / unit))] }
    }
    const reached = and(
      condition,
      tier,
      from && beyond(ordering, within(from), backward),
      until && beyond(ordering, within(until), !backward),
    )
    const earlier = Array.from({ length: at }, (_, i) => ` - (select count(*) from tier${i})`)
    return sql`${sql.raw(`tier${at}`)} as materialized (
      select * from (
        select ${selectionFor(list, fields)}, ${sql.raw(String(score))} + ${chance} * ${sql.raw(String(unit))} as key0
        from ${fixed(list.table)} where ${reached} order by ${order} limit ${size + 1}
      ) page limit ${size + 1}${sql.raw(earlier.join(''))})`
  })
  const found = pages.map((_, at) => `select * from tier${at}`).join(' union all ')
  return sql`${sql.raw(plannedAnew)} with ${sql.join(pages, sql`, `)}
    ${sql.raw(`${found} order by key0 ${backward ? 'asc, id desc' : 'desc, id'}`)}`
}

// Of 20 bits, so that a score has all of it in seven decimals.
const unit = 0.0000005
const lastSixteenth = String(0xf0000)

function chanceOf(id: PgColumn): SQL {
  return fixed(sql`(('x' || left(md5(${id}), 5))::bit(20)::int)`)
}
