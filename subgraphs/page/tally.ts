import DataLoader from 'dataloader'
import { and, type SQL, sql } from 'drizzle-orm'
import { within } from '../attached/places.ts'
import type { Asking, Filter } from './asking.ts'
import { countCodes, type FacetAnswer, mostCodes } from './facet.ts'
import type { List } from './list.ts'
import { compareText } from './merge.ts'

/** What is counted of one list in one request. */
export type Tallies = { total(): Promise<number>; facet(name: string): Promise<FacetAnswer> }

/** What is counted: the filter, and the same as a condition. */
export type Counting = { readonly filter: Filter; readonly condition: SQL | undefined }

type Counted = { readonly by: string; readonly code: string | null; readonly count: number }

/**
 * Counts the rows of a list and the values of its facets. Counts under the same condition read the rows once, in one
 * statement; `countingWithout` gives the condition without one filter, since a facet ignores its own.
 */
export function tallies(asking: Asking, list: List<never>, countingWithout: (ignored?: string) => Counting): Tallies {
  const { filter } = countingWithout()
  const ignoredBy = (name: string) => {
    const own = list.facets[name]?.filter
    return own !== undefined && filter[own] != null ? own : undefined
  }
  const counts = new DataLoader<string, readonly Counted[]>(async (names) => {
    const together = Map.groupBy(names, ignoredBy)
    const found = await Promise.all(
      Array.from(together, ([ignored, group]) => countEverywhere(asking, list, group, countingWithout(ignored))),
    )
    const byName = Map.groupBy(found.flat(), ({ by }) => by)
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

async function countEverywhere(
  asking: Asking,
  list: List<never>,
  names: readonly string[],
  { filter, condition }: Counting,
): Promise<readonly Counted[]> {
  const parts = await asking.ask(filter, async (place, isAlone) => {
    const bounded = and(condition, within(place, list.table.library))
    return (await place.reader.execute(countAll(list, names, bounded, isAlone))) as unknown as Counted[]
  })
  return parts.length === 1 ? parts[0]! : summed(parts.flat())
}

/** Adds up what several places counted, and orders it as one place does. */
function summed(counts: readonly Counted[]): readonly Counted[] {
  const byCode = Map.groupBy(counts, ({ by, code }) => `${by} ${code}`)
  const sums = Array.from(byCode.values(), (group) => {
    return { ...group[0]!, count: group.reduce((sum, { count }) => sum + count, 0) }
  })
  const byName = Map.groupBy(sums, ({ by }) => by)
  return Array.from(byName.values(), (group) =>
    group.sort((a, b) => b.count - a.count || compareText(a.code ?? '', b.code ?? '')).slice(0, mostCodes),
  ).flat()
}

function countAll(list: List<never>, names: readonly string[], condition: SQL | undefined, isAlone: boolean): SQL {
  const rows = sql`${list.table} ${condition && sql`where ${condition}`}`
  if (names.length === 1) return countOne(list, names[0]!, rows, isAlone)
  const columns = new Set(names.flatMap((name) => list.facets[name]?.column ?? []))
  const parts = names.map((name) => sql`(${countOne(list, name, sql`hit`, isAlone)})`)
  return sql`with hit as materialized (select ${sql.join([...columns], sql`, `)} from ${rows})
    ${sql.join(parts, sql` union all `)}`
}

function countOne({ facets }: List<never>, name: string, from: SQL, isAlone: boolean): SQL {
  const facet = facets[name]
  return facet
    ? countCodes(name, facet, from, isAlone)
    : sql`select ${sql.raw(`'${total}'`)} as by, null as code, count(*) as count from ${from}`
}
