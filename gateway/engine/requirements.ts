import { type DocumentNode, type SelectionSetNode, visit } from 'graphql'
import { argumentOf, joinedFields, selectionOf } from './directives.ts'

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
  return Array.from(joinedFields(document)).flatMap(({ type, field, directive }): Requirement | readonly [] => {
    const fields = argumentOf(directive, 'requires')
    const graph = argumentOf(directive, 'graph')
    return fields && graph ? { type, field, graph, selection: selectionOf(fields) } : []
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
