import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql'

/** The parts of the API that an operation touches: `Talent`, `Talent.name`, `Query.talents(first:)`, `Province.HUBEI`. */
export function coordinatesOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly string[] {
  const found = new Set<string>()
  const info = new TypeInfo(schema)
  const definitions = document.definitions.filter(
    (definition) =>
      definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION || sameName(definition, operation),
  )
  visit(
    { ...document, definitions },
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType()
        if (!parent || node.name.value.startsWith('__')) return
        found.add(parent.name).add(`${parent.name}.${node.name.value}`)
      },
      Argument(node) {
        const [parent, field] = [info.getParentType(), info.getFieldDef()]
        if (parent && field && !info.getDirective()) found.add(`${parent.name}.${field.name}(${node.name.value}:)`)
      },
      NamedType: (node) => void found.add(node.name.value),
      ObjectField(node) {
        const parent = getNamedType(info.getParentInputType())
        if (parent) found.add(parent.name).add(`${parent.name}.${node.name.value}`)
      },
      EnumValue(node) {
        const type = getNamedType(info.getInputType())
        if (isEnumType(type)) found.add(`${type.name}.${node.value}`)
      },
    }),
  )
  return [...found]
}

/** The same of what came in variables. */
export function coordinatesOfVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): readonly string[] {
  const found: string[] = []
  for (const { variable, type: node } of variableDefinitions) {
    const type = typeFromAST(schema, node as never)
    if (isInputType(type)) collect(variables[variable.name.value], type, found)
  }
  return found
}

function collect(value: unknown, type: GraphQLInputType, found: string[]): void {
  if (value === null || value === undefined) return
  if (isNonNullType(type)) {
    collect(value, type.ofType, found)
  } else if (isListType(type)) {
    for (const one of Array.isArray(value) ? value : [value]) collect(one, type.ofType, found)
  } else if (isEnumType(type)) {
    if (type.getValue(String(value))) found.push(`${type.name}.${value}`)
  } else if (isInputObjectType(type) && typeof value === 'object') {
    found.push(type.name)
    const fields = type.getFields()
    for (const [name, inner] of Object.entries(value)) {
      if (!Object.hasOwn(fields, name)) continue
      found.push(`${type.name}.${name}`)
      collect(inner, fields[name]!.type, found)
    }
  }
}

/** An engine may hand over an operation that it has rewritten. */
function sameName(definition: DocumentNode['definitions'][number], { name }: OperationDefinitionNode): boolean {
  return definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === name?.value
}
