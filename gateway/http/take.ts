import type { Engine, Prepared, RequestContext } from '../engine/contract.ts'
import type { Notes } from '../telemetry/notes.ts'
import type { Parameters } from './parameters.ts'
import type { Service } from './service.ts'

/** An operation ready to run: on this engine, whatever engine comes after it. */
export interface Taken {
  readonly engine: Engine
  readonly prepared: Prepared
  readonly variables: Record<string, unknown>
}

/** Finds the document, checks it against the limits and has it planned. Throws all that is wrong with it. */
export function take(parameters: Parameters, { documents, engine, operations }: Service): Taken {
  const query = documents.textOf(parameters)
  const { operationName, variables } = parameters
  const current = engine()
  const prepared = operations.prepare(current, { query, operationName }, variables)
  if ('errors' in prepared) throw new AggregateError(prepared.errors)
  return { engine: current, prepared, variables }
}

/** What the engine is told of the request. A subscription has no deadline. */
export async function contextFor(
  { prepared: { kind } }: Taken,
  { requestId }: Notes,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  { viewer, budget }: Service,
): Promise<RequestContext> {
  const context = { requestId, headers, viewer: await viewer(headers), signal }
  return kind === 'subscription' ? context : { ...context, deadline: Date.now() + budget }
}
