import {
  type ASTNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type TypeNode,
  visit,
} from 'graphql'

/** The public part of supergraph SDL, with every deprecation, also those of arguments and input fields. */
export function publicDocument(document: DocumentNode): DocumentNode {
  const hidden = hiddenTypes(document)
  const imported = importedNames(document)
  const federation = (name: string) => name.includes('__') || imported.has(name) || name === 'link' || name === 'core'
  const isHiddenType = (name: string) => hidden.has(name) || federation(name)
  const isHidden = (definition: DefinitionNode): boolean => {
    if (!('name' in definition) || !definition.name) return false
    const name = definition.name.value
    if (definition.kind === Kind.DIRECTIVE_DEFINITION) {
      if (kept.has(name)) return true
      if (federation(name) || !definition.locations.some((location) => executable.test(location.value))) return true
      return definition.arguments?.some((argument) => isHiddenType(namedType(argument.type))) ?? false
    }
    return isHiddenType(name)
  }
  const inaccessible = (node: { readonly directives?: readonly ConstDirectiveNode[] }) =>
    node.directives?.some((directive) => directive.name.value === 'inaccessible') ? null : undefined
  return visit(
    { ...document, definitions: document.definitions.filter((definition) => !isHidden(definition)) },
    {
      enter(node: ASTNode) {
        switch (node.kind) {
          case Kind.FIELD_DEFINITION:
          case Kind.INPUT_VALUE_DEFINITION:
          case Kind.ENUM_VALUE_DEFINITION:
            return inaccessible(node)
          case Kind.DIRECTIVE:
            return kept.has(node.name.value) ? undefined : null
          case Kind.NAMED_TYPE:
            return hidden.has(node.name.value) ? null : undefined
          default:
            return undefined
        }
      },
    },
  )
}

const kept = new Set(['deprecated', 'specifiedBy', 'oneOf'])
const executable =
  /^(QUERY|MUTATION|SUBSCRIPTION|FIELD|FRAGMENT_DEFINITION|FRAGMENT_SPREAD|INLINE_FRAGMENT|VARIABLE_DEFINITION)$/

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type)
}

function hiddenTypes(document: DocumentNode): ReadonlySet<string> {
  const hidden = new Set<string>()
  for (const definition of document.definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue
    if (definition.directives?.some((d) => d.name.value === 'inaccessible')) hidden.add(definition.name.value)
  }
  return hidden
}

/**
 * Names that `@link` brings into the supergraph from Apollo's specifications: `tag`, `inaccessible`, `authenticated` and
 * the like, renamed or not. What other specifications bring is the subgraphs' own, and clients may use it.
 */
function importedNames(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue
    for (const link of definition.directives ?? []) {
      if (link.name.value !== 'link' && link.name.value !== 'core') continue
      const url = argument(link, 'url') ?? argument(link, 'feature')
      if (!url?.startsWith('https://specs.apollo.dev/')) continue
      const name =
        argument(link, 'as') ??
        url
          .replace(/\/v\d+(\.\d+)*\/?$/, '')
          .split('/')
          .pop()
      if (name) names.add(name)
      for (const imported of importsOf(link)) names.add(imported)
    }
  }
  return names
}

function importsOf(link: ConstDirectiveNode): string[] {
  const list = link.arguments?.find((a) => a.name.value === 'import')?.value
  if (list?.kind !== Kind.LIST) return []
  return list.values.flatMap((value) => {
    if (value.kind === Kind.STRING) return value.value.replace('@', '')
    if (value.kind !== Kind.OBJECT) return []
    const names = Object.fromEntries(
      value.fields.map((f) => [f.name.value, 'value' in f.value ? String(f.value.value) : '']),
    )
    return (names.as ?? names.name ?? '').replace('@', '')
  })
}

function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((a) => a.name.value === name)?.value
  return value && 'value' in value && typeof value.value === 'string' ? value.value : undefined
}
