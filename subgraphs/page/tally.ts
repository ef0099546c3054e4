import DataLoader from 'dataloader'
import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { countCodes, type FacetAnswer } from './facet.ts'
import type { List } from './list.ts'

/** What is counted of one list in one request. */
export type Tallies = { total(): Promise<number>; facet(name: string): Promise<FacetAnswer> }

type Counted = { readonly by: string; readonly code: string | null; readonly count: number }

/**
 * Counts the rows of a list and the values of its facets. Counts under the same condition read the rows once, in one
 * statement; `conditionFor` gives the condition without one filter, since a facet ignores its own.
 */
export function tallies(
  reader: Reader,
  list: List<never>,
  hasFilter: (name: string) => boolean,
  conditionFor: (ignored?: string) => SQL | undefined,
): Tallies {
  const ignoredBy = (name: string) => {
    const own = list.facets[name]?.filter
    return own !== undefined && hasFilter(own) ? own : undefined
  }
  const counts = new DataLoader<string, readonly Counted[]>(async (names) => {
    const together = Map.groupBy(names, ignoredBy)
    const found = await Promise.all(
      Array.from(together, ([ignored, group]) => reader.execute(countAll(list, group, conditionFor(ignored)))),
    )
    const byName = Map.groupBy(found.flat() as unknown as Counted[], ({ by }) => by)
    return names.map((name) => byName.get(name) ?? [])
  })
  return {
    total: async () => (await counts.load(total))[0]!.count,
    async facet(name) {
      const { label, enum: enumName } = list.facets[name]!
      const values = (await counts.load(name)).map(({ code, count }) => ({
        code: code!,
        count,
        label: label?.(code!),
        enum: enumName,
      }))
      return { by: name, values }
    },
  }
}

const total = '*'

function countAll(list: List<never>, names: readonly string[], condition: SQL | undefined): SQL {
  const rows = sql`${list.table} ${condition && sql`where ${condition}`}`
  if (names.length === 1) return countOne(list, names[0]!, rows)
  const columns = new Set(names.flatMap((name) => list.facets[name]?.column ?? []))
  const parts = names.map((name) => sql`(${countOne(list, name, sql`hit`)})`)
  return sql`with hit as materialized (select ${sql.join([...columns], sql`, `)} from ${rows})
    ${sql.join(parts, sql` union all `)}`
}

function countOne({ facets }: List<never>, name: string, from: SQL): SQL {
  const facet = facets[name]
  return facet
    ? countCodes(name, facet, from)
    : sql`select ${sql.raw(`'${total}'`)} as by, null as code, count(*) as count from ${from}`
}
