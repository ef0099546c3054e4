import type {
  FetchNode,
  FlattenNode,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner'
import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { askedOf } from './asked.ts'
import { type Entry, enteredBy } from './entries.ts'
import { responseKey } from './names.ts'
import { fieldOf, fragmentOn, setOf } from './syntax.ts'

type Path = readonly FlattenNodePathSegment[]

/** What is asked of the entities of one type at one place, as an operation that begins at them. */
export interface Detour {
  readonly path: Path
  readonly type: string
  readonly entry: Entry
  readonly operation: OperationDefinitionNode
}

const typename = fieldOf('__typename')

interface Scope {
  readonly schema: GraphQLSchema
  readonly entries: ReadonlyMap<string, Entry>
  readonly operation: OperationDefinitionNode
  readonly detours: Detour[]
}

/**
 * An operation in parts, where the planner finds no way through the whole: the trunk asks interfaces for what they have and
 * for keys, detours ask the types that interface objects stand for what only these have.
 */
export function takeDetours(
  operation: OperationDefinitionNode,
  { schema, entries }: Pick<Scope, 'schema' | 'entries'>,
): { readonly trunk: OperationDefinitionNode; readonly detours: readonly Detour[] } {
  const scope: Scope = { schema, entries, operation, detours: [] }
  const root = schema.getRootType(operation.operation)!
  return { trunk: { ...operation, selectionSet: trunkOf(operation.selectionSet, root, [], scope) }, ...scope }
}

function trunkOf(set: SelectionSetNode, parent: GraphQLCompositeType, path: Path, scope: Scope): SelectionSetNode {
  const fields = set.selections.filter((it) => it.kind === Kind.FIELD)
  const ofAny = fields.map((field) => trunkOfField(field, parent, path, scope))
  if (!isAbstractType(parent)) return setOf(ofAny)
  const fragments = set.selections.filter((it) => it.kind === Kind.INLINE_FRAGMENT)
  const keys: SelectionNode[] = []
  const types = scope.schema.getPossibleTypes(parent).flatMap((type): SelectionNode | readonly SelectionNode[] => {
    const at = [...path, { TypeCondition: [type.name] }]
    const entry = scope.entries.get(type.name)
    const asked = askedOf(type, fragments, scope.schema)
    const own = entry && isInterfaceType(parent) ? asked.filter(({ name }) => !parent.getFields()[name.value]) : []
    if (entry && own.length > 0) {
      keys.push(typename, ...entry.key.selections)
      scope.detours.push({ path: at, type: type.name, entry, operation: operationAt(entry, own, scope) })
    }
    const left = asked.filter((field) => !own.includes(field)).map((field) => trunkOfField(field, type, at, scope))
    return left.length > 0 ? fragmentOn(type.name, left) : []
  })
  return setOf([...keys, ...ofAny, ...types])
}

function trunkOfField(field: FieldNode, parent: GraphQLCompositeType, path: Path, scope: Scope): FieldNode {
  if (!field.selectionSet || !('getFields' in parent)) return field
  const { type } = parent.getFields()[field.name.value] ?? { type: scope.schema.getType(enteredBy(field.name.value))! }
  const at: FlattenNodePathSegment[] = [...path, { Field: responseKey(field) }]
  for (let list = type; 'ofType' in list; list = list.ofType) if (isListType(list)) at.push('@')
  return { ...field, selectionSet: trunkOf(field.selectionSet, getNamedType(type) as GraphQLCompositeType, at, scope) }
}

function operationAt(
  { field }: Entry,
  selections: readonly FieldNode[],
  { operation }: Scope,
): OperationDefinitionNode {
  return { ...operation, operation: OperationTypeNode.QUERY, selectionSet: setOf([fieldOf(field, selections)]) }
}

/** The plan of a detour's operation, for the entities of its type at its place. */
export function planAt(detour: Detour, node: PlanNode): PlanNode[] {
  const placed = (path: Path): FlattenNodePathSegment[] => [...detour.path, ...path.slice(1)]
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return [{ ...node, nodes: node.nodes.flatMap((inner) => planAt(detour, inner)) }]
    case 'Flatten':
      return [{ ...node, path: placed(node.path) }]
    case 'BatchFetch': {
      const aliases = node.entityBatch.aliases.map((alias) => ({ ...alias, paths: alias.paths.map(placed) }))
      return [{ ...node, entityBatch: { aliases } }]
    }
    case 'Fetch':
      return fetchAt(detour, node)
    default:
      return [node]
  }
}

/** A fetch from a root field as one of entities; none where it brings no more than their key. */
function fetchAt({ path, type, entry }: Detour, fetch: FetchNode): FlattenNode[] {
  const [operation, ...fragments] = parse(fetch.operation, { noLocation: true }).definitions
  const { variableDefinitions = [], selectionSet } = operation as OperationDefinitionNode
  const asked = (selectionSet.selections[0] as FieldNode).selectionSet!
  const requires = [typename, ...entry.key.selections]
  if (asked.selections.every((it) => requires.some((key) => print(key) === print(it)))) return []
  const variables = ['$representations: [_Any!]!', ...variableDefinitions.map(print)]
  const entities = `_entities(representations: $representations) { ... on ${type} ${print(asked)} }`
  const node: FetchNode = {
    ...fetch,
    operation: [`query (${variables.join(', ')}) { ${entities} }`, ...fragments.map(print)].join('\n'),
    requires: [{ kind: 'InlineFragment', typeCondition: type, selections: required(requires) }],
  }
  return [{ kind: 'Flatten', path: [...path], node }]
}

function required(selections: readonly SelectionNode[]): RequiresSelection[] {
  return selections.flatMap((selection): RequiresSelection[] => {
    if (selection.kind !== Kind.FIELD) return []
    const { name, selectionSet } = selection
    return [{ kind: 'Field', name: name.value, selections: selectionSet && required(selectionSet.selections) }]
  })
}
