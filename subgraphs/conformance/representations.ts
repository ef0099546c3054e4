import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql'

export type Representation = Readonly<Record<string, unknown>>

/** One entity type a subgraph answers for by key. */
export interface EntityType {
  readonly name: string
  /** The selection of its first key that can be resolved, `id` or `library { id } code`. */
  readonly key: string
  /** What it knows of the entity besides the key, as a selection that needs no arguments. */
  readonly own: readonly { readonly name: string; readonly selection: string }[]
  /** A key that nothing has. */
  madeUp(index: number): Representation
}

/** The entity types of a subgraph, from its SDL. */
export function entityTypesOf(document: DocumentNode): readonly EntityType[] {
  const objects = document.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  )
  const types = new Map(Map.groupBy(objects, ({ name }) => name.value))
  const fieldsOf = (name: string) => (types.get(name) ?? []).flatMap(({ fields }) => fields ?? [])
  return [...types].flatMap(([name, nodes]) => {
    const key = resolvableKey(nodes)
    if (key === undefined) return []
    const selected = (parse(`{ ${key} }`).definitions[0] as { selectionSet: SelectionSetNode }).selectionSet
    const inKey = new Set(selected.selections.map((it) => (it.kind === Kind.FIELD ? it.name.value : '')))
    const own = fieldsOf(name).filter((field) => !inKey.has(field.name.value) && isOwn(field))
    return {
      name,
      key,
      own: own.map((field) => ({
        name: field.name.value,
        selection: types.has(innermost(field.type)) ? `${field.name.value} { __typename }` : field.name.value,
      })),
      madeUp: (index) => ({ __typename: name, ...valuesOf(selected, name, fieldsOf, index) }),
    }
  })
}

function resolvableKey(nodes: readonly (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[]): string | undefined {
  for (const { directives = [] } of nodes) {
    for (const directive of directives) {
      if (!/^(federation__)?key$/.test(directive.name.value)) continue
      const resolvable = argumentOf(directive, 'resolvable')
      const fields = argumentOf(directive, 'fields')
      if (resolvable?.kind === Kind.BOOLEAN && !resolvable.value) continue
      if (fields?.kind === Kind.STRING) return fields.value
    }
  }
  return undefined
}

function argumentOf({ arguments: given = [] }: ConstDirectiveNode, name: string) {
  return given.find((argument) => argument.name.value === name)?.value
}

/** Whether the subgraph itself answers a field for a key alone, and no argument is required. */
function isOwn({ directives = [], arguments: args = [] }: FieldDefinitionNode): boolean {
  const needsMore = directives.some(({ name }) => /^(federation__)?(external|requires)$/.test(name.value))
  return !needsMore && args.every(({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue)
}

function valuesOf(
  { selections }: SelectionSetNode,
  typeName: string,
  fieldsOf: (name: string) => readonly FieldDefinitionNode[],
  index: number,
): Record<string, unknown> {
  const entries = selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) return []
    const type = fieldsOf(typeName).find(({ name }) => name.value === selection.name.value)?.type
    const inner = type ? innermost(type) : 'ID'
    const value = selection.selectionSet
      ? valuesOf(selection.selectionSet, inner, fieldsOf, index)
      : (numbers[inner]?.(index) ?? `conformance:none-${index}`)
    return [[selection.name.value, value] as const]
  })
  return Object.fromEntries(entries)
}

const numbers: Readonly<Record<string, (index: number) => unknown>> = {
  Int: (index) => -1 - index,
  Float: (index) => -1 - index,
  Boolean: () => false,
}

function innermost(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : innermost(type.type)
}
