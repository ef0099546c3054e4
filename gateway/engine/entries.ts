import {
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionSetNode,
} from 'graphql'
import { argumentOf, flagOf, joinsAsInterfaceObject, selectionOf } from './directives.ts'

/** Where a plan may begin at entities of one type: a root field that only the planner sees, and the key they come with. */
export interface Entry {
  readonly field: string
  readonly key: SelectionSetNode
}

/** An entry for each type that some interface object of a supergraph stands for, by the type's name. */
export function readEntries(document: DocumentNode): ReadonlyMap<string, Entry> {
  return new Map(
    Array.from(typesStoodFor(document), ({ type, key }) => [type, { field: entryOf(type), key: selectionOf(key) }]),
  )
}

/**
 * A supergraph as the planner gets it, with a root field for each entry: it (0.0.38) finds no way from what an interface
 * object gives to what only one of the types has.
 */
export function withEntries(supergraph: string): string {
  if (!/\bisInterfaceObject:\s*true\b/.test(supergraph)) return supergraph
  const document = parse(supergraph, { noLocation: true })
  const root = queryTypeOf(document)
  const lines = Array.from(typesStoodFor(document), ({ type, graphs }) => {
    return `${entryOf(type)}: ${type} ${graphs.map((graph) => `@join__field(graph: ${graph})`).join(' ')}`
  })
  if (lines.length === 0) return supergraph
  const [entries] = parse(`type ${root} { ${lines.join('\n')} }`, { noLocation: true }).definitions
  const { fields = [] } = entries as ObjectTypeDefinitionNode
  const definitions = document.definitions.map((it) =>
    it.kind === Kind.OBJECT_TYPE_DEFINITION && it.name.value === root
      ? { ...it, fields: [...(it.fields ?? []), ...fields] }
      : it,
  )
  return print({ ...document, definitions })
}

/** The types that interface objects stand for, each with a key that both know and the subgraphs that resolve it. */
function* typesStoodFor(document: DocumentNode) {
  const keysOf = new Map<string, readonly (string | undefined)[]>()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    const keys = joinsAsInterfaceObject(definition).map((join) => argumentOf(join, 'key'))
    keysOf.set(definition.name.value, keys)
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
    const known = definition.interfaces?.flatMap(({ name }) => keysOf.get(name.value) ?? []) ?? []
    const joins = definition.directives?.filter(({ name }) => name.value === 'join__type') ?? []
    const resolving = joins.filter((join) => flagOf(join, 'resolvable') !== false)
    const key = resolving.map((join) => argumentOf(join, 'key')).find((it) => it && known.includes(it))
    if (!key) continue
    const graphs = resolving.filter((join) => argumentOf(join, 'key') === key).map((join) => argumentOf(join, 'graph')!)
    yield { type: definition.name.value, key, graphs }
  }
}

/** The type that a root field is an entry to. */
export function enteredBy(field: string): string {
  return field.slice(prefix.length)
}

function entryOf(type: string): string {
  return prefix + type
}

const prefix = '_entry_'

function queryTypeOf(document: DocumentNode): string {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION) continue
    const query = definition.operationTypes.find(({ operation }) => operation === OperationTypeNode.QUERY)
    if (query) return query.type.name.value
  }
  return 'Query'
}
