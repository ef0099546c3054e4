import type {
  EntityBatchAlias,
  FlattenNodePathSegment,
  InlineFragmentRequiresNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner'
import {
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isInterfaceType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
} from 'graphql'
import { askedOf, askedOfAny, below, isWithin } from './asked.ts'
import { responseKey } from './names.ts'
import { type Place, placesAt } from './places.ts'
import type { Supergraph } from './supergraph.ts'
import { setOf } from './syntax.ts'

export interface Scope {
  readonly operation: OperationDefinitionNode
  readonly schema: GraphQLSchema
  /** Those that are interface objects where the batch is asked. */
  readonly interfaces: ReadonlySet<string>
  readonly requirementOf: Supergraph['requirementOf']
  /** Names of all fields that some fetch of the plan hands to a subgraph. */
  readonly required: ReadonlySet<string>
}

/** Entities that are asked the same: where they stand, and what stands for them. */
export interface Group {
  readonly paths: FlattenNodePathSegment[][]
  readonly requires: RequiresSelection[]
  readonly selection: SelectionNode
}

/** What the planner fetches of an interface object under one alias. */
interface Fetched {
  readonly type: GraphQLInterfaceType
  readonly subgraph: string
  readonly fragment: InlineFragmentNode
  readonly sent: readonly InlineFragmentRequiresNode[]
}

/** The entities of an alias by what is asked of them; undefined where it is for no interface object, or right as it is. */
export function groupsOf(
  { paths, requires }: EntityBatchAlias,
  entities: FieldNode,
  subgraph: string,
  scope: Scope,
): readonly Group[] | undefined {
  const [planned, ...others] = entities.selectionSet!.selections
  if (others.length > 0 || planned?.kind !== Kind.INLINE_FRAGMENT) return undefined
  const type = scope.schema.getType(planned.typeCondition?.name.value ?? '')
  if (!isInterfaceType(type) || !scope.interfaces.has(type.name)) return undefined
  const sent = requires.filter((it) => it.kind === 'InlineFragment')
  if (sent.length < requires.length) return undefined
  // An interface object can say of no object what type it has.
  const selections = planned.selectionSet.selections.filter((it) => it.kind !== Kind.FIELD || !isTypename(it))
  if (sent.every((it) => isSent(selections, it))) return []
  const fetched: Fetched = { type, subgraph, sent, fragment: { ...planned, selectionSet: setOf(selections) } }
  const places = paths.flatMap((path) => placesAt(path, scope.operation, scope.schema))
  const ofAny = places.flatMap((place) => askedOfAny(place.selections))
  // Where it reaches the objects by an interface object too, the planner sends one of the types only.
  const mayBeLost = paths.every((path) => isOfAnyType(path.at(-1)))
  const found = places.map((place) => groupsAt(place, fetched, ofAny, mayBeLost, scope))
  const groups = found.flatMap((at) => at.groups)
  const isRight =
    selections.length === planned.selectionSet.selections.length &&
    found.every((at) => at.isRight && at.groups.length === 1) &&
    new Set(groups.map(({ selection }) => print(selection))).size === 1
  return groups.length === 0 || isRight ? undefined : groups
}

/** The groups of one place, and whether the planner sends just these types with all that they require. */
function groupsAt(
  { path, types, selections }: Place,
  { type, subgraph, fragment, sent }: Fetched,
  ofAny: readonly FieldNode[],
  mayBeLost: boolean,
  scope: Scope,
): { readonly groups: readonly Group[]; readonly isRight: boolean } {
  const keys = new Set(askedOfAny([fragment]).map(responseKey))
  const groups = new Map<string, Group>()
  let isRight = true
  for (const possible of types) {
    if (!scope.schema.isSubType(type, possible)) continue
    const ofType = askedOf(possible, selections, scope.schema)
    const [selection] = pruned([fragment], { ofType, ofAny }, scope.required)
    const own = sent.find(({ typeCondition }) => isWithin(possible, typeCondition, scope.schema))
    const isLost = mayBeLost && ofType.some((field) => keys.has(responseKey(field)))
    const isAsked = selection !== undefined && (isLost || own !== undefined)
    isRight &&= isAsked === (own !== undefined)
    if (!isAsked) continue
    const model = own ?? sent[0]!
    const asked = askedOfAny([selection]).map(({ name }) => name.value)
    const standing = withRequired(model.selections, type.name, asked, subgraph, scope)
    isRight &&= own?.selections.length === standing.length
    const text = print(selection)
    const mine: RequiresSelection = { ...model, typeCondition: possible.name, selections: standing }
    groups.set(text, { paths: [[...path]], selection, requires: [...(groups.get(text)?.requires ?? []), mine] })
  }
  return { groups: [...groups.values()], isRight }
}

/**
 * What stands for entities, with what fields asked of them require, where these are leaves of theirs: the planner leaves
 * out what only one of two fields requires that it asks for in one fetch.
 */
function withRequired(
  sent: readonly RequiresSelection[],
  type: string,
  fields: readonly string[],
  subgraph: string,
  { requirementOf }: Scope,
): RequiresSelection[] {
  const names = new Set(sent.flatMap((it) => (it.kind === 'Field' ? it.name : [])))
  const required = fields.flatMap((field) => requirementOf(type, field, subgraph)?.selection.selections ?? [])
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

/** What the client asks at one place of objects of one type, and of any. */
interface Asked {
  readonly ofType: readonly FieldNode[]
  readonly ofAny: readonly FieldNode[]
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
