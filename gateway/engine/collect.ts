import { type FieldNode, type GraphQLInterfaceType, type GraphQLObjectType, Kind, type SelectionSetNode } from 'graphql'
import { narrowed, type Reading } from './abstract.ts'
import { isIncluded } from './conditions.ts'
import { responseKey } from './names.ts'

/** The fields of a selection on one concrete type, in the client's order, as graphql-js collects them. */
export function collectFields(
  type: GraphQLObjectType | GraphQLInterfaceType,
  sets: readonly SelectionSetNode[],
  reading: Reading,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const visited = new Set<string>()
  const applies = (condition: string | undefined) => narrowed(type, condition, reading.schema)[0] === type
  const collect = (set: SelectionSetNode) => {
    for (const selection of set.selections) {
      if (!isIncluded(selection, reading.conditions)) continue
      if (selection.kind === Kind.FIELD) {
        const out = responseKey(selection)
        const known = fields.get(out)
        if (known) known.push(selection)
        else fields.set(out, [selection])
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition?.name.value)) collect(selection.selectionSet)
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value)
        const fragment = reading.fragments.get(selection.name.value)
        if (fragment && applies(fragment.typeCondition.name.value)) collect(fragment.selectionSet)
      }
    }
  }
  for (const set of sets) collect(set)
  return fields
}
