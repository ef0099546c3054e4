import { type DocumentNode, Kind, parse, print, visit } from 'graphql'
import { argumentOf, flagOf } from './directives.ts'

/**
 * A supergraph as the planner gets it. It (0.0.38) goes through subgraphs in the order of their names, and finds its way
 * from an interface object to what a single type has only where who knows the types comes first; so names tell the order.
 */
export function inOrder(supergraph: string): string {
  if (!/\bisInterfaceObject:\s*true\b/.test(supergraph)) return supergraph
  const document = parse(supergraph, { noLocation: true })
  const places = placesOf(document)
  const ordered = visit(document, {
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
  return print(ordered)
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
    const joins = definition.directives?.filter(({ name }) => name.value === 'join__type') ?? []
    const graphsOf = (isObject: boolean) =>
      joins
        .filter((it) => (flagOf(it, 'isInterfaceObject') ?? false) === isObject)
        .map((it) => argumentOf(it, 'graph')!)
    for (const graph of graphsOf(true)) known.set(graph, [...(known.get(graph) ?? []), ...graphsOf(false)])
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
