import { type DocumentNode, Kind, parse, type SelectionSetNode, visit } from 'graphql'
import { argumentOf } from './directives.ts'

/** What a subgraph requires of others to resolve one of its fields. */
export interface Requirement {
  readonly type: string
  readonly field: string
  /** The subgraph, as the supergraph's enum names it. */
  readonly graph: string
  readonly selection: SelectionSetNode
}

/** Every `@requires` of a supergraph. */
export function readRequirements(document: DocumentNode): readonly Requirement[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return []
    return (definition.fields ?? []).flatMap(({ name, directives }) =>
      (directives ?? []).flatMap((directive): Requirement | readonly [] => {
        const fields = directive.name.value === 'join__field' ? argumentOf(directive, 'requires') : undefined
        const graph = argumentOf(directive, 'graph')
        if (!fields || !graph) return []
        return { type: definition.name.value, field: name.value, graph, selection: selectionOf(fields) }
      }),
    )
  })
}

/** Names of the fields that a requirement asks of the entity itself. */
export function topmostFields({ selection }: Requirement): ReadonlySet<string> {
  const names = new Set<string>()
  visit(selection, {
    Field(node) {
      names.add(node.name.value)
      return false
    },
  })
  return names
}

/** Names of the fields that some requirement asks for with arguments. */
export function requiredWithArguments(requirements: readonly Requirement[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { selection } of requirements) {
    visit(selection, { Field: (node) => void (node.arguments?.length && names.add(node.name.value)) })
  }
  return names
}

function selectionOf(fields: string): SelectionSetNode {
  const [operation] = parse(`{${fields}}`, { noLocation: true }).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError(`@requires has no fields: ${fields}`)
  return operation.selectionSet
}
