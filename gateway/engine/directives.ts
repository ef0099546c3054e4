import {
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
} from 'graphql'

/** The text a directive was given for an argument; undefined when it has none. */
export function argumentOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((a) => a.name.value === name)?.value
  return value && 'value' in value && typeof value.value === 'string' ? value.value : undefined
}

/** The truth a directive was given for an argument; undefined when it has none. */
export function flagOf(directive: ConstDirectiveNode, name: string): boolean | undefined {
  const value = directive.arguments?.find((a) => a.name.value === name)?.value
  return value?.kind === Kind.BOOLEAN ? value.value : undefined
}

/** The `@join__type`s of a definition. */
export function joinsOf({
  directives = [],
}: InterfaceTypeDefinitionNode | ObjectTypeDefinitionNode): readonly ConstDirectiveNode[] {
  return directives.filter(({ name }) => name.value === 'join__type')
}

/** The `@join__type`s of a definition that say it is an interface object. */
export function joinsAsInterfaceObject(definition: InterfaceTypeDefinitionNode): readonly ConstDirectiveNode[] {
  return joinsOf(definition).filter((it) => flagOf(it, 'isInterfaceObject'))
}

/** Each `@join__field` of a supergraph, with the field of an object type or interface that it stands on, and what that gives. */
export function* joinedFields(document: DocumentNode) {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    for (const { name, type, directives = [] } of definition.fields ?? []) {
      for (const directive of directives) {
        if (directive.name.value !== 'join__field') continue
        yield { type: definition.name.value, field: name.value, gives: namedIn(print(type)), directive }
      }
    }
  }
}

/** The name in a type as it is written, such as `[Person!]`. */
export function namedIn(type: string): string {
  return type.replace(/[[\]!]/g, '')
}

/** The fields a directive names, as selections; throws where it names none. */
export function selectionOf(fields: string): SelectionSetNode {
  const [operation] = parse(`{${fields}}`, { noLocation: true }).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError(`A directive names no fields: ${fields}`)
  return operation.selectionSet
}
