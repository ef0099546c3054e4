import type {
  BatchFetchNode,
  EntityBatchAlias,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner'
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { responseKey } from './names.ts'

/**
 * A plan that asks an interface object about each type only what was asked of that type. The planner asks it, for all
 * types of one path at once, whatever was asked of any: a null where none may be, in a field that was never asked of a
 * type, would take along what was.
 */
export function keepTypesApart(plan: PlanNode, operation: OperationDefinitionNode, schema: GraphQLSchema): PlanNode {
  const required = namesRequired(plan)
  const walk = (node: PlanNode): PlanNode => {
    if (node.kind === 'Sequence' || node.kind === 'Parallel') return { ...node, nodes: node.nodes.map(walk) }
    const batch = asBatch(node)
    return (batch && divide(batch, { operation, schema, required })) ?? node
  }
  return walk(plan)
}

interface Scope {
  readonly operation: OperationDefinitionNode
  readonly schema: GraphQLSchema
  readonly required: ReadonlySet<string>
}

/** A fetch of entities as a batch of one. */
function asBatch(node: PlanNode): BatchFetchNode | undefined {
  if (node.kind === 'BatchFetch') return node
  if (node.kind !== 'Flatten' || node.node.kind !== 'Fetch') return undefined
  const { kind: _, requires = [], inputRewrites, outputRewrites, ...fetch } = node.node
  const names = { alias: '_entities', representationsVariableName: 'representations' }
  const alias: EntityBatchAlias = { ...names, paths: [node.path], requires, inputRewrites, outputRewrites }
  return { ...fetch, kind: 'BatchFetch', entityBatch: { aliases: [alias] } }
}

/** The batch with an alias for each group of types that is asked the same; undefined where each has one already. */
function divide(batch: BatchFetchNode, scope: Scope): BatchFetchNode | undefined {
  const whole = withoutSpreads(parse(batch.operation, { noLocation: true }))
  const aliases: EntityBatchAlias[] = []
  const selections: SelectionNode[] = []
  const variables = [...(whole.variableDefinitions ?? [])]
  for (const alias of batch.entityBatch.aliases) {
    const entities = fieldsIn(whole.selectionSet).find((field) => responseKey(field) === alias.alias)!
    const groups = groupsOf(alias, entities, scope)
    if (groups.length < 2 && (groups[0]?.requires.length ?? 0) <= alias.requires.length) {
      aliases.push(alias)
      selections.push(entities)
      continue
    }
    const at = variables.findIndex(({ variable }) => variable.name.value === alias.representationsVariableName)
    const [taken] = variables.splice(at, 1)
    groups.forEach(({ requires, selection }, i) => {
      const name = `${alias.alias}_${i}`
      const variable = { kind: Kind.VARIABLE, name: nameOf(`${alias.representationsVariableName}_${i}`) } as const
      aliases.push({ ...alias, alias: name, representationsVariableName: variable.name.value, requires })
      variables.push({ ...taken!, variable })
      selections.push({
        ...entities,
        alias: nameOf(name),
        arguments: [{ kind: Kind.ARGUMENT, name: nameOf('representations'), value: variable }],
        selectionSet: setOf([selection]),
      })
    })
  }
  if (aliases.every((alias, i) => alias === batch.entityBatch.aliases[i])) return undefined
  const operation = print({ ...whole, variableDefinitions: variables, selectionSet: setOf(selections) })
  return { ...batch, operation, entityBatch: { aliases } }
}

interface Group {
  readonly requires: RequiresSelection[]
  readonly selection: SelectionNode
}

/** What the client asks at one place of objects of one type, and of any. */
interface Asked {
  readonly ofType: readonly FieldNode[]
  readonly ofAny: readonly FieldNode[]
}

/** The types of an alias by what is asked of them; none where it is not for an interface object. */
function groupsOf({ paths, requires }: EntityBatchAlias, entities: FieldNode, scope: Scope): readonly Group[] {
  const [fragment, ...others] = entities.selectionSet!.selections
  if (others.length > 0 || fragment?.kind !== Kind.INLINE_FRAGMENT) return []
  const type = scope.schema.getType(fragment.typeCondition?.name.value ?? '')
  if (!isInterfaceType(type)) return []
  const sent = requires.map((it) => (it.kind === 'InlineFragment' ? it.typeCondition : ''))
  if (!sent.every((name) => isObjectType(scope.schema.getType(name)))) return []
  const asked = paths.flatMap((path) => selectedAt(path, scope.operation.selectionSet))
  const ofAny = asked.flatMap((set) => fieldsIn(set))
  const fetched = new Set(fieldsIn(fragment.selectionSet).map(responseKey))
  const isForAny = paths.every((path) => isOfAnyType(path.at(-1)))
  const groups = new Map<string, Group>()
  for (const possible of scope.schema.getPossibleTypes(type)) {
    const ofType = asked.flatMap((set) => fieldsIn(set, (condition) => isWithin(possible, condition, scope.schema)))
    const [selection] = pruned([fragment], { ofType, ofAny }, scope.required)
    // Where it reaches the objects by an interface object too, the planner sends one of the types only.
    const isLost = isForAny && ofType.some((field) => fetched.has(responseKey(field)))
    if (!selection || !(isLost || sent.includes(possible.name))) continue
    const text = print(selection)
    const one = requires[Math.max(sent.indexOf(possible.name), 0)]!
    const mine = { ...one, typeCondition: possible.name } as RequiresSelection
    groups.set(text, { selection, requires: [...(groups.get(text)?.requires ?? []), mine] })
  }
  return [...groups.values()]
}

function isOfAnyType(segment: FlattenNodePathSegment | undefined): boolean {
  return segment === '@' || segment === undefined || 'Field' in segment
}

function isWithin(type: GraphQLObjectType, condition: string, schema: GraphQLSchema): boolean {
  const wider = schema.getType(condition)
  return isAbstractType(wider) ? schema.isSubType(wider, type) : condition === type.name
}

/** The selections without what is asked only of other types; what nobody asks has a reason of the planner's. */
function pruned(
  selections: readonly SelectionNode[],
  { ofType, ofAny }: Asked,
  required: ReadonlySet<string>,
): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection]
    let below: Asked = { ofType, ofAny }
    if (selection.kind === Kind.FIELD) {
      if (required.has(selection.name.value)) return [selection]
      const same = (fields: readonly FieldNode[]) =>
        fields.filter((field) => responseKey(field) === responseKey(selection))
      if (same(ofType).length === 0) return same(ofAny).length > 0 ? [] : [selection]
      const inside = (fields: readonly FieldNode[]) => same(fields).flatMap((field) => fieldsIn(field.selectionSet))
      below = { ofType: inside(ofType), ofAny: inside(ofAny) }
    }
    if (!selection.selectionSet) return [selection]
    const kept = pruned(selection.selectionSet.selections, below, required)
    return kept.length > 0 ? [{ ...selection, selectionSet: setOf(kept) }] : []
  })
}

