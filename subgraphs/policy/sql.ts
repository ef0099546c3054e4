import { type Role, roles } from '#schema/viewer.ts'
import { type Condition, type Facts, policy, type SharingClass } from './policy.ts'

/**
 * SQL expressions, usually column names, that hold the facts of a row, organizations and consents as arrays; a
 * condition on one that is left out never holds.
 */
export type FactColumns = { readonly [Fact in keyof Facts]?: string }

/**
 * The policy table's column of one class as a boolean SQL expression, never null, over the viewer of the unit of work:
 * `create policy reader on talent.personal for select to lianku_reader using (…)`. Without a viewer it is false.
 */
export function policySql(
  sharing: SharingClass,
  columns: FactColumns,
  { table = policy, viewer = viewerOnce }: { readonly table?: typeof policy; readonly viewer?: string } = {},
): string {
  const arms = roles.flatMap((role) => {
    const opens = anyOf(table[role][sharing].when, columns, viewer)
    return opens === 'false' ? [] : [`    when ${literal(role)} then ${opens}`]
  })
  if (arms.length === 0) return 'false'
  return `coalesce(\n  case ${viewer} ->> 'role'\n${arms.join('\n')}\n  end, false)`
}

// As a scalar subquery it is computed once in a statement and not once a row.
const viewerOnce = '(select lianku.viewer())'

function anyOf(when: (typeof policy)[Role][SharingClass]['when'], columns: FactColumns, viewer: string): string {
  const alternatives = when.map((conditions) => allOf(conditions, columns, viewer)).filter((it) => it !== 'false')
  if (alternatives.includes('true')) return 'true'
  return alternatives.length === 0 ? 'false' : alternatives.join(' or ')
}

function allOf(conditions: readonly Condition[], columns: FactColumns, viewer: string): string {
  const parts = conditions.map((condition) => conditionSql[condition](columns, viewer))
  if (parts.includes(undefined)) return 'false'
  return parts.length === 0 ? 'true' : parts.join(' and ')
}

const conditionSql: Readonly<Record<Condition, (columns: FactColumns, viewer: string) => string | undefined>> = {
  SELF: ({ subject }, viewer) => subject && `coalesce(${subject} = ${viewer} ->> 'subject', false)`,
  OWN_ORGANIZATION: ({ organizations }, viewer) =>
    organizations && `coalesce(${viewer} ->> 'organization' = any(${organizations}), false)`,
  OWN_LIBRARY: ({ library }, viewer) => library && `coalesce(${viewer} -> 'libraries' ? ${library}, false)`,
  OWN_PROVINCE: ({ province }, viewer) => province && `coalesce(${province} = ${viewer} ->> 'province', false)`,
  CONSENT: ({ consents }, viewer) => consents && `coalesce(${viewer} -> 'purposes' ?| ${consents}, false)`,
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
