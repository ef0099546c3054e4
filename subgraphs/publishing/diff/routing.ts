import { type ConstDirectiveNode, type DocumentNode, Kind, parse } from 'graphql'
import { rootTypes, textArgument } from '../definitions.ts'

/** A field that other subgraphs would answer than now. */
export interface Move {
  readonly coordinate: string
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** What a subgraph would be sent of others' fields for every answer of its own, and was not before. */
export interface Handover {
  /** The field whose `@requires` asks for it. */
  readonly coordinate: string
  readonly fields: string
  readonly to: string
}

/** Which fields move from whom to whom. Such a change is not seen in the API. */
export function routingBetween(before: string, after: string) {
  const [old, next] = [routesOf(before), routesOf(after)]
  const coordinates = [...new Set([...old.answered.keys(), ...next.answered.keys()])].toSorted()
  const moves = coordinates.flatMap((coordinate): Move[] => {
    const [from, to] = [old.answered.get(coordinate) ?? [], next.answered.get(coordinate) ?? []]
    if (String(from) === String(to)) return []
    // A value that several answer already comes from whoever answers what it is part of.
    if (from.length > 1 && to.length > 1 && old.values.has(coordinate)) return []
    return [{ coordinate, from, to }]
  })
  const handovers = [...next.handed].filter(([key]) => !old.handed.has(key)).map(([, handover]) => handover)
  return { moves, handovers }
}

interface Routes {
  readonly answered: ReadonlyMap<string, readonly string[]>
  readonly handed: ReadonlyMap<string, Handover>
  /** Fields of types that are found by no key. */
  readonly values: ReadonlySet<string>
}

function routesOf(supergraph: string): Routes {
  const document = parse(supergraph, { noLocation: true })
  const names = namesOf(document)
  const nameOf = (directive: ConstDirectiveNode) => names.get(textArgument(directive, 'graph'))
  const answered = new Map<string, readonly string[]>()
  const handed = new Map<string, Handover>()
  const values = new Set<string>()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    const types = joins(definition.directives, 'join__type')
    const everywhere = types.flatMap((join) => nameOf(join) ?? [])
    const isValue = !rootTypes.has(definition.name.value) && types.every((join) => textArgument(join, 'key') === '')
    for (const field of definition.fields ?? []) {
      const coordinate = `${definition.name.value}.${field.name.value}`
      if (isValue) values.add(coordinate)
      const all = joins(field.directives, 'join__field')
      const own = all.filter((join) => !join.arguments?.some(({ name }) => name.value === 'external'))
      const by = all.length === 0 ? everywhere : own.flatMap((join) => nameOf(join) ?? [])
      // A key is known wherever the entity is, and asked of nobody.
      const keyed = types
        .filter((join) => textArgument(join, 'key').split(/\W+/).includes(field.name.value))
        .map(nameOf)
      answered.set(coordinate, [...new Set(by)].filter((name) => !keyed.includes(name)).toSorted())
      for (const join of own) {
        const [fields, to] = [textArgument(join, 'requires'), nameOf(join)]
        if (fields && to) handed.set(`${coordinate} ${fields} ${to}`, { coordinate, fields, to })
      }
    }
  }
  return { answered, handed, values }
}

function joins(directives: readonly ConstDirectiveNode[] = [], name: string): readonly ConstDirectiveNode[] {
  return directives.filter((directive) => directive.name.value === name)
}

function namesOf(document: DocumentNode): ReadonlyMap<string, string> {
  const graphs = document.definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  )
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return new Map()
  return new Map(
    graphs.values?.map((value) => {
      const [join] = joins(value.directives, 'join__graph')
      return [value.name.value, (join && textArgument(join, 'name')) || value.name.value]
    }),
  )
}
