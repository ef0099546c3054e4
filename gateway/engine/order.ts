import { type DocumentNode, Kind, visit } from 'graphql'
import { argumentOf, joinsAsInterfaceObject, joinsOf } from './directives.ts'

/**
 * A supergraph whose subgraphs have names that tell an order. The planner goes through them by name, and finds its way from
 * an interface object to what a single type has only where who knows the types comes first.
 */
export function inOrder(document: DocumentNode): DocumentNode {
  const places = placesOf(document)
  return visit(document, {
    EnumValueDefinition: (graph) => ({
      ...graph,
      directives: graph.directives?.map((join) => ({
        ...join,
        arguments: join.arguments?.map((given) => {
          if (given.name.value !== 'name' || given.value.kind !== Kind.STRING) return given
          return {
            ...given,
            value: { ...given.value, value: (places.get(graph.name.value) ?? 0) + mark + given.value.value },
          }
        }),
      })),
    }),
  })
}

/** Between a subgraph's place and its name; a character that no name has. */
const mark = '\u001f'

/** The name that a subgraph has outside. */
export function ownName(ordered: string): string {
  return ordered.slice(ordered.indexOf(mark) + 1)
}

/** For each graph how many others, one after another, know interfaces that are interface objects to the next. */
function placesOf(document: DocumentNode): ReadonlyMap<string, number> {
  const known = new Map<string, readonly string[]>()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    const lending = joinsAsInterfaceObject(definition)
    const knowing = joinsOf(definition).filter((join) => !lending.includes(join))
    const graphsOf = (joins: typeof lending) => joins.map((join) => argumentOf(join, 'graph')!)
    for (const graph of graphsOf(lending)) known.set(graph, [...(known.get(graph) ?? []), ...graphsOf(knowing)])
  }
  const places = new Map<string, number>()
  const place = (graph: string): number => {
    const before = places.get(graph)
    if (before !== undefined) return before
    places.set(graph, 0)
    const at = Math.max(0, ...(known.get(graph) ?? []).map((other) => place(other) + 1))
    places.set(graph, Math.min(at, 9))
    return places.get(graph)!
  }
  for (const graph of known.keys()) place(graph)
  return places
}
