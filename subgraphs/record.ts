import {
  customType,
  integer,
  jsonb,
  type PgColumnBuilderBase,
  type PgSchema,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { type GraphQLResolveInfo, type GraphQLSchema, isEnumType } from 'graphql'
import { flags as flagCatalogue } from '#schema/flags.ts'
import type { Province } from '#schema/provinces.ts'
import { ruleOf } from '#schema/rules.ts'
import type { Flag } from './intake/record.ts'
import type { FacetValue } from './page/facet.ts'
import { guard } from './policy/guard.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** The columns every record table opens with; property names are the graph's field names. */
export function recordColumns() {
  return {
    id: text('id').primaryKey(),
    library: text('library').notNull(),
    localId: text('local_id').notNull(),
    province: text('province').$type<Province>(),
    updatedOn: text('updated_on'),
    provenance: jsonb('provenance').$type<Provenance>().notNull(),
    flags: jsonb('flags').$type<readonly Flag[]>().notNull(),
    /** Pinyin of the name or title, for order. */
    sortKey: text('sort_key').notNull(),
    /** Words of the record with weights, for search. */
    tokens: tsvector('tokens').notNull(),
  }
}

/**
 * The public table of a record kind, and its twin for rows that are nobody's without a right to them. `organizations`
 * is an SQL array of the organizations a row is of.
 */
export function twinTables<Columns extends Record<string, PgColumnBuilderBase>>(
  schema: PgSchema,
  name: string,
  columns: () => Columns,
  organizations?: string,
) {
  const restricted = schema.table(`restricted_${name}`, columns())
  const guarded = guard(restricted, 'CONDITIONAL', organizations ? { organizations } : {})
  return { open: schema.table(name, columns()), restricted, guarded }
}

/** The public rows of a kind as they stood before a later release changed or ended them. */
export function pastTable<Columns extends Record<string, PgColumnBuilderBase>>(
  schema: PgSchema,
  name: string,
  columns: Columns,
) {
  const validity = { fromRelease: integer('from_release').notNull(), toRelease: integer('to_release').notNull() }
  return schema.table(`past_${name}`, { ...columns, ...validity })
}

/** The releases of every library by number, and the day each speaks for. */
export function releaseTable(schema: PgSchema) {
  return schema.table('release', {
    library: text('library').notNull(),
    number: integer('number').notNull(),
    asOf: timestamp('as_of', { mode: 'string', withTimezone: true }).notNull(),
  })
}

/** The columns of a record table that the graph reads; words and sort keys stay in the database. */
export function shownColumns<Columns extends Record<Hidden, unknown>>(columns: Columns): Omit<Columns, Hidden> {
  const { tokens, sortKey, ...shown } = columns
  return shown
}

/** What of a row the graph never sees. */
export type Hidden = 'tokens' | 'sortKey'

/** What a subgraph knows of the libraries that feed one of its lists: how many public records, as of when. */
export function sourceTable(schema: PgSchema) {
  return schema.table('source', {
    library: text('library').notNull(),
    kind: text('kind').notNull(),
    province: text('province').$type<Province>(),
    rows: integer('rows').notNull(),
    asOf: timestamp('as_of', { mode: 'string', withTimezone: true }).notNull(),
    /** Months after `asOf` from which the library counts as stale; null when it files continuously. */
    cycleMonths: integer('cycle_months'),
  })
}

export type Provenance = {
  readonly release: string
  readonly file: string
  readonly sheet?: string
  readonly row: number
  readonly synthetic: boolean
}

/** Resolvers of the fields every record has. */
export const recordResolvers = {
  library: (row: { library: string }) => ({ id: row.library }),
}

/** Resolvers of the value types that every subgraph repeats. */
export const valueResolvers = {
  Flag: {
    label: (flag: Flag) => flagCatalogue[flag.code].zh,
    severity: (flag: Flag) => flagCatalogue[flag.code].severity,
    rule: (flag: Flag) => ruleOf(flag.code)?.id,
    ruleVersion: (flag: Flag) => flagCatalogue[flag.code].ruleVersion,
    clause: (flag: Flag) => (flagCatalogue[flag.code] as { readonly clause?: string }).clause,
  },
  FacetValue: {
    label: (value: FacetValue, _: unknown, __: unknown, { schema }: GraphQLResolveInfo) =>
      value.label ?? (value.enum && enumLabel(schema, value.enum, value.code)),
  },
}

/** Chinese name of an enum value: the first sentence of its description. */
function enumLabel(schema: GraphQLSchema, enumName: string, value: string): string | undefined {
  const type = schema.getType(enumName)
  return isEnumType(type) ? type.getValue(value)?.description?.split('。')[0] : undefined
}
