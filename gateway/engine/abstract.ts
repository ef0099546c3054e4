import {
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import { type Conditions, isIncluded } from './conditions.ts'

/** What selections are read against. */
export interface Reading {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly conditions: Conditions
}

/**
 * Whether an answer needs to know which type an abstract value has. Where it does not, nobody is asked: the subgraph
 * of an interface object could not say.
 */
export function dependsOnType(
  parent: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  reading: Reading,
): boolean {
  if (isObjectType(parent)) return false
  if (isUnionType(parent)) return true
  return sets.some((set) =>
    set.selections.some((selection) => {
      if (!isIncluded(selection, reading.conditions)) return false
      if (selection.kind === Kind.FIELD) return isTypeDependent(parent, selection.name.value, reading.schema)
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? reading.fragments.get(selection.name.value)! : selection
      const left = narrowed(parent, fragment.typeCondition?.name.value, reading.schema)
      return left[0] !== parent || dependsOnType(parent, [fragment.selectionSet], reading)
    }),
  )
}

/** A field that some type declares more strictly than the interface: its nulls reach further there. */
function isTypeDependent(parent: GraphQLInterfaceType, name: string, schema: GraphQLSchema): boolean {
  if (name === '__typename') return true
  const declared = String(parent.getFields()[name]!.type)
  return schema.getPossibleTypes(parent).some((type) => String(type.getFields()[name]!.type) !== declared)
}

/** The types a fragment's condition leaves of its parent; a union, which has no fields, stands as its members. */
export function narrowed(
  parent: GraphQLCompositeType,
  condition: string | undefined,
  schema: GraphQLSchema,
): readonly GraphQLCompositeType[] {
  const type = condition === undefined ? parent : (schema.getType(condition) as GraphQLCompositeType)
  const possible = (of: GraphQLCompositeType) => (isAbstractType(of) ? schema.getPossibleTypes(of) : [of])
  const wanted = new Set(possible(type))
  const left = possible(parent).filter((one) => wanted.has(one))
  if (type === parent || (left.length === possible(parent).length && hasFieldsOf(parent, type))) return [parent]
  return isUnionType(type) ? left : left.length > 0 ? [type] : []
}

function hasFieldsOf(parent: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
  if (isObjectType(parent)) return true
  return isInterfaceType(parent) && (isUnionType(type) || parent.getInterfaces().includes(type as GraphQLInterfaceType))
}
