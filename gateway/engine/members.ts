import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql'
import { argumentOf, flagOf, joinedFields, namedIn } from './directives.ts'

/** The object types of an abstract type that each subgraph, as the supergraph's enum names it, can give. */
export type Members = ReadonlyMap<string, ReadonlySet<string>>

/** Who knows which types of what the supergraph has. */
export interface PartialTypes {
  /** Abstract types of which not all subgraphs know the same types, or give them at every field. */
  readonly types: ReadonlyMap<string, Members>
  /** Fields, by coordinate, that subgraphs declare more narrowly than the supergraph. */
  readonly narrowed: ReadonlyMap<string, Members>
}

export function readPartial(document: DocumentNode): PartialTypes {
  const known = new Map<string, Map<string, Set<string>>>()
  const add = (abstract: string | undefined, graph: string | undefined, types: Iterable<string | undefined> = []) => {
    const members = known.get(abstract ?? '')
    if (!members || graph === undefined) return
    const all = members.get(graph) ?? new Set()
    for (const type of types) if (type !== undefined) all.add(type)
    members.set(graph, all)
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.UNION_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    const name = definition.name.value
    known.set(name, new Map())
    for (const join of named(definition, 'join__type')) {
      if (!flagOf(join, 'isInterfaceObject')) add(name, argumentOf(join, 'graph'))
    }
    for (const join of named(definition, 'join__unionMember')) {
      add(name, argumentOf(join, 'graph'), [argumentOf(join, 'member')])
    }
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
    for (const join of named(definition, 'join__implements')) {
      add(argumentOf(join, 'interface'), argumentOf(join, 'graph'), [definition.name.value])
    }
  }
  const narrowed = new Map<string, Map<string, ReadonlySet<string>>>()
  const wide = new Set<string>()
  for (const { type, field, gives, directive } of joinedFields(document)) {
    const narrower = namedIn(argumentOf(directive, 'type') ?? gives)
    const graph = argumentOf(directive, 'graph')
    if (narrower === gives || graph === undefined) continue
    const types = known.get(narrower)?.get(graph) ?? new Set([narrower])
    const place = `${type}.${field}`
    narrowed.set(place, (narrowed.get(place) ?? new Map()).set(graph, types))
    wide.add(gives)
    add(gives, graph, types)
  }
  return { types: new Map([...known].filter(([name, members]) => wide.has(name) || isPartial(members))), narrowed }
}

/** Where no subgraph is said to know any type, the supergraph is of a version that does not tell. */
function isPartial(members: Members): boolean {
  const all = new Set([...members.values()].flatMap((types) => [...types]))
  return [...members.values()].some((types) => types.size < all.size)
}

function named({ directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] }, name: string) {
  return directives.filter((it) => it.name.value === name)
}
