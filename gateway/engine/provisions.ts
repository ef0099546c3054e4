import { type DocumentNode, Kind, parse, visit } from 'graphql'
import { argumentOf } from './directives.ts'

/** Names of the fields with selections of their own that some `@provides` of a supergraph lists. */
export function readProvided(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    for (const directive of definition.fields?.flatMap(({ directives }) => directives ?? []) ?? []) {
      const fields = directive.name.value === 'join__field' ? argumentOf(directive, 'provides') : undefined
      if (!fields) continue
      visit(parse(`{${fields}}`, { noLocation: true }), {
        Field: ({ name, selectionSet }) => void (selectionSet && names.add(name.value)),
      })
    }
  }
  return names
}
