import type { FetchNode, PlanNode } from '@graphql-hive/router-query-planner'
import type { ExecutionResult, OperationDefinitionNode } from 'graphql'
import { HubError } from '#schema/errors.ts'
import { keepTypesApart } from './apart.ts'
import type { SubgraphAnswer } from './contract.ts'
import { compileRequest, compileRootReceiver, type Sources } from './fetch.ts'
import { compileNode, sequence } from './plan.ts'
import { type Plan, planNode } from './plan-operation.ts'
import type { Run } from './run.ts'

type Subscribe = (begin: () => Run, project: (run: Run) => ExecutionResult) => AsyncIterable<ExecutionResult>

/** Compiles a subscription: events from one subgraph, each completed by the rest of the plan. */
export function compileSubscription(operation: OperationDefinitionNode, plan: Plan, sources: Sources): Subscribe {
  const planned = planNode(operation, plan, sources.supergraph)
  const node = planned && keepTypesApart(planned, operation, sources.supergraph)
  const [first, ...rest] = node?.kind === 'Sequence' ? node.nodes : [node]
  if (first?.kind !== 'Subscription')
    throw new HubError('NOT_SUPPORTED', '此订阅无法执行：订阅的字段应由一个数据来源提供。')
  const primary: FetchNode = { ...first.primary, kind: 'Fetch' }
  const transport = sources.transports.get(primary.serviceName)
  if (!transport?.subscribe) {
    throw new HubError('NOT_SUPPORTED', `数据来源 ${primary.serviceName} 不支持订阅。`)
  }
  const request = compileRequest(primary)
  const receive = compileRootReceiver(primary, sources)
  const complete = sequence(rest.map((step: PlanNode | undefined) => compileNode(step!, sources)))
  return (begin, project) => {
    const first = begin()
    const events = transport.subscribe!(request(first, undefined), first.context)
    return (async function* answers(): AsyncIterable<ExecutionResult> {
      for await (const event of events as AsyncIterable<SubgraphAnswer>) {
        const run = begin()
        receive(run, event)
        await complete(run)
        yield project(run)
      }
    })()
  }
}
