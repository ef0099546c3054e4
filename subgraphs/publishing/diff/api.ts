import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedScalarType,
  isUnionType,
  print,
} from 'graphql'

/** One difference between the API clients see now and the API they would see. */
export interface Change {
  /** Such as `Talent.name`, `Query.talents(first:)`, `Province.HUBEI`. */
  readonly coordinate: string
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED'
  /** Whether operations that are right today may be refused (BREAKING) or answered in a way they do not expect (RISKY). */
  readonly level: 'BREAKING' | 'RISKY' | 'SAFE'
  /** Operations that use this coordinate are those it concerns. */
  readonly concerns: string
  readonly before?: string
  readonly after?: string
}

/** Every difference, by coordinate. */
export function changesBetween(before: GraphQLSchema, after: GraphQLSchema): readonly Change[] {
  const [old, next] = [elementsOf(before), elementsOf(after)]
  const changes: Change[] = []
  for (const [coordinate, was] of old) {
    const is = next.get(coordinate)
    const { concerns, text } = was
    if (!is) changes.push({ coordinate, kind: 'REMOVED', level: 'BREAKING', concerns, before: text })
    else if (is.text !== text) {
      changes.push({ coordinate, kind: 'CHANGED', level: levelOf(was, is), concerns, before: text, after: is.text })
    }
  }
  for (const [coordinate, { concerns, text, whenAdded }] of next) {
    if (!old.has(coordinate)) changes.push({ coordinate, kind: 'ADDED', level: whenAdded, concerns, after: text })
  }
  return changes.toSorted((a, b) => (a.coordinate < b.coordinate ? -1 : 1))
}

interface Element {
  readonly text: string
  readonly concerns: string
  readonly whenAdded: Change['level']
  readonly output?: GraphQLOutputType
  readonly input?: GraphQLInputType
}

function elementsOf(schema: GraphQLSchema): Map<string, Element> {
  const elements = new Map<string, Element>()
  const add = (coordinate: string, element: Partial<Element> & { readonly text: string }) =>
    elements.set(coordinate, { concerns: coordinate, whenAdded: 'SAFE', ...element })
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue
    add(type.name, { text: kindOf(type) })
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const it of type.getInterfaces()) add(`${type.name} implements ${it.name}`, memberOf(type.name))
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${field.name}`
        add(coordinate, { text: String(field.type), output: field.type })
        for (const argument of field.args) {
          const isRequired = isRequiredArgument(argument)
          add(`${coordinate}(${argument.name}:)`, {
            text: inputText(argument),
            input: argument.type,
            ...(isRequired ? { whenAdded: 'BREAKING', concerns: coordinate } : {}),
          })
        }
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        const isRequired = isRequiredInputField(field)
        add(`${type.name}.${field.name}`, {
          text: inputText(field),
          input: field.type,
          ...(isRequired ? { whenAdded: 'BREAKING', concerns: type.name } : {}),
        })
      }
    } else if (isEnumType(type)) {
      for (const value of type.getValues()) add(`${type.name}.${value.name}`, { text: '', whenAdded: 'RISKY' })
    } else if (isUnionType(type)) {
      for (const it of type.getTypes()) add(`${type.name} = ${it.name}`, memberOf(it.name))
    }
  }
  return elements
}

function memberOf(typeName: string) {
  return { text: '', whenAdded: 'RISKY', concerns: typeName } as const
}

function kindOf(type: GraphQLNamedType): string {
  return type.constructor.name.replace(/^GraphQL|Type$/g, '').toLowerCase()
}

function inputText({ type, defaultValue }: GraphQLArgument | GraphQLInputField): string {
  const written = defaultValue === undefined ? undefined : astFromValue(defaultValue, type)
  return written ? `${type} = ${print(written)}` : String(type)
}

function levelOf(was: Element, is: Element): Change['level'] {
  if (was.output && is.output) return narrows(was.output, is.output) ? 'SAFE' : 'BREAKING'
  // What is accepted may widen: read the other way round. With the type the same, the default is another.
  if (was.input && is.input) {
    if (!narrows(is.input, was.input)) return 'BREAKING'
    return String(is.input) === String(was.input) ? 'RISKY' : 'SAFE'
  }
  return 'BREAKING'
}

/** Whether everything of the second type is also of the first. */
function narrows(wide: GraphQLType, narrow: GraphQLType): boolean {
  if (isNonNullType(narrow)) return narrows(isNonNullType(wide) ? wide.ofType : wide, narrow.ofType)
  if (isNonNullType(wide)) return false
  if (isListType(wide) || isListType(narrow)) {
    return isListType(wide) && isListType(narrow) && narrows(wide.ofType, narrow.ofType)
  }
  return String(wide) === String(narrow)
}
