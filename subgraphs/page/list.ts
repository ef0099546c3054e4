import type { SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { FacetSource } from './facet.ts'
import type { Filters } from './filter.ts'

/** One list of the graph: which table it reads and what it may be asked for. A value beside the tables. */
export type List<Row> = {
  /** Name of the root field, e.g. `demands`. Cursors are bound to it. */
  readonly name: string
  readonly table: PgTable & RecordTable
  /** Its twin for records that are not for everybody, where it has one. */
  readonly restricted?: PgTable & RecordTable
  /** This list is over the twin. */
  readonly isTwin?: true
  /** This list is over what was public at a date. */
  readonly isPast?: true
  /** What it takes to ask the list as of a date. */
  readonly history?: { readonly past: PgTable & PastTable; readonly releases: PgTable & ReleaseTable }
  /** Libraries that feed the list, with their counts; rows of this `kind`. */
  readonly sources: PgTable & SourceTable
  readonly kind: string
  /** What a row of the list carries, by property name. */
  readonly columns: { readonly [K in keyof Row]: PgColumn }
  /** Columns read by fields that are not named after one, e.g. `enterprise: ['enterpriseId']`; none for a loader's. */
  readonly needs?: Readonly<Record<string, readonly (keyof Row & string)[]>>
  /** Weights of the words that let a record lead in a search that finds very many; those of its name unless told. */
  readonly leading?: '{a}' | '{a,b}'
  readonly filters: Filters
  /** Filters that compare records of several libraries, which only works where all of them are. */
  readonly comparing?: readonly string[]
  readonly orders: Readonly<Record<string, Order>>
  readonly facets: Readonly<Record<string, FacetSource>>
}

export type RecordTable = {
  readonly id: PgColumn
  readonly library: PgColumn
  readonly province: PgColumn
  readonly tokens: PgColumn
  readonly provenance: PgColumn
}

/** Rows that were public from one release of their library until before another. */
export type PastTable = Pick<RecordTable, 'id' | 'library'> & {
  readonly fromRelease: PgColumn
  readonly toRelease: PgColumn
}

export type ReleaseTable = { readonly library: PgColumn; readonly number: PgColumn; readonly asOf: PgColumn }

export type SourceTable = {
  readonly library: PgColumn
  readonly kind: PgColumn
  readonly province: PgColumn
  readonly rows: PgColumn
  readonly asOf: PgColumn
  readonly cycleMonths: PgColumn
}

/** An expression to order by, never null, one per direction so that unknown values come last both ways. */
export type Order = { readonly ASC: SQL; readonly DESC: SQL; readonly type: 'text' | 'numeric' | 'integer' }

/** What every list field takes. */
export type ListArguments = {
  readonly search?: string | null
  readonly filter?: Readonly<Record<string, unknown>> | null
  readonly orderBy?: readonly { readonly field: string; readonly direction?: 'ASC' | 'DESC' | null }[] | null
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
  /** Lists restricted records instead, of those the viewer may see. */
  readonly restricted?: boolean | null
  /** A partial date: of each library the release in force then, by the day its content speaks for. */
  readonly asOf?: string | null
}
