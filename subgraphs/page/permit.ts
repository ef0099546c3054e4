import type { GraphQLSchema } from 'graphql'
import { HubError } from '#schema/errors.ts'
import type { Role } from '#schema/viewer.ts'
import { classifiedFields } from '../policy/mask.ts'
import { mayQuery, policy, reasons, type SharingClass } from '../policy/policy.ts'
import { typeOf } from './columns.ts'
import type { List, ListArguments } from './list.ts'

/**
 * Refuses to filter or order a list by a field of which the role does not see every value: the answer would tell it.
 * Depends on role and field only, never on what is there.
 */
export function refuseUnseen(
  list: List<never>,
  { filter, orderBy }: ListArguments,
  role: Role,
  schema: GraphQLSchema,
): void {
  for (const [name, value] of Object.entries(filter ?? {})) if (value != null) refuse(list, name, role, schema)
  for (const { field } of orderBy ?? []) refuse(list, field, role, schema)
}

/** The same for a dimension to count by. */
export function refuseUnseenFacet(list: List<never>, facet: string, role: Role, schema: GraphQLSchema): void {
  refuse(list, facet, role, schema)
  refuse(list, list.facets[facet]?.filter ?? facet, role, schema)
}

function refuse(list: List<never>, asked: string, role: Role, schema: GraphQLSchema) {
  const field = fieldNamed(asked)
  const sharing = classesOf(schema).get(`${typeOf(list)}.${field}`)
  if (sharing === undefined || mayQuery(role, sharing)) return
  throw new HubError('NOT_PERMITTED', `不能按 ${field} 筛选、排序或统计：${reasons[policy[role][sharing].otherwise]}`)
}

/** Filters bear the name of their field; orders and facets the same in capitals, `HORIZONTAL_FUNDING`. */
function fieldNamed(asked: string): string {
  if (asked !== asked.toUpperCase()) return asked
  return asked.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

const known = new WeakMap<GraphQLSchema, ReadonlyMap<string, SharingClass>>()

function classesOf(schema: GraphQLSchema): ReadonlyMap<string, SharingClass> {
  const classes =
    known.get(schema) ??
    new Map(classifiedFields(schema).map(([type, field, sharing]) => [`${type.name}.${field.name}`, sharing]))
  known.set(schema, classes)
  return classes
}
