import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { ExecutionResult, FormattedExecutionResult } from 'graphql'
import type { Logger } from 'pino'
import type { Notes } from '../telemetry/notes.ts'
import { streamEvents } from './event-stream.ts'
import { execute } from './execute.ts'
import { liveResults } from './live-results.ts'
import type { Accepted } from './negotiate.ts'
import { present, refusal } from './present.ts'
import { respond } from './respond.ts'
import type { Service } from './service.ts'
import { statusOf } from './status.ts'
import { type Asker, contextFor, type Taken } from './take.ts'
import { retryAfter } from './turn-away.ts'

/** One HTTP request under way. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly notes: Notes
  readonly logger: Logger
  accepted: Accepted
  /** Who asks, once that is known. */
  asker?: Asker
  /** Gives back the request's place among those answered at once. */
  leave?: () => void
}

/** Runs an operation and sends what comes of it. Its engine stays open until the answer is complete. */
export async function run(exchange: Exchange, taken: Taken, service: Service): Promise<void> {
  const { request, response, notes, logger } = exchange
  const { prepared, variables } = taken
  const { errors } = taken.asker.standing
  notes.kind = prepared.kind
  notes.operation = prepared.operation.name?.value
  const end = service.work.begin(taken.engine)
  const aborter = new AbortController()
  const abort = () => aborter.abort()
  response.once('close', () => {
    if (!response.writableFinished) abort()
  })
  try {
    const headers = request.headers as Record<string, string>
    service.usage.note(taken, headers)
    const context = contextFor(taken, notes, headers, aborter.signal, service)
    await service.traces.operation(notes, context, async () => {
      if (prepared.kind === 'subscription') {
        const results = await prepared.subscribe(variables, context)
        if (Symbol.asyncIterator in results) await follow(exchange, results, abort, service)
        else await send(exchange, present(results, logger, errors))
      } else {
        const result = await execute(prepared, variables, context, service.budget, abort)
        await send(exchange, present(result, logger, errors))
      }
    })
  } finally {
    end()
  }
}

/** Sends one result in the type the client accepts. */
export async function send(
  { request, response, accepted, notes }: Exchange,
  result: FormattedExecutionResult,
): Promise<void> {
  if (result.errors) notes.codes = [...new Set(result.errors.map(({ extensions }) => extensions?.code))]
  const type = accepted.json ?? 'application/json'
  const status = statusOf(result, type)
  const headers: OutgoingHttpHeaders = { 'x-request-id': notes.requestId }
  if (!accepted.json && status === 200) return streamEvents(response, once(result), headers)
  if (status === 401) headers['www-authenticate'] = 'Bearer error="invalid_token"'
  if (status === 405) headers.allow = request.method === 'GET' ? 'POST' : 'GET, POST'
  if (status === 503) headers['retry-after'] = retryAfter()
  if (status === 429) headers['retry-after'] = String(result.errors![0]!.extensions!.retryAfter)
  notes.bytes = await respond(response, status, `${type}; charset=utf-8`, JSON.stringify(result), headers)
}

async function follow(
  { response, notes, logger, asker, leave }: Exchange,
  results: AsyncIterable<ExecutionResult>,
  abort: () => void,
  { streams }: Service,
): Promise<void> {
  const events = liveResults(
    results,
    (result) => present(result, logger, asker?.standing.errors),
    (error) => refusal(error, logger, asker?.standing.errors),
    abort,
  )
  // It waits for what will happen, and keeps nobody waiting.
  leave?.()
  streams.add(response)
  response.once('close', () => {
    streams.delete(response)
    void events.return(undefined)
  })
  return streamEvents(response, events, { 'x-request-id': notes.requestId })
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}
