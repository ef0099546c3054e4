import { Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql'
import type { FirstAsked } from './first-asked.ts'
import { responseKey } from './names.ts'
import type { Supergraph } from './supergraph.ts'
import { fieldOf, setOf } from './syntax.ts'
import { meets, narrowed, type Spot, type Way, wayOn } from './ways.ts'

/** An operation without what it asks of types that who is asked for the objects does not know, and so cannot give. */
export function ofKnownTypes(
  operation: OperationDefinitionNode,
  asked: readonly FirstAsked[],
  { schema, possibleTypes, partial }: Pick<Supergraph, 'schema' | 'possibleTypes' | 'partial'>,
): OperationDefinitionNode {
  const known = (selections: readonly SelectionNode[], spots: readonly Spot[]): SelectionNode[] => {
    if (spots.length === 0) return []
    return selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return [selection]
      const { selections } = selection.selectionSet
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const left = known(selections, narrowed(spots, possibleTypes(selection.typeCondition!.name.value)))
        return left.length > 0 ? [{ ...selection, selectionSet: setOf(left) }] : []
      }
      const ways = spots.flatMap((spot) => wayOn(spot, selection, responseKey(selection), schema))
      const left = known(
        selections,
        ways.map(({ way, gives }) => ({ way, types: typesAt(way, gives, selection.name.value) })),
      )
      return [{ ...selection, selectionSet: setOf(left.length > 0 ? left : [fieldOf('__typename')]) }]
    })
  }

  const typesAt = (way: Way, gives: readonly string[], field: string): ReadonlySet<string> => {
    const subgraphs = asked.filter((it) => meets(it.way, way)).map(({ subgraph }) => subgraph)
    const all = (name: string) => [...possibleTypes(name)]
    const givenBy = (subgraph: string) =>
      [...way.at(-1)!.of].flatMap((type) => {
        const narrower = partial.narrowed.get(`${type}.${field}`)?.get(subgraph)
        return narrower
          ? [...narrower]
          : gives.flatMap((name) => [...(partial.types.get(name)?.get(subgraph) ?? all(name))])
      })
    return new Set(subgraphs.length > 0 ? subgraphs.flatMap(givenBy) : gives.flatMap(all))
  }

  const root: Spot = { way: [], types: new Set([schema.getRootType(operation.operation)!.name]) }
  return { ...operation, selectionSet: setOf(known(operation.selectionSet.selections, [root])) }
}
