import { eq, gte, lte, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { HubError } from '#schema/errors.ts'
import { anyOf as anyValueOf } from '../database.ts'

/** Conditions by the name of the filter's input field. Lists mean "any of"; fields are joined by "and". */
export type Filters = Readonly<Record<string, (value: never) => SQL | undefined>>

// One value is the common case, and lets an index that begins with the column give the order as well.
export const anyOf = (column: PgColumn) => (values: readonly string[]) =>
  values.length === 1 ? eq(column, values[0]) : anyValueOf(column, bounded(values))

export const overlaps = (column: PgColumn) => (values: readonly string[]) =>
  sql`${column} && ${sql.param(bounded(values))}`

/** Matches codes that begin with one of the given ones, e.g. a province's or a city's regions, or an IPC class. */
export const startsWith =
  (column: PgColumn, width = 0) =>
  (values: readonly string[]) =>
    or(
      ...bounded(values).map((value) => {
        const prefix = width > 0 ? value.replace(/(00)+$/, '') : value
        return sql`${column} >= ${prefix} AND ${column} < ${after(prefix)}`
      }),
    )

export const between = (column: PgColumn) => (range: { gte?: string | null; lte?: string | null }) =>
  allOf(range.gte ? gte(column, range.gte) : undefined, range.lte ? lte(column, range.lte) : undefined)

/** Partial dates match by overlap: `2023-05` lies in `{gte: "2023-05-20"}`. Expects `COLLATE "C"`. */
export const dated = (column: PgColumn) => (range: { gte?: string | null; lte?: string | null }) =>
  allOf(
    range.gte ? or(gte(column, range.gte), anyValueOf(column, prefixes(range.gte))) : undefined,
    range.lte ? lte(column, `${range.lte}~`) : undefined,
  )

export const equals = (column: PgColumn) => (value: boolean) => sql`${column} = ${value}`

function allOf(...conditions: (SQL | undefined)[]): SQL | undefined {
  const present = conditions.filter((condition) => condition !== undefined)
  return present.length === 0 ? undefined : sql.join(present, sql` AND `)
}

function bounded(values: readonly string[]): readonly string[] {
  if (values.length > 100) throw new HubError('BAD_FILTER', `一个筛选条件最多 100 个取值，收到 ${values.length} 个。`)
  return values
}

/** `2023-05-20` → `2023`, `2023-05`. */
function prefixes(date: string): string[] {
  const parts = date.split('-')
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('-'))
}

/** The smallest text greater than every text with this prefix. */
function after(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCodePoint((prefix.at(-1)?.codePointAt(0) ?? 0) + 1)
}
