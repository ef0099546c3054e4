import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { Viewer } from '#schema/viewer.ts'
import { mayEver, mayQuery, policy, type Reason, type SharingClass, sharingClasses } from './policy.ts'

/** Fields asked for that are not shown to the viewer's role, or not of every record: `Talent.gender` → why. */
export type Withheld = Map<string, Reason>

/**
 * Holds every field of a schema to the class its contract gives it, whichever path leads there: where the role may see
 * no value of the class, its resolver is not even asked. What it tells depends on role and field only. A field that may
 * be hidden has to be nullable; throws TypeError.
 */
export function maskFields(subgraph: string, schema: GraphQLSchema): void {
  for (const [type, field, sharing] of classifiedFields(schema)) {
    const coordinate = `${type.name}.${field.name}`
    if (isNonNullType(field.type)) {
      throw new TypeError(`Subgraph ${subgraph} lets ${coordinate} be hidden (${sharing}), so it has to be nullable.`)
    }
    const resolve = field.resolve ?? defaultFieldResolver
    field.resolve = (source, args, context, info) => {
      const { role } = context.viewer
      if (mayQuery(role, sharing)) return resolve(source, args, context, info)
      context.withheld.set(coordinate, policy[role][sharing].otherwise)
      return mayEver(role, sharing) ? resolve(source, args, context, info) : null
    }
  }
}

type Field = GraphQLField<unknown, { readonly viewer: Viewer; readonly withheld: Withheld }>

/** Every field that is not shared unconditionally, with its type and class. */
export function classifiedFields(schema: GraphQLSchema): [GraphQLObjectType, Field, SharingClass][] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field): [GraphQLObjectType, Field, SharingClass][] => {
        const sharing = classOf(type, field)
        return sharing === 'UNCONDITIONAL' ? [] : [[type, field, sharing]]
      }),
    )
}

/** A field has its own class or its type's; one that leads to a type of a class has that class. */
function classOf(type: GraphQLObjectType, field: Field): SharingClass {
  const own = declared(field) ?? declared(type)
  if (own !== undefined && own !== 'UNCONDITIONAL') return own
  const target = getNamedType(field.type)
  return (isObjectType(target) ? declared(target) : undefined) ?? 'UNCONDITIONAL'
}

/** The class that a type or field declares by `@sharing(class: …)`. */
export function declared({ astNode }: Pick<GraphQLObjectType | Field, 'astNode'>) {
  const directive = astNode?.directives?.find(({ name }) => name.value === 'sharing')
  const value = directive?.arguments?.[0]?.value
  return sharingClasses.find((sharing) => value?.kind === 'EnumValue' && value.value === sharing)
}
