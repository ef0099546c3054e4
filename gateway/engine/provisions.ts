import { type ASTNode, type DocumentNode, Kind, print, visit } from 'graphql'
import { argumentOf, joinedFields, selectionOf } from './directives.ts'

/** Names of the fields with selections of their own that some `@provides` of a supergraph lists. */
export function readProvided(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { directive } of joinedFields(document)) {
    const fields = argumentOf(directive, 'provides')
    if (!fields) continue
    visit(selectionOf(fields), { Field: ({ name, selectionSet }) => void (selectionSet && names.add(name.value)) })
  }
  return names
}

/** A supergraph whose `@provides` list no `__typename`: the planner takes none that does, and it needs no telling. */
export function withoutProvidedTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: (directive) => (directive.name.value === 'join__field' ? undefined : false),
    Argument({ name, value }) {
      if (name.value !== 'provides' || value.kind !== Kind.STRING) return undefined
      const fields = withoutTypenames(value.value)
      return fields ? { kind: Kind.ARGUMENT, name, value: { kind: Kind.STRING, value: fields } } : null
    },
  })
}

function withoutTypenames(fields: string): string {
  const left = visit(selectionOf(fields), {
    Field: { leave: (node) => (node.name.value === '__typename' || isEmpty(node) ? null : undefined) },
    InlineFragment: { leave: (node) => (isEmpty(node) ? null : undefined) },
  })
  return left.selections.length > 0 ? print(left).slice(1, -1).trim() : ''
}

function isEmpty(node: ASTNode): boolean {
  return 'selectionSet' in node && node.selectionSet?.selections.length === 0
}
