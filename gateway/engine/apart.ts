import type {
  BatchFetchNode,
  EntityBatchAlias,
  FlattenNodePathSegment,
  InlineFragmentRequiresNode,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner'
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  isInterfaceType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  visit,
} from 'graphql'
import { askedOf, askedOfAny, below, isWithin } from './asked.ts'
import { responseKey } from './names.ts'
import { placesAt } from './places.ts'
import type { Requirement } from './requirements.ts'
import type { Supergraph } from './supergraph.ts'
import { nameOf, setOf } from './syntax.ts'

/**
 * A plan that asks an interface object about each type only what was asked of that type. The planner asks it, for all
 * types of one path at once, whatever was asked of any: a null where none may be, in a field that was never asked of a
 * type, would take along what was.
 */
export function keepTypesApart(
  plan: PlanNode,
  operation: OperationDefinitionNode,
  { schema, interfaceObjects, requirementOf }: Pick<Supergraph, 'schema' | 'interfaceObjects' | 'requirementOf'>,
): PlanNode {
  const required = namesRequired(plan)
  const walk = (node: PlanNode): PlanNode[] => {
    if (node.kind === 'Sequence' || node.kind === 'Parallel') return [{ ...node, nodes: node.nodes.flatMap(walk) }]
    const batch = asBatch(node)
    const interfaces = interfaceObjects(batch?.serviceName ?? '')
    const divided =
      batch && interfaces.size > 0 && divide(batch, { operation, schema, interfaces, requirementOf, required })
    if (!divided) return [node]
    return divided.entityBatch.aliases.length > 0 ? [divided] : []
  }
  return walk(plan)[0]!
}

interface Scope {
  readonly operation: OperationDefinitionNode
  readonly schema: GraphQLSchema
  /** Those that are interface objects where the batch is asked. */
  readonly interfaces: ReadonlySet<string>
  readonly requirementOf: Supergraph['requirementOf']
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
    const entities = askedOfAny(whole.selectionSet.selections).find((field) => responseKey(field) === alias.alias)!
    const groups = groupsOf(alias, entities, batch.serviceName, scope)
    if (!groups) {
      aliases.push(alias)
      selections.push(entities)
      continue
    }
    const at = variables.findIndex(({ variable }) => variable.name.value === alias.representationsVariableName)
    const [taken] = variables.splice(at, 1)
    groups.forEach(({ paths, requires, selection }, i) => {
      const name = `${alias.alias}_${i}`
      const variable = { kind: Kind.VARIABLE, name: nameOf(`${alias.representationsVariableName}_${i}`) } as const
      aliases.push({ ...alias, alias: name, representationsVariableName: variable.name.value, paths, requires })
      variables.push({ ...taken!, variable })
      selections.push({
        ...entities,
        alias: nameOf(name),
        arguments: [{ kind: Kind.ARGUMENT, name: nameOf('representations'), value: variable }],
        selectionSet: setOf([selection]),
      })
    })
  }
  const before = batch.entityBatch.aliases
  if (aliases.length === before.length && aliases.every((alias, i) => alias === before[i])) return undefined
  const operation = print({ ...whole, variableDefinitions: variables, selectionSet: setOf(selections) })
  return { ...batch, operation, entityBatch: { aliases } }
}

/** Entities that are asked the same: where they stand, and what stands for them. */
interface Group {
  readonly paths: FlattenNodePathSegment[][]
  readonly requires: RequiresSelection[]
  readonly selection: SelectionNode
}

/** What the client asks at one place of objects of one type, and of any. */
interface Asked {
  readonly ofType: readonly FieldNode[]
  readonly ofAny: readonly FieldNode[]
}

