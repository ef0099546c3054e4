import type { IncomingMessage } from 'node:http'
import type { Engine, Prepared, RequestContext } from '../engine/contract.ts'
import { type Caller, callerOf } from '../identity/caller.ts'
import { costOfRefusal } from '../limits/rate.ts'
import type { Standing } from '../limits/standing.ts'
import type { Notes } from '../telemetry/notes.ts'
import type { Parameters } from './parameters.ts'
import type { Service } from './service.ts'

/** Who asks, and what they may. */
export interface Asker extends Caller {
  readonly standing: Standing
}

/** An operation ready to run: on this engine, whatever engine comes after it. */
export interface Taken {
  readonly engine: Engine
  readonly prepared: Prepared
  readonly variables: Record<string, unknown>
  readonly asker: Asker
}

/** Finds out who asks. Throws what is wrong with their token, or RATE_LIMITED when they have nothing left to ask with. */
export async function admit(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  headers: Readonly<Record<string, string>>,
  { viewer, proxies, standingOf, rate }: Service,
): Promise<Asker> {
  const caller = callerOf(await viewer(headers), request, proxies)
  const standing = standingOf(caller.role)
  if (caller.account !== undefined) await rate.refuseSpent(caller.account, standing.limits.costPerMinute)
  return { ...caller, standing }
}

/** Finds the document, checks it against the limits, has it planned and charges its cost. Throws all that is wrong with it. */
export async function take(parameters: Parameters, asker: Asker, service: Service, notes?: Notes): Promise<Taken> {
  const { account, standing } = asker
  const charge = (cost: number) =>
    account === undefined ? undefined : service.rate.charge(account, cost, standing.limits.costPerMinute)
  const query = service.documents.textOf(parameters, standing.ownDocuments)
  const { operationName, variables } = parameters
  const engine = service.engine()
  const outcome = service.operations.prepare(engine, { query, operationName }, variables, standing)
  if ('errors' in outcome) {
    await charge(costOfRefusal)
    throw new AggregateError(outcome.errors)
  }
  if (notes) notes.cost = outcome.cost
  await charge(outcome.cost + 1)
  return { engine, prepared: outcome.prepared, variables, asker }
}

/** What the engine is told of the request. A subscription has no deadline. */
export function contextFor(
  { prepared: { kind }, asker: { viewer } }: Taken,
  { requestId }: Notes,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  { budget }: Service,
): RequestContext {
  const context = { requestId, headers, viewer, signal }
  return kind === 'subscription' ? context : { ...context, deadline: Date.now() + budget }
}
