import type { IncomingMessage, ServerResponse } from 'node:http'
import { HubError } from '#schema/errors.ts'
import type { Prepared } from '../engine/contract.ts'
import { rankOf } from './admission.ts'
import { refuseForgery } from './forgery.ts'
import { type Accepted, negotiate } from './negotiate.ts'
import { readParameters } from './parameters.ts'
import { refusal } from './present.ts'
import { requestIdOf } from './request-id.ts'
import { type Exchange, run, send } from './run.ts'
import { record, type Service } from './service.ts'
import { admit, take } from './take.ts'

/** The life of a GraphQL request over HTTP, step by step. A step that refuses throws what the client may read. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  service: Service,
): Promise<void> {
  const exchange = begin(request, response, service)
  try {
    exchange.accepted = negotiate(request.headers.accept)
    if (service.csrfPrevention) refuseForgery(request)
    exchange.asker = await admit(request, request.headers as Record<string, string>, service)
    const parameters = await readParameters(request, search)
    // Not before: whoever sends slowly would take places without working for them.
    exchange.leave = service.admission.enter(rankOf(request))
    response.once('close', exchange.leave)
    const taken = await take(parameters, exchange.asker, service, exchange.notes)
    refuseUnfit(request, taken.prepared, exchange.accepted)
    await run(exchange, taken, service)
  } catch (error) {
    // Once its head is out an answer cannot become another: its reader learns by the broken connection.
    if (response.headersSent) response.destroy(error as Error)
    else await send(exchange, refusal(error, exchange.logger, exchange.asker?.standing.errors))
  }
  record(
    exchange.notes,
    request.method,
    response.destroyed && !response.writableFinished ? 499 : response.statusCode,
    service,
  )
}

function begin(request: IncomingMessage, response: ServerResponse, service: Service): Exchange {
  const requestId = requestIdOf(request)
  return {
    request,
    response,
    notes: { requestId, started: performance.now() },
    logger: service.logger.child({ requestId }),
    accepted: { json: 'application/json', stream: false },
  }
}

/** A mutation must not be reachable by a link, nor a subscription be answered once. */
function refuseUnfit({ method }: IncomingMessage, { kind }: Prepared, accepted: Accepted): void {
  if (kind === 'mutation' && method === 'GET') {
    throw new HubError('METHOD_NOT_ALLOWED', '变更（mutation）应以 POST 发送，收到 GET。')
  }
  if (kind === 'subscription' && !accepted.stream) {
    throw new HubError(
      'NOT_ACCEPTABLE',
      '订阅应在 Accept 中接受 text/event-stream，或使用 WebSocket（graphql-transport-ws）。',
    )
  }
}
