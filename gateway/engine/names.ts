import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  type VariableNode,
  visit,
} from 'graphql'

/** Which names the plan uses in place of the client's, so that none of them can meet a name with a meaning. */
export interface Names {
  /** The key under which a field's value stands in fetched data. */
  readonly key: (field: FieldNode) => string
  readonly variable: (name: string) => string
  /** The client's name of a planned key. */
  readonly original: (key: string) => string
}

/**
 * Renames aliases that equal a field's name anywhere (`id: name` would overwrite the key a later fetch needs), begin
 * with an underscore, or mean something to JavaScript; and variables that the planner keeps for itself.
 */
export function plannedNames(source: string, hasField: (name: string) => boolean): Names {
  let prefix = 'client_'
  while (source.includes(prefix)) prefix += '_'
  const unsafe = (alias: string) =>
    alias.startsWith('_') || alias in Object.prototype || alias === 'prototype' || hasField(alias)
  return {
    key: ({ alias, name }) => {
      if (!alias || alias.value === name.value) return name.value
      return unsafe(alias.value) ? prefix + alias.value : alias.value
    },
    variable: (name) =>
      name.startsWith('_') || name in Object.prototype || name === 'representations' ? prefix + name : name,
    original: (key) => (key.startsWith(prefix) ? key.slice(prefix.length) : key),
  }
}

/** The operation under its planned names. */
export function renameOperation(document: DocumentNode, names: Names): DocumentNode {
  const named = (node: NameNode, value: string): NameNode => ({ ...node, value })
  return visit(document, {
    Field(node) {
      const key = names.key(node)
      if (key === (node.alias ?? node.name).value) return undefined
      return { ...node, alias: named(node.name, key) }
    },
    Variable(node: VariableNode) {
      const planned = names.variable(node.name.value)
      return planned === node.name.value ? undefined : { ...node, name: named(node.name, planned) }
    },
  })
}

/** One operation and the fragments it uses, nothing else of the document. */
export function onlyOperation(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const used = new Set<string>()
  const fragments = new Map(
    document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])),
  )
  const collect = (node: DocumentNode['definitions'][number]) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)
        if (!fragment || used.has(name.value)) return
        used.add(name.value)
        collect(fragment)
      },
    })
  collect(operation)
  return { kind: Kind.DOCUMENT, definitions: [operation, ...[...used].map((name) => fragments.get(name)!)] }
}
