import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** One dimension of counting. `filter` names the filter field that the facet ignores: its own. */
export type FacetSource = {
  readonly column: PgColumn
  readonly filter?: string
  /** The column is an array: each of its values counts. */
  readonly many?: true
  /** Only the first characters count, e.g. 4 of a date for its year, 1 of an IPC symbol for its section. */
  readonly characters?: number
  /** Chinese name of a code; or the enum whose descriptions name them. */
  readonly label?: (code: string) => string | undefined
  readonly enum?: string
}

export type FacetAnswer = { readonly by: string; readonly values: readonly FacetValue[] }

export type FacetValue = {
  readonly code: string
  readonly count: number
  readonly label?: string | undefined
  readonly enum?: string | undefined
}

/** Values that a facet shows at most. */
export const mostCodes = 100

/**
 * Counts the values of one dimension, from many to few: rows of `by`, `code` and `count`. Where other places count too
 * all of them are wanted, since many of a value may come from many places.
 */
export function countCodes(by: string, facet: FacetSource, from: SQL, isAlone: boolean): SQL {
  const { column, many, characters } = facet
  const name = sql.identifier(column.name)
  const value = many ? sql`unnest(${name})` : sql`${name}`
  const code = characters ? sql`left(${value}, ${sql.raw(String(characters))})` : value
  return sql`select ${sql.raw(`'${by}'`)} as by, code, count(*) as count from (select ${code} as code from ${from}) codes
    where code is not null group by code order by count desc, code ${sql.raw(isAlone ? `limit ${mostCodes}` : '')}`
}
