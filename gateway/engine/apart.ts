import type {
  BatchFetchNode,
  EntityBatchAlias,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner'
import {
  type FieldNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

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
  if (!batch.entityBatch.aliases.some(({ requires }) => requires.length > 1)) return undefined
  const [document, ...others] = parse(batch.operation, { noLocation: true }).definitions
  if (document?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return undefined
  const aliases: EntityBatchAlias[] = []
  const selections: SelectionNode[] = []
  const variables = [...(document.variableDefinitions ?? [])]
  for (const alias of batch.entityBatch.aliases) {
    const entities = fieldsIn(document.selectionSet).find((field) => keyOf(field) === alias.alias)!
    const groups = groupsOf(alias, entities, scope)
    if (groups.length < 2) {
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
  if (aliases.length === batch.entityBatch.aliases.length) return undefined
  const operation = print({ ...document, variableDefinitions: variables, selectionSet: setOf(selections) })
  return { ...batch, operation, entityBatch: { aliases } }
}

interface Group {
  readonly requires: RequiresSelection[]
  readonly selection: InlineFragmentNode
}

function groupsOf({ paths, requires }: EntityBatchAlias, entities: FieldNode, scope: Scope): readonly Group[] {
  const [fragment, ...others] = entities.selectionSet!.selections
  if (others.length > 0 || fragment?.kind !== Kind.INLINE_FRAGMENT) return []
  if (!isInterfaceType(scope.schema.getType(fragment.typeCondition?.name.value ?? ''))) return []
  const asked = paths.flatMap((path) => selectedAt(path, scope.operation.selectionSet))
  const groups = new Map<string, Group>()
  for (const one of requires) {
    const type = scope.schema.getType(one.kind === 'InlineFragment' ? one.typeCondition : '')
    if (!isObjectType(type)) return []
    const finds = (condition: string) => {
      const wider = scope.schema.getType(condition)
      return isAbstractType(wider) ? scope.schema.isSubType(wider, type) : condition === type.name
    }
    const ofType = asked.flatMap((set) => fieldsIn(set, finds))
    const ofAny = asked.flatMap((set) => fieldsIn(set))
    const selection = { ...fragment, selectionSet: pruned(fragment.selectionSet, ofType, ofAny, scope.required) }
    const text = print(selection)
    groups.set(text, { selection, requires: [...(groups.get(text)?.requires ?? []), one] })
  }
  return [...groups.values()]
}

/** The selections without what is asked only of other types; what nobody asks has a reason of the planner's. */
function pruned(
  set: SelectionSetNode,
  ofType: readonly FieldNode[],
  ofAny: readonly FieldNode[],
  required: ReadonlySet<string>,
): SelectionSetNode {
  const kept = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind !== Kind.FIELD || required.has(selection.name.value)) return [selection]
    const same = (fields: readonly FieldNode[]) => fields.filter((field) => keyOf(field) === keyOf(selection))
    if (same(ofType).length === 0) return same(ofAny).length > 0 ? [] : [selection]
    if (!selection.selectionSet) return [selection]
    const below = (fields: readonly FieldNode[]) => same(fields).flatMap(({ selectionSet }) => fieldsIn(selectionSet))
    return [{ ...selection, selectionSet: pruned(selection.selectionSet, below(ofType), below(ofAny), required) }]
  })
  return setOf(kept.length > 0 ? kept : set.selections)
}

/** What an operation selects of the objects at a path, of whatever type. */
function selectedAt(path: readonly FlattenNodePathSegment[], set: SelectionSetNode): readonly SelectionSetNode[] {
  let sets = [set]
  for (const segment of path) {
    if (segment === '@' || !('Field' in segment)) continue
    const fields = sets.flatMap((it) => fieldsIn(it)).filter((field) => keyOf(field) === segment.Field)
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

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value
}

function nameOf(value: string) {
  return { kind: Kind.NAME, value } as const
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections }
}
