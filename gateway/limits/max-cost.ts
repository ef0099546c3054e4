import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import { HubError } from '#schema/errors.ts'
import { readArgument, readCondition, type Variables } from './argument.ts'

/** Refuses an operation that would make more objects than a caller may ask for at once. */
export function maxCost(cost: number, limit: number): HubError | undefined {
  if (cost <= limit) return undefined
  const message = `一次查询的代价最多 ${limit}，按各级列表长度相乘，收到 ${cost}。可减小 first，或分几次查询。`
  return new HubError('TOO_COSTLY', message, { cost, limit })
}

/** Rows that a page has when nobody says how many, as `first` defaults to. */
const assumedPage = 20

/** Items that a list has which has no pages. */
const assumedList = 10

const pageArguments: ReadonlySet<string> = new Set(['first', 'last', 'limit'])

/** Arguments that name the items of the list they give, one by one. */
const itemArguments: ReadonlySet<string> = new Set(['ids', 'by'])

/** The lists of a page, as Relay's connections name them. */
const pageLists: ReadonlySet<string> = new Set(['nodes', 'edges'])

/** The objects below a place, on a page of `page` rows. A fragment is counted once for each length of page. */
type Count = (page: number, variables: Variables, counted: Map<string, number>) => number

/**
 * How many objects an operation may make its sources produce: each field that has fields counts as one, times the lengths
 * of the lists it is in. Leaves cost nothing. Compiled once; then asked with the variables of each request. What does not
 * fit the schema counts as nothing, as validation will refuse it.
 */
export function compileCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): (variables: Variables) => number {
  const operation = getOperationAST(document, operationName)
  if (!operation) return () => 0
  const root = schema.getRootType(operation.operation)
  const defaults = new Map(
    operation.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  )
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  }
  const compiled = new Map<string, Count>()

  const countOfSet = (set: SelectionSetNode, type: GraphQLNamedType | undefined): Count => {
    const counts = set.selections.map((node) => {
      const condition = readCondition(node.directives, defaults)
      const count =
        node.kind === Kind.FIELD
          ? countOfField(node, type)
          : node.kind === Kind.INLINE_FRAGMENT
            ? countOfSet(node.selectionSet, node.typeCondition ? schema.getType(node.typeCondition.name.value) : type)
            : countOfFragment(node.name.value)
      if (!condition || count === nothing) return count
      const conditional: Count = (page, variables, counted) =>
        condition(variables) ? count(page, variables, counted) : 0
      return conditional
    })
    const some = counts.filter((count) => count !== nothing)
    return some.length === 0
      ? nothing
      : (page, variables, counted) => some.reduce((sum, count) => sum + count(page, variables, counted), 0)
  }

  const countOfFragment = (name: string): Count => {
    const known = compiled.get(name)
    if (known) return known
    compiled.set(name, nothing) // inside itself; validation will name the cycle
    const fragment = fragments.get(name)
    const inside = fragment
      ? countOfSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value))
      : nothing
    const count: Count = (page, variables, counted) => {
      const key = `${name} ${page}`
      const before = counted.get(key)
      if (before !== undefined) return before
      const value = inside(page, variables, counted)
      counted.set(key, value)
      return value
    }
    compiled.set(name, count)
    return count
  }

  const countOfField = (node: FieldNode, type: GraphQLNamedType | undefined): Count => {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
    if (!field || !node.selectionSet) return nothing
    const inside = countOfSet(node.selectionSet, getNamedType(field.type))
    const lengthOf = compileLength(node, field, defaults)
    const isList = isListType(getNullableType(field.type as GraphQLOutputType))
    const isPageList = pageLists.has(node.name.value)
    return (page, variables, counted) => {
      const asked = lengthOf(variables)
      const length = isList ? (asked ?? (isPageList ? page : assumedList)) : 1
      return length === 0 ? 0 : length * (1 + inside(asked ?? assumedPage, variables, counted))
    }
  }

  const count = root ? countOfSet(operation.selectionSet, root) : nothing
  return (variables) => count(assumedPage, variables, new Map())
}

const nothing: Count = () => 0

/** How long a field's own list, or the page it returns, is asked to be; undefined when nobody says. */
function compileLength(
  node: FieldNode,
  { args }: GraphQLField<unknown, unknown>,
  defaults: Parameters<typeof readArgument>[1],
): (variables: Variables) => number | undefined {
  const lengths: ((variables: Variables) => number | undefined)[] = []
  for (const { name, defaultValue } of args) {
    const given = node.arguments?.find((argument) => argument.name.value === name)
    const read = given ? readArgument(given.value, defaults) : () => defaultValue
    if (pageArguments.has(name)) lengths.push((variables) => numberIn(read(variables)))
    if (given && itemArguments.has(name)) lengths.push((variables) => itemsIn(read(variables)))
  }
  if (lengths.length === 0) return () => undefined
  return (variables) => {
    let longest: number | undefined
    for (const length of lengths) {
      const value = length(variables)
      if (value !== undefined && !(longest !== undefined && longest >= value)) longest = value
    }
    return longest
  }
}

const numberIn = (value: unknown) => (typeof value === 'number' ? Math.max(0, value) : undefined)

const itemsIn = (value: unknown) => (Array.isArray(value) ? value.length : undefined)
