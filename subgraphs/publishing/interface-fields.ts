import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  print,
  visit,
} from 'graphql'
import { definitionsOf, hasDirective, isNamed, textArgument } from './definitions.ts'

/**
 * The supergraph with what the composer leaves out of interfaces: where every subgraph with an interface has some field
 * of it, it does not say that an interface object only borrows the field, or which others it requires for it. Gateways
 * would ask who cannot answer.
 */
export function withInterfaceFields(
  supergraph: string,
  subgraphs: readonly { readonly name: string; readonly typeDefs: DocumentNode }[],
): string {
  const document = parse(supergraph, { noLocation: true })
  const graphs = graphsOf(document)
  const defined = subgraphs.map(({ name, typeDefs }) => ({ graph: graphs.get(name)!, types: definitionsOf(typeDefs) }))
  let isComplete = true
  const complete = visit(document, {
    InterfaceTypeDefinition(definition) {
      const fields = definition.fields?.map((field): FieldDefinitionNode => {
        if (field.directives?.some(isNamed('join__field'))) return field
        const homes = defined.flatMap(({ graph, types }) => {
          const own = types.get(definition.name.value)?.fields.find(({ name }) => name.value === field.name.value)
          return own ? [{ graph, own }] : []
        })
        if (!homes.some(({ own }) => told.some((name) => hasDirective(own, name)))) return field
        isComplete = false
        return { ...field, directives: [...(field.directives ?? []), ...homes.map(joinOf)] }
      })
      return { ...definition, fields }
    },
  })
  return isComplete ? supergraph : print(complete)
}

const told = ['external', 'requires', 'provides'] as const

function joinOf({ graph, own }: { readonly graph: string; readonly own: FieldDefinitionNode }): ConstDirectiveNode {
  const given = own.directives?.flatMap((directive) => {
    if (isNamed('external')(directive)) return [argument('external', { kind: Kind.BOOLEAN, value: true })]
    const name = told.find((it) => isNamed(it)(directive))
    return name ? [argument(name, { kind: Kind.STRING, value: textArgument(directive, 'fields') })] : []
  })
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'join__field' },
    arguments: [argument('graph', { kind: Kind.ENUM, value: graph }), ...(given ?? [])],
  }
}

function argument(name: string, value: NonNullable<ConstDirectiveNode['arguments']>[number]['value']) {
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value } as const
}

/** What the supergraph calls each subgraph. */
function graphsOf(document: DocumentNode): ReadonlyMap<string, string> {
  const graphs = new Map<string, string>()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue
    for (const { name, directives } of definition.values ?? []) {
      const graph = directives?.find(isNamed('join__graph'))
      if (graph) graphs.set(textArgument(graph, 'name'), name.value)
    }
  }
  return graphs
}
