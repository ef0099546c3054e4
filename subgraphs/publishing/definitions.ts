import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type NamedTypeNode,
  parse,
  type SelectionSetNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  type TypeNode,
} from 'graphql'

/** One type of a subgraph, from its definition and every extension of it. */
export interface Definition {
  readonly name: string
  readonly kind: 'SCALAR' | 'OBJECT' | 'INTERFACE' | 'UNION' | 'ENUM' | 'INPUT'
  readonly nodes: readonly (TypeDefinitionNode | TypeExtensionNode)[]
  readonly directives: readonly ConstDirectiveNode[]
  /** Fields of an object type or interface. */
  readonly fields: readonly FieldDefinitionNode[]
  readonly interfaces: readonly NamedTypeNode[]
  /** Selections of its `@key`s, blanks made even. */
  readonly keys: readonly { readonly fields: string; readonly resolvable: boolean; readonly node: ConstDirectiveNode }[]
}

/** Every type a document defines or extends, by name. */
export function definitionsOf(document: DocumentNode): ReadonlyMap<string, Definition> {
  const nodes = document.definitions.filter((node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node))
  const grouped = Map.groupBy(nodes, ({ name }) => name.value)
  return new Map([...grouped].map(([name, parts]) => [name, joined(name, parts)]))
}

function joined(name: string, nodes: Definition['nodes']): Definition {
  const directives = nodes.flatMap((node) => node.directives ?? [])
  return {
    name,
    kind: kinds[nodes[0]!.kind],
    nodes,
    directives,
    fields: nodes.flatMap((node) => (hasFields(node) ? (node.fields ?? []) : [])),
    interfaces: nodes.flatMap((node) => (hasFields(node) ? (node.interfaces ?? []) : [])),
    keys: directives.filter(isNamed('key')).map((node) => ({
      node,
      fields: textArgument(node, 'fields').trim().replace(/\s+/g, ' '),
      resolvable: argumentOf(node, 'resolvable')?.kind !== Kind.BOOLEAN || isTrue(argumentOf(node, 'resolvable')),
    })),
  }
}

const kinds = {
  ScalarTypeDefinition: 'SCALAR',
  ScalarTypeExtension: 'SCALAR',
  ObjectTypeDefinition: 'OBJECT',
  ObjectTypeExtension: 'OBJECT',
  InterfaceTypeDefinition: 'INTERFACE',
  InterfaceTypeExtension: 'INTERFACE',
  UnionTypeDefinition: 'UNION',
  UnionTypeExtension: 'UNION',
  EnumTypeDefinition: 'ENUM',
  EnumTypeExtension: 'ENUM',
  InputObjectTypeDefinition: 'INPUT',
  InputObjectTypeExtension: 'INPUT',
} as const

function hasFields(node: TypeDefinitionNode | TypeExtensionNode) {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.OBJECT_TYPE_EXTENSION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_EXTENSION
  )
}

/** A directive's name without the namespace that the federation specification gives to what is not imported. */
export function directiveName({ name }: ConstDirectiveNode): string {
  return name.value.replace(/^federation__/, '')
}

export function isNamed(name: string): (directive: ConstDirectiveNode) => boolean {
  return (directive) => directiveName(directive) === name
}

export function hasDirective(
  { directives }: { readonly directives?: readonly ConstDirectiveNode[] },
  name: string,
): boolean {
  return directives?.some(isNamed(name)) ?? false
}

/** A text argument of a directive; empty when it has none. */
export function textArgument(directive: ConstDirectiveNode, name: string): string {
  const value = argumentOf(directive, name)
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : ''
}

function argumentOf(directive: ConstDirectiveNode, name: string) {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value
}

function isTrue(value: ReturnType<typeof argumentOf>): boolean {
  return value?.kind === Kind.BOOLEAN && value.value
}

/** Whether a field belongs to one of the type's keys, at its top. */
export function isKeyField({ keys }: Definition, field: string): boolean {
  return keys.some(({ fields }) => fields.split(' ').includes(field))
}

/** The type inside lists and non-nulls. */
export function innermost(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : innermost(type.type)
}

export const rootTypes: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription'])

/** The fields a directive names, as selections; undefined where it is no selection, which composition tells. */
export function selectionOf(fields: string): SelectionSetNode | undefined {
  try {
    const [operation] = parse(`{ ${fields} }`, { noLocation: true }).definitions
    return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : undefined
  } catch {
    return undefined
  }
}
