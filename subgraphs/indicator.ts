import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Province } from '#schema/provinces.ts'
import { type Target, targets } from '#schema/targets.ts'
import { findEverywhere } from './attached/places.ts'
import type { Db } from './database.ts'
import type { SourceTable } from './page/list.ts'

/** How one target is measured: an aggregate over a subgraph's own published rows. */
export type Measure = {
  /** Code of the target. */
  readonly code: string
  /** Kind in the subgraph's sources: without a release of it nothing is measured. */
  readonly kind: string
  /** The library that alone gives rows of this kind. */
  readonly library: string
  /** In Chinese, what is counted. */
  readonly method: string
  readonly value: SQL
  /** The year or quarter it is about; otherwise the day of the newest data. */
  readonly period?: SQL
}

/** A target and how far it is reached, by the names of the graph's `Indicator`. */
export type Indicator = Omit<Target, 'target'> & {
  readonly target: string | null
  /** What the target's parts leave without a home; null when it has no parts. */
  readonly unallocated: string | null
  readonly measured: string | null
  readonly method: string | null
  readonly period: string | null
}

type Measured = { readonly measured: string; readonly period: string }

/** The targets of one province, measured by one statement to each place where it has libraries. */
export async function readIndicators(
  db: Db,
  sources: PgTable & SourceTable,
  province: Province,
  measures: readonly Measure[],
): Promise<readonly Indicator[]> {
  const libraries = measures.map(({ library }) => library)
  const rows = await findEverywhere(db, libraries, (reader, { libraries: own }) => {
    const asked = measures.filter(({ library }) => own?.includes(library) ?? true)
    return reader
      .select({
        code: sql<string>`m.code`,
        measured: sql<string>`m.value`,
        period: sql<string>`coalesce(m.period, s.day)`,
      })
      .from(sql`(${sql.join(asked.map(selectOf), sql` union all `)}) m join ${newest(sources)} s using (kind)`)
      .where(sql`m.value is not null`)
  })
  const measured = new Map(rows.map(({ code, ...row }) => [code, row]))
  const methods = new Map(measures.map(({ code, method }) => [code, method]))
  return targets
    .filter((target) => target.province === province)
    .map((target) => indicatorOf(target, measured.get(target.code), methods.get(target.code)))
}

/** A target, with what was measured of it if anything was. */
export function indicatorOf({ target, ...rest }: Target, found?: Measured, method?: string): Indicator {
  return {
    ...rest,
    target: target === undefined ? null : String(target),
    unallocated: unallocated(rest.code, target),
    measured: found?.measured ?? null,
    period: found?.period ?? null,
    method: method ?? null,
  }
}

function selectOf({ code, kind, value, period }: Measure): SQL {
  return sql`select ${code}::text as code, ${kind}::text as kind, (${value})::text as value, (${period ?? sql`null`})::text as period`
}

function newest(sources: PgTable & SourceTable): SQL {
  const day = sql`to_char(max(${sources.asOf}) at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`
  return sql`(select ${sources.kind} as kind, ${day} as day from ${sources} group by ${sources.kind})`
}

function unallocated(code: string, target: number | undefined): string | null {
  const parts = targets.filter(({ parent }) => parent === code)
  if (target === undefined || parts.length === 0) return null
  return String(target - parts.reduce((sum, part) => sum + (part.target ?? 0), 0))
}
