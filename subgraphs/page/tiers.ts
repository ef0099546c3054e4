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
 * first by its name, and an index has them in this order. The last sixteenth by chance comes first, as tiers of its own:
 * a page of words that stand in many records is found in it on the way along that index, which may go no further, since
 * words that never meet would lead it past every record there is.
 */
export type Tiers = readonly Tier[]

type Tier = {
  readonly score: number
  readonly condition: SQL
  /** Records are found by their words and put in order then, not looked for in the order of the index. */
  readonly gathered: boolean
}

export function tiersOf({ table, leading = '{a}' }: List<never>, reading: Reading): Tiers {
  const { required, leadsOften, findsOften } = reading
  const { id, tokens } = table
  const words = fixed(
    sql`(ts_filter(${tokens}, ${sql.raw(`'${leading}'`)}) || array_to_tsvector(array['#' || left(md5(${id}), 1)]))`,
  )
  const leads = sql`${words} @@ ${required}::tsquery`
  const others = sql`${tokens} @@ ${required}::tsquery and not ${leads}`
  const isLast = sql`${chanceOf(id)} >= ${sql.raw(lastSixteenth)}`
  const isEarlier = sql`${chanceOf(id)} < ${sql.raw(lastSixteenth)}`
  // Among some thousand names with the words, their index finds that sixteenth apart.
  const marked = sql`${words} @@ ${`(${required}) & '#f'`}::tsquery`
  return [
    leadsOften
      ? { score: 2, condition: sql`${leads} and ${isLast}`, gathered: false }
      : { score: 2, condition: marked, gathered: true },
    { score: 2, condition: sql`${leads} and ${isEarlier}`, gathered: true },
    ...(findsOften ? [{ score: 1, condition: sql`${others} and ${isLast}`, gathered: false }] : []),
    { score: 1, condition: findsOften ? sql`${others} and ${isEarlier}` : others, gathered: true },
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
  const orderBy = (by: SQL): Ordering => ({ keys: [{ by, direction: 'DESC', type: 'integer' }], id })
  const ordering = orderBy(chance)
  const pages = (backward ? tiers.toReversed() : tiers).map(({ score, condition: tier, gathered }, at) => {
    // No index has the order of a sum.
    const order = orderTerms(gathered ? orderBy(sql`${chance} + 0`) : ordering, backward)
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
        from ${fixed(list.table)} where ${reached} order by ${sql.join(order, sql`, `)} limit ${size + 1}
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
