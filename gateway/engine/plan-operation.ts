import type { PlanNode, QueryPlan } from '@graphql-hive/router-query-planner'
import { Kind, type OperationDefinitionNode, print } from 'graphql'
import { HubError } from '#schema/errors.ts'
import { keepTypesApart } from './apart.ts'
import { planAt, takeDetours } from './detours.ts'
import { withoutEmptyFragments } from './empty-fragments.ts'
import type { Sources } from './fetch.ts'
import { foldFetches } from './fold.ts'
import { mixesArguments } from './mixed.ts'
import { responseKey } from './names.ts'
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

/** The plan of an operation; where the planner finds no way through it, of its trunk and its detours. */
export function planNode(operation: OperationDefinitionNode, plan: Plan, supergraph: Supergraph): PlanNode | undefined {
  let node: PlanNode | undefined
  try {
    const planned = plan(print(operation)).node
    node = planned && withoutEmptyFragments(planned)
  } catch (error) {
    if (String(error).includes('Recursion limit')) throw new HubError('BAD_REQUEST', '查询的嵌套超过了约 48 层的上限。')
    const { trunk, detours } = takeDetours(operation, supergraph)
    if (detours.length === 0)
      throw new HubError('NOT_SUPPORTED', '无法为此查询制定执行计划：所选字段之间没有可达的数据来源。')
    const first = planNode(trunk, plan, supergraph)!
    const nodes = detours.flatMap((detour) => planAt(detour, planNode(detour.operation, plan, supergraph)!))
    return {
      kind: 'Sequence',
      nodes: [...(first.kind === 'Sequence' ? first.nodes : [first]), { kind: 'Parallel', nodes }],
    }
  }
  if (node && mixesArguments(node)) {
    throw new HubError('NOT_SUPPORTED', '无法为此查询制定执行计划：所选字段以不同的参数依赖同一个字段，请分几次查询。')
  }
  return node
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
