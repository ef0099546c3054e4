import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ExecutionResult, FormattedExecutionResult } from 'graphql'
import type { Logger } from 'pino'
import { HubError } from '#schema/errors.ts'
import type { Documents } from './documents.ts'
import type { Engine, Prepared, RequestContext } from './engine/contract.ts'
import { streamEvents } from './event-stream.ts'
import { execute } from './execute.ts'
import { refuseForgery } from './forgery.ts'
import { liveResults } from './live-results.ts'
import type { Metrics } from './metrics.ts'
import { type Accepted, negotiate } from './negotiate.ts'
import type { Operations } from './operations.ts'
import { readParameters } from './parameters.ts'
import { present, refusal } from './present.ts'
import { requestIdOf } from './request-id.ts'
import { respond } from './respond.ts'
import { statusOf } from './status.ts'
import type { Traces } from './traces.ts'
import type { Work } from './work.ts'

/** What every request is answered with. */
export interface Service {
  readonly engine: () => Engine
  readonly budget: number
  readonly csrfPrevention: boolean
  readonly documents: Documents
  readonly operations: Operations
  readonly work: Work
  /** Answers that end only when their reader goes, or the gateway does. */
  readonly streams: Set<ServerResponse>
  readonly metrics: Metrics
  readonly traces: Traces
  readonly logger: Logger
  readonly viewer: (headers: Readonly<Record<string, string>>) => unknown
}

/** What is noted of a request for its log line, its metrics and its trace; nothing of its variables or text. */
export interface Notes {
  readonly requestId: string
  readonly started: number
  operation?: string
  kind?: string
  codes?: readonly unknown[]
}

/** The life of a GraphQL request, from its head to the last byte of its answer. A step that refuses throws HubError. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  service: Service,
): Promise<void> {
  const notes: Notes = { requestId: requestIdOf(request), started: performance.now() }
  const logger = service.logger.child({ requestId: notes.requestId })
  response.setHeader('x-request-id', notes.requestId)
  let accepted: Accepted = { json: 'application/json', stream: false }
  const send = (result: FormattedExecutionResult) => sendResult(request, response, result, accepted, notes)
  let status = 200
  let bytes = 0
  try {
    accepted = negotiate(request.headers.accept)
    if (service.csrfPrevention) refuseForgery(request)
    const { variables, ...parameters } = await readParameters(request, search)
    const text = {
      query: service.documents.textOf({ variables, ...parameters }),
      operationName: parameters.operationName,
    }
    const engine = service.engine()
    const prepared = service.operations.prepare(engine, text, variables)
    if ('errors' in prepared) throw new AggregateError(prepared.errors)
    refuseUnfit(request, prepared, accepted)
    bytes = await run(request, response, { prepared, variables, engine, accepted, notes, logger, send }, service)
    status = response.statusCode
  } catch (error) {
    const errors = error instanceof AggregateError ? error.errors : [error]
    // Once its head is out an answer cannot become another: its reader learns by the broken connection.
    if (response.headersSent) response.destroy(error as Error)
    else bytes = await send(refusal(errors, logger))
    status = response.statusCode
  }
  const seconds = (performance.now() - notes.started) / 1_000
  service.metrics.answered(notes, status, seconds)
  logger.info(
    {
      method: request.method,
      operation: notes.operation,
      kind: notes.kind,
      status,
      codes: notes.codes,
      bytes,
      ms: Math.round(seconds * 1e5) / 100,
    },
    'answered',
  )
}

interface Running {
  readonly prepared: Prepared
  readonly variables: Record<string, unknown>
  readonly engine: Engine
  readonly accepted: Accepted
  readonly notes: Notes
  readonly logger: Logger
  readonly send: (result: FormattedExecutionResult) => Promise<number>
}

/** Executes on the engine taken, which stays open until the answer is complete. */
async function run(
  request: IncomingMessage,
  response: ServerResponse,
  { prepared, variables, engine, accepted, notes, logger, send }: Running,
  service: Service,
): Promise<number> {
  notes.kind = prepared.kind
  notes.operation = prepared.operation.name?.value
  const end = service.work.begin(engine)
  const aborter = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) aborter.abort()
  })
  try {
    const headers = request.headers as Record<string, string>
    const context: RequestContext & { deadline: number } = {
      requestId: notes.requestId,
      headers,
      viewer: await service.viewer(headers),
      signal: aborter.signal,
      deadline: Date.now() + service.budget,
    }
    return await service.traces.operation(notes, context, async () => {
      if (prepared.kind !== 'subscription') {
        const result = await execute(prepared, variables, context, () => aborter.abort())
        const presented = present(result, logger)
        return accepted.json ? send(presented) : streamEvents(response, once(presented))
      }
      const { deadline: _, ...unlimited } = context
      const results = await prepared.subscribe(variables, unlimited)
      if (!(Symbol.asyncIterator in results)) return streamEvents(response, once(present(results, logger)))
      const events = liveResults(
        results,
        (result: ExecutionResult) => present(result, logger),
        (error) => refusal([error], logger),
        () => aborter.abort(),
      )
      service.streams.add(response)
      response.once('close', () => {
        service.streams.delete(response)
        void events.return(undefined)
      })
      return streamEvents(response, events)
    })
  } finally {
    end()
  }
}

/** A mutation must not be reachable by a link, nor a subscription be answered once. */
function refuseUnfit(request: IncomingMessage, { kind }: Prepared, accepted: Accepted): void {
  if (kind === 'mutation' && request.method === 'GET') {
    throw new HubError('METHOD_NOT_ALLOWED', '变更（mutation）应以 POST 发送，收到 GET。')
  }
  if (kind === 'subscription' && !accepted.stream) {
    throw new HubError(
      'NOT_ACCEPTABLE',
      '订阅应在 Accept 中接受 text/event-stream，或使用 WebSocket（graphql-transport-ws）。',
    )
  }
}

async function sendResult(
  request: IncomingMessage,
  response: ServerResponse,
  result: FormattedExecutionResult,
  accepted: Accepted,
  notes: Notes,
): Promise<number> {
  if (result.errors) notes.codes = [...new Set(result.errors.map(({ extensions }) => extensions?.code))]
  const type = accepted.json ?? 'application/json'
  const status = statusOf(result, type)
  if (!accepted.json && status === 200) return streamEvents(response, once(result))
  return respond(response, status, `${type}; charset=utf-8`, JSON.stringify(result), {
    ...(status === 405 ? { allow: request.method === 'GET' ? 'POST' : 'GET, POST' } : {}),
    ...(status === 503 ? { 'retry-after': '1' } : {}),
  })
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}
