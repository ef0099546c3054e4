import type { BatchFetchNode, FetchNode, PlanNode, QueryPlan } from '@graphql-hive/router-query-planner'
import { type GraphQLSchema, Kind, type OperationDefinitionNode, print } from 'graphql'
import { HubError } from '#schema/errors.ts'
import { keepTypesApart } from './apart.ts'
import { withoutEmptySelections } from './empty-selections.ts'
import type { Sources } from './fetch.ts'
import { firstAsked } from './first-asked.ts'
import { foldFetches } from './fold.ts'
import { ofKnownTypes } from './known-types.ts'
import { mixesArguments } from './mixed.ts'
import { responseKey } from './names.ts'
import { ownName } from './order.ts'
import { compileNode, sequence } from './plan.ts'
import type { Step } from './run.ts'
import type { Supergraph } from './supergraph.ts'

/** Plans the text of one operation. */
export type Plan = (text: string) => QueryPlan

/** Plans an operation and compiles the plan. */
export function planOperation(operation: OperationDefinitionNode, plan: Plan, sources: Sources): Step {
  const { supergraph } = sources
  const whole = planNode(operation, plan, supergraph)
  if (!whole) return () => undefined
  if (operation.operation === 'query') {
    return compileNode(keepTypesApart(foldFetches(whole, supergraph.schema), operation, supergraph), sources)
  }
  if (operation.operation !== 'mutation' || whole.kind === 'Fetch') return compileNode(whole, sources)
  return sequence(
    rootFields(operation).flatMap((one) => {
      const node = planNode(one, plan, supergraph)
      return node ? compileNode(keepTypesApart(node, one, supergraph), sources) : []
    }),
  )
}

/**
 * Plans an operation without what nobody can give. For the sake of types that who is asked for some objects does not know,
 * the planner asks others for the same objects, whose answers would be mixed with the first, object by object.
 */
export function planNode(operation: OperationDefinitionNode, plan: Plan, supergraph: Supergraph): PlanNode | undefined {
  const node = planWhole(operation, plan, supergraph)
  const { types, narrowed } = supergraph.partial
  if (!node || types.size === 0 || (node.kind === 'Fetch' && narrowed.size === 0)) return node
  const known = ofKnownTypes(operation, firstAsked(node, operation, supergraph), supergraph)
  return print(known) === print(operation) ? node : planNode(known, plan, supergraph)
}

function planWhole(operation: OperationDefinitionNode, plan: Plan, { schema }: Supergraph): PlanNode | undefined {
  let node: PlanNode | undefined
  try {
    const planned = plan(print(operation)).node
    node = planned && asMeant(planned, schema)
  } catch (error) {
    if (String(error).includes('Recursion limit')) throw new HubError('BAD_REQUEST', '查询的嵌套超过了约 48 层的上限。')
    throw new HubError('NOT_SUPPORTED', '无法为此查询制定执行计划：所选字段之间没有可达的数据来源。')
  }
  if (node && mixesArguments(node)) {
    throw new HubError('NOT_SUPPORTED', '无法为此查询制定执行计划：所选字段以不同的参数依赖同一个字段，请分几次查询。')
  }
  return node
}

/** A plan as the planner means it: subgraphs under their own names, operations that are GraphQL. */
function asMeant(node: PlanNode, schema: GraphQLSchema): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((inner) => asMeant(inner, schema)) }
    case 'Flatten':
      return { ...node, node: asMeant(node.node, schema) }
    case 'Subscription':
      return { ...node, primary: fetchAsMeant(node.primary, schema) }
    case 'Fetch':
    case 'BatchFetch':
      return fetchAsMeant(node, schema)
    default:
      return node
  }
}

function fetchAsMeant<Node extends FetchNode | BatchFetchNode>(node: Node, schema: GraphQLSchema): Node {
  const operation = withoutEmptySelections(node.operation, schema)
  return { ...node, serviceName: ownName(node.serviceName), operation }
}

/**
 * A mutation's root fields one by one. The planner lets the second begin while the first still fetches what it
 * selects; the specification lets the second begin when the first is complete.
 */
function rootFields(operation: OperationDefinitionNode): OperationDefinitionNode[] {
  const groups = new Map<string, OperationDefinitionNode['selectionSet']['selections'][number][]>()
  for (const selection of operation.selectionSet.selections) {
    const key = selection.kind === Kind.FIELD ? responseKey(selection) : `…${groups.size}`
    groups.set(key, [...(groups.get(key) ?? []), selection])
  }
  return [...groups.values()].map((selections) => ({
    ...operation,
    selectionSet: { ...operation.selectionSet, selections },
  }))
}