/** What an operation selects of the objects at a path, of whatever type. */
function selectedAt(path: readonly FlattenNodePathSegment[], set: SelectionSetNode): readonly SelectionSetNode[] {
  let sets = [set]
  for (const segment of path) {
    if (segment === '@' || !('Field' in segment)) continue
    const fields = sets.flatMap((it) => fieldsIn(it)).filter((field) => responseKey(field) === segment.Field)
    sets = fields.flatMap(({ selectionSet }) => selectionSet ?? [])
  }
  return sets
}

/** The fields of a selection, also those in fragments. */
function fieldsIn(set: SelectionSetNode | undefined, finds: (type: string) => boolean = () => true): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection]
    if (selection.kind !== Kind.INLINE_FRAGMENT) return []
    const type = selection.typeCondition?.name.value
    return type === undefined || finds(type) ? fieldsIn(selection.selectionSet, finds) : []
  })
}

/** Names of all fields that some fetch of a plan hands to a subgraph. */
function namesRequired(plan: PlanNode): ReadonlySet<string> {
  const names = new Set<string>()
  const read = (selections: readonly RequiresSelection[] = []) => {
    for (const selection of selections) {
      if (selection.kind === 'Field') names.add(selection.name).add(selection.alias ?? selection.name)
      if (selection.kind !== 'FragmentSpread') read(selection.selections)
    }
  }
  const walk = (node: PlanNode) => {
    if (node.kind === 'Sequence' || node.kind === 'Parallel') node.nodes.forEach(walk)
    for (const { requires } of asBatch(node)?.entityBatch.aliases ?? []) read(requires)
  }
  walk(plan)
  return names
}

/** The operation of a document with its fragments written out; the planner names those that it prints twice. */
function withoutSpreads({ definitions }: DocumentNode): OperationDefinitionNode {
  const fragments = definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION)
  return visit(definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION)!, {
    FragmentSpread({ name }) {
      const { typeCondition, selectionSet } = fragments.find((it) => it.name.value === name.value)!
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }
    },
  })
}

function nameOf(value: string) {
  return { kind: Kind.NAME, value } as const
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections }
}
