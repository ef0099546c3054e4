import { getTableName } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { SharingClass } from './policy.ts'
import { policy } from './policy.ts'
import { type FactColumns, policySql } from './sql.ts'

/** A table under row security: of what class its rows are, and where the facts of a row stand. */
export type Guarded = {
  readonly table: PgTable
  readonly sharing: Exclude<SharingClass, 'UNCONDITIONAL'>
  readonly facts: FactColumns
  /** The graph's type of its rows, where they can be found through `Query.node`. */
  readonly node?: string
}

/** A table under row security that has columns for library and province. */
export function guard(
  table: PgTable,
  sharing: Guarded['sharing'],
  facts: Omit<FactColumns, 'library' | 'province'> = {},
  node?: string,
): Guarded {
  return { table, sharing, facts: { library: 'library', province: 'province', ...facts }, ...(node && { node }) }
}

/** The policy that a migration has to give the table. */
export function readerPolicy({ table, sharing, facts }: Guarded): string {
  const { schema } = getTableConfig(table)
  const values = Object.keys(factTypes).map((fact) => facts[fact as keyof FactColumns] ?? 'null')
  return `create policy reader on ${schema}.${getTableName(table)} for select to lianku_reader
  using (${nameOf(sharing)}(${values.join(', ')}));`
}

/**
 * The functions that a migration has to make of the policy table: whether the viewer of the unit of work may see a row.
 * In plpgsql, since setting one up in SQL takes twenty times as long, by which a hidden row is told from an absent one.
 */
export function policyFunctions(table = policy): string {
  const parameters = Object.entries(factTypes).map(([fact, type]) => `${fact} ${type}`)
  const columns = Object.fromEntries(Object.keys(factTypes).map((fact) => [fact, fact]))
  return guardedClasses
    .map(
      (sharing) => `create or replace function ${nameOf(sharing)}(${parameters.join(', ')})
returns boolean language plpgsql stable parallel safe as $policy$
declare viewer constant jsonb := lianku.viewer();
begin
  return ${policySql(sharing, columns, { table, viewer: 'viewer' })};
end $policy$;`,
    )
    .join('\n\n')
}

export const guardedClasses = ['CONDITIONAL', 'NOT_SHARED', 'PERSONAL'] as const

const factTypes: Readonly<Record<keyof FactColumns, string>> = {
  library: 'text',
  province: 'text',
  organizations: 'text[]',
  subject: 'text',
  consents: 'text[]',
}

function nameOf(sharing: Guarded['sharing']): string {
  return `lianku.sees_${sharing.toLowerCase()}`
}
