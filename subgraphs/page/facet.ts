import { and, count, desc, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Reader } from '../database.ts'
import type { List } from './list.ts'

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

/** Counts the values of one dimension, from many to few; at most 100. */
export async function countFacet(
  reader: Reader,
  list: List<never>,
  by: string,
  condition: SQL | undefined,
): Promise<FacetAnswer> {
  const facet = list.facets[by]!
  const value = codeOf(facet)
  const counted = reader
    .select({ code: value.as('code'), id: list.table.id })
    .from(list.table)
    .where(and(condition, sql`${facet.column} IS NOT NULL`))
    .as('counted')
  const total = count()
  const rows = await reader
    .select({ code: counted.code, count: total })
    .from(counted)
    .groupBy(counted.code)
    .orderBy(desc(total), counted.code)
    .limit(100)
  return { by, values: rows.map((row) => ({ ...row, label: facet.label?.(row.code), enum: facet.enum })) }
}

function codeOf({ column, many, characters }: FacetSource): SQL<string> {
  const value = many ? sql`unnest(${column})` : sql`${column}`
  return characters ? sql`left(${value}, ${sql.raw(String(characters))})` : (value as SQL<string>)
}