/** The types of an alias by what is asked of them; undefined where it is not for an interface object, or right as it is. */
function groupsOf(
  { paths, requires }: EntityBatchAlias,
  entities: FieldNode,
  subgraph: string,
  scope: Scope,
): readonly Group[] | undefined {
  const [fragment, ...others] = entities.selectionSet!.selections
  if (others.length > 0 || fragment?.kind !== Kind.INLINE_FRAGMENT) return undefined
  const type = scope.schema.getType(fragment.typeCondition?.name.value ?? '')
  if (!isInterfaceType(type) || !scope.interfaces.has(type.name)) return undefined
  const sent = requires.filter((it) => it.kind === 'InlineFragment')
  if (sent.length < requires.length) return undefined
  // An interface object can say of no object what type it has.
  const wanted = fragment.selectionSet.selections.filter((it) => it.kind !== Kind.FIELD || !isTypename(it))
  if (sent.every((it) => isSent(wanted, it))) return []
  const places = paths.flatMap((path) => placesAt(path, scope.operation, scope.schema))
  const ofAny = places.flatMap((place) => askedOfAny(place.selections))
  const keys = new Set(askedOfAny(wanted).map(responseKey))
  const isForAny = paths.every((path) => isOfAnyType(path.at(-1)))
  const groups: Group[] = []
  let isRight = wanted.length === fragment.selectionSet.selections.length
  for (const { path, types, selections } of places) {
    const here = new Map<string, Group>()
    for (const possible of types.filter((it) => scope.schema.isSubType(type, it))) {
      const ofType = askedOf(possible, selections, scope.schema)
      const [selection] = pruned([{ ...fragment, selectionSet: setOf(wanted) }], { ofType, ofAny }, scope.required)
      const own = sent.find(({ typeCondition }) => isWithin(possible, typeCondition, scope.schema))
      // Where it reaches the objects by an interface object too, the planner sends one of the types only.
      const isLost = isForAny && ofType.some((field) => keys.has(responseKey(field)))
      const isAsked = selection !== undefined && (isLost || own !== undefined)
      isRight &&= isAsked === (own !== undefined)
      if (!isAsked) continue
      const text = print(selection)
      // The planner also leaves out what only one of two fields requires that it asks for in one fetch.
      const standing = withRequired(
        (own ?? sent[0]!).selections,
        (name) => scope.requirementOf(type.name, name, subgraph),
        askedOfAny([selection]),
      )
      isRight &&= own?.selections.length === standing.length
      const mine: RequiresSelection = { ...(own ?? sent[0]!), typeCondition: possible.name, selections: standing }
      here.set(text, { paths: [[...path]], selection, requires: [...(here.get(text)?.requires ?? []), mine] })
    }
    isRight &&= here.size === 1
    groups.push(...here.values())
  }
  const asked = new Set(groups.map(({ selection }) => print(selection)))
  return groups.length === 0 || (isRight && asked.size === 1) ? undefined : groups
}

/** What stands for entities, with what fields asked of them require, where these are leaves of theirs. */
function withRequired(
  sent: readonly RequiresSelection[],
  requirementOf: (field: string) => Requirement | undefined,
  fields: readonly FieldNode[],
): RequiresSelection[] {
  const names = new Set(sent.flatMap((it) => (it.kind === 'Field' ? it.name : [])))
  const required = fields.flatMap(({ name }) => requirementOf(name.value)?.selection.selections ?? [])
  const leaves = required.flatMap((it) =>
    it.kind === Kind.FIELD && !it.selectionSet && !it.arguments?.length ? it.name.value : [],
  )
  const missing = [...new Set(leaves)].filter((name) => !names.has(name))
  return [...sent, ...missing.map((name): RequiresSelection => ({ kind: 'Field', name }))]
}

/** Whether entities are asked for no more than what stands for them. */
function isSent(wanted: readonly SelectionNode[], { selections }: InlineFragmentRequiresNode): boolean {
  const names = selections.flatMap((it) => (it.kind === 'Field' && !it.selections?.length ? it.name : []))
  return wanted.every((it) => it.kind === Kind.FIELD && names.includes(responseKey(it)))
}

function isTypename({ name }: FieldNode): boolean {
  return name.value === '__typename'
}

function isOfAnyType(segment: FlattenNodePathSegment | undefined): boolean {
  return segment === '@' || segment === undefined || 'Field' in segment
}

/** The selections without what is asked only of other types; what nobody asks has a reason of the planner's. */
function pruned(
  selections: readonly SelectionNode[],
  { ofType, ofAny }: Asked,
  required: ReadonlySet<string>,
): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection]
    let asked: Asked = { ofType, ofAny }
    if (selection.kind === Kind.FIELD) {
      if (required.has(selection.name.value)) return [selection]
      const same = (fields: readonly FieldNode[]) =>
        fields.filter((field) => responseKey(field) === responseKey(selection))
      if (same(ofType).length === 0) return same(ofAny).length > 0 ? [] : [selection]
      const inside = (fields: readonly FieldNode[]) => askedOfAny(below(same(fields)))
      asked = { ofType: inside(ofType), ofAny: inside(ofAny) }
    }
    if (!selection.selectionSet) return [selection]
    const kept = pruned(selection.selectionSet.selections, asked, required)
    return kept.length > 0 ? [{ ...selection, selectionSet: setOf(kept) }] : []
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
