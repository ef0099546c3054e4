import type { FetchNode } from '@graphql-hive/router-query-planner'
import { errorCodes, HubError } from '#schema/errors.ts'
import type { Observer, OperationKind, RequestContext, SubgraphAnswer, SubgraphRequest, Transport } from './contract.ts'
import { type Cause, clientError, failedAnswer, failureOf, isRecord, pathOf, placeErrors } from './failure.ts'
import { noteIncomplete } from './incomplete.ts'
import { mergeInto } from './merge.ts'
import { compileRewrites } from './rewrites.ts'
import type { Entity, Run, Step } from './run.ts'
import { filledKeys, renamedKeys } from './selection.ts'
import type { Supergraph } from './supergraph.ts'
import { noteWithheld } from './withheld.ts'

/** What compiling a plan needs besides the plan. */
export interface Sources {
  readonly supergraph: Supergraph
  readonly transports: ReadonlyMap<string, Transport>
  readonly observe: Observer | undefined
}

export type Ask = (run: Run, variables: Entity | undefined) => Promise<SubgraphAnswer>

/** A fetch of root fields: its answer is merged into the root. */
export function compileRootFetch(node: FetchNode, sources: Sources): Step {
  const ask = compileAsk(node, sources)
  const receive = compileRootReceiver(node, sources)
  return async (run) => receive(run, await ask(run, undefined))
}

/** What becomes of the answer to a root fetch; a subscription's events arrive the same way. */
export function compileRootReceiver(
  node: FetchNode,
  { supergraph }: Sources,
): (run: Run, answer: SubgraphAnswer) => void {
  const subgraph = node.serviceName
  const renamed = renamedKeys(node.outputRewrites)
  const keys = filledKeys(node.operation, undefined, renamed, supergraph)
  const rewrite = compileRewrites(node.outputRewrites, supergraph)
  const asked = new Set(filledKeys(node.operation, undefined, new Map(), supergraph).map(({ key }) => key))
  return (run, answer) => {
    const received = receive(answer, subgraph, renamed)
    const { data, causes } = isOfAnother(received.data, asked) ? { causes: [badAnswer(subgraph)] } : received
    if (data) {
      rewrite?.(data)
      mergeInto(run.data, data)
      for (const { error } of causes) run.errors.push({ error, path: [] })
      return
    }
    for (const { key } of keys) if (run.data[key] === undefined) run.data[key] = failureOf(key, subgraph, causes)
  }
}

/** Whether an answer is to another question, as when somebody else took the subgraph's address over. */
function isOfAnother(data: Entity | undefined, asked: ReadonlySet<string>): boolean {
  const keys = data ? Object.keys(data) : []
  return keys.length > 0 && !keys.some((key) => asked.has(key))
}

/** Compiles the question itself: document, variables, transport, observer. */
export function compileAsk(
  node: Pick<FetchNode, 'serviceName' | 'operation' | 'operationKind' | 'operationName' | 'variableUsages'>,
  { transports, observe }: Sources,
): Ask {
  const transport = transports.get(node.serviceName)
  if (!transport) throw new TypeError(`The plan asks "${node.serviceName}", which the supergraph does not name.`)
  const request = compileRequest(node)
  return async (run, variables) => {
    const question = request(run, variables)
    const told = observe?.fetch?.(node.serviceName, question, run.context)
    const answer = await fetchFrom(transport, question, run.context)
    told?.(answer)
    if (answer.extensions) {
      noteWithheld(run.withheld, answer.extensions)
      noteIncomplete(run.incomplete, answer.extensions)
    }
    return answer
  }
}

/** A transport that throws after all costs its own fields, like any other trouble. */
async function fetchFrom(
  transport: Transport,
  request: SubgraphRequest,
  context: RequestContext,
): Promise<SubgraphAnswer> {
  try {
    return await transport.fetch(request, context)
  } catch (error) {
    return error instanceof HubError ? { errors: [error] } : failedAnswer('SUBGRAPH_UNAVAILABLE')
  }
}

/** The request of a fetch: of the operation's variables only those it uses. */
export function compileRequest(
  node: Pick<FetchNode, 'operation' | 'operationKind' | 'operationName' | 'variableUsages'>,
): (run: Run, variables: Entity | undefined) => SubgraphRequest {
  const usages = node.variableUsages ?? []
  const base = {
    document: node.operation,
    operationKind: (node.operationKind ?? 'query') as OperationKind,
    ...(node.operationName ? { operationName: node.operationName } : {}),
  }
  if (usages.length === 0) return (_, variables) => (variables ? { ...base, variables } : base)
  return (run, own) => {
    const variables: Entity = { ...own }
    for (const name of usages) if (name in run.variables) variables[name] = run.variables[name]
    return { ...base, variables }
  }
}

/** Looks at an answer for the first time: data with its errors in place, or the causes of there being none. */
export function receive(
  answer: SubgraphAnswer,
  subgraph: string,
  renamed: ReadonlyMap<string, string>,
): { readonly data?: Entity; readonly causes: readonly Cause[] } {
  const errors = Array.isArray(answer.errors) ? answer.errors : []
  if (isRecord(answer.data)) {
    return { data: answer.data, causes: errors.length > 0 ? placeErrors(answer.data, errors, subgraph, renamed) : [] }
  }
  if (errors.length > 0) {
    return { causes: errors.map((error) => ({ error: clientError(error, subgraph), below: pathOf(error) })) }
  }
  return { causes: [badAnswer(subgraph)] }
}

export function badAnswer(subgraph: string): Cause {
  const extensions = { code: 'SUBGRAPH_BAD_ANSWER' }
  return { error: clientError({ message: errorCodes.SUBGRAPH_BAD_ANSWER.zh, extensions }, subgraph), below: [] }
}
