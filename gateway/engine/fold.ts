import type {
  FetchNode,
  FlattenNode,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner'
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { responseKey } from './names.ts'

/**
 * A plan that asks no subgraph a second time for entities it has just handed over: the planner does, where another
 * subgraph requires a field that the client did not select. What can be told apart no more is left as it is.
 */
export function foldFetches(plan: PlanNode, schema: GraphQLSchema): PlanNode {
  if (plan.kind !== 'Sequence') return plan
  const flattened = plan.nodes.flatMap((node) => (node.kind === 'Parallel' ? node.nodes : [node])).filter(isFlatten)
  const kept: PlanNode[] = []
  for (const node of plan.nodes) {
    const extra = extraOf(node)
    if (!extra || !foldInto(kept, extra, flattened, schema)) kept.push(node)
  }
  return kept.length === 1 ? kept[0]! : { ...plan, nodes: kept }
}

type Path = readonly FlattenNodePathSegment[]

/** A fetch that adds plain fields to entities of one type. */
interface Extra {
  readonly subgraph: string
  readonly path: Path
  readonly type: string
  readonly fields: readonly FieldNode[]
}

function extraOf(node: PlanNode): Extra | undefined {
  if (node.kind !== 'Flatten' || node.node.kind !== 'Fetch' || !isPlain(node.path)) return undefined
  const { serviceName, operation, requires, variableUsages, inputRewrites, outputRewrites } = node.node
  if (variableUsages?.length || inputRewrites?.length || outputRewrites?.length) return undefined
  if (!requiresKeyOnly(requires ?? [])) return undefined
  const fragment = entityFragment(parse(operation, { noLocation: true }))
  const fields = fragment?.selectionSet.selections.filter(isBare) ?? []
  if (!fragment || fields.length < fragment.selectionSet.selections.length) return undefined
  return { subgraph: serviceName, path: node.path, type: fragment.type, fields }
}

/** Folds it into the fetch before that found its entities; says whether there is one that can take it. */
function foldInto(nodes: PlanNode[], extra: Extra, flattened: readonly FlattenNode[], schema: GraphQLSchema): boolean {
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!
    if (node.kind === 'Parallel') {
      const inner = [...node.nodes]
      if (!foldInto(inner, extra, flattened, schema)) continue
      nodes[at] = { ...node, nodes: inner }
      return true
    }
    const fetch = node.kind === 'Flatten' ? node.node : node
    const path = node.kind === 'Flatten' ? node.path : []
    if (fetch.kind !== 'Fetch' || !leadsTo(path, extra.path)) continue
    // Another fetch of this subgraph for the same objects finds entities for those that are of another type.
    if (flattened.filter((other) => isSame(other.path, path) && asks(other, fetch.serviceName)).length > 1) return false
    const widened = widen(fetch, extra, extra.path.slice(path.length), schema)
    if (!widened) continue
    nodes[at] = node.kind === 'Flatten' ? { ...node, node: widened } : widened
    return true
  }
  return false
}

function widen(fetch: FetchNode, extra: Extra, rest: Path, schema: GraphQLSchema): FetchNode | undefined {
  if (fetch.serviceName !== extra.subgraph || (fetch.operationKind ?? 'query') !== 'query') return undefined
  if (fetch.inputRewrites?.length || fetch.outputRewrites?.length) return undefined
  const document = parse(fetch.operation, { noLocation: true })
  const operation = document.definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION)!
  const fragment = entityFragment(document)
  const start = fragment ? schema.getType(fragment.type) : schema.getQueryType()
  const found = follow(fragment?.selectionSet ?? operation.selectionSet, start, rest)
  if (found?.type.name !== extra.type) return undefined
  const missing: FieldNode[] = []
  for (const field of extra.fields) {
    const known = found.set.selections.find((it) => it.kind === Kind.FIELD && responseKey(it) === responseKey(field))
    // A null where none may be would take its whole entity along, which the fetch of its own did not risk.
    const type = found.type.getFields()[field.name.value]?.type
    if (known ? !isBare(known) || known.alias : !type || isNonNullType(type)) return undefined
    if (!known) missing.push(field)
  }
  Object.assign(found.set, { selections: [...found.set.selections, ...missing] })
  return { ...fetch, operation: print(document) }
}

/** The selection at the end of a path, where every step is a field of an object type that is asked without conditions. */
function follow(set: SelectionSetNode, type: unknown, path: Path) {
  let at: { readonly set: SelectionSetNode; readonly type: GraphQLObjectType } | undefined
  at = isObjectType(type) ? { set, type } : undefined
  for (const segment of path) {
    if (segment === '@' || !at) continue
    const key = 'Field' in segment ? segment.Field : undefined
    const field: SelectionNode | undefined = at.set.selections.find(
      (it) => it.kind === Kind.FIELD && responseKey(it) === key,
    )
    const next = field?.kind === Kind.FIELD ? at.type.getFields()[field.name.value] : undefined
    const named = next && getNamedType(next.type)
    at =
      field?.kind === Kind.FIELD && field.selectionSet && isObjectType(named)
        ? { set: field.selectionSet, type: named }
        : undefined
  }
  return at
}

/** What an operation selects of `_entities`, if these are of one type. */
function entityFragment(document: DocumentNode) {
  if (document.definitions.length !== 1) return undefined
  const [operation] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return undefined
  const [field, ...others] = operation.selectionSet.selections
  if (others.length > 0 || field?.kind !== Kind.FIELD || field.name.value !== '_entities' || field.alias)
    return undefined
  const [fragment, ...more] = field.selectionSet?.selections ?? []
  if (more.length > 0 || fragment?.kind !== Kind.INLINE_FRAGMENT || !fragment.typeCondition) return undefined
  return { type: fragment.typeCondition.name.value, selectionSet: fragment.selectionSet }
}

/** One field is the key itself; with more, some may be what a `@requires` wants of others, and come only this way. */
function requiresKeyOnly(requires: readonly RequiresSelection[]): boolean {
  const [fragment, ...others] = requires
  if (others.length > 0 || fragment?.kind !== 'InlineFragment') return false
  const [key, ...more] = fragment.selections.filter((it) => it.kind !== 'Field' || it.name !== '__typename')
  return more.length === 0 && key?.kind === 'Field' && !key.selections?.length
}

function isBare(selection: SelectionNode): selection is FieldNode {
  if (selection.kind !== Kind.FIELD || selection.selectionSet || selection.alias) return false
  return !selection.arguments?.length && !selection.directives?.length
}

function isFlatten(node: PlanNode): node is FlattenNode {
  return node.kind === 'Flatten'
}

function asks({ node }: FlattenNode, subgraph: string): boolean {
  return node.kind === 'Fetch' && node.serviceName === subgraph
}

function isPlain(path: Path): boolean {
  return path.every((segment) => segment === '@' || 'Field' in segment)
}

function leadsTo(path: Path, end: Path): boolean {
  return path.length < end.length && isSame(path, end.slice(0, path.length))
}

function isSame(one: Path, other: Path): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
