import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { type ErrorCode, HubError } from '#schema/errors.ts'

/** Answers its own paths beside the graph; resolves to false where the path is somebody else's. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** Answers a path beside the graph with JSON. */
export function answerJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  if (response.headersSent || response.destroyed) return
  const body = Buffer.from(`${JSON.stringify(value)}\n`)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** Answers with an error in the form of the graph's errors; what was not made for clients rises. */
export function answerError(response: ServerResponse, error: unknown): void {
  if (!(error instanceof HubError)) throw error
  const challenge = error.code === 'BAD_ACCESS_KEY' ? { 'www-authenticate': 'Bearer' } : {}
  const status = statuses[error.code] ?? 400
  const wait = status === 503 ? { 'retry-after': retryAfter } : {}
  answerJson(response, status, { errors: [error] }, { ...challenge, ...wait })
}

/** Seconds after which to try again what could not be written now. */
const retryAfter = '5'

const statuses: Partial<Record<ErrorCode, number>> = {
  BAD_ACCESS_KEY: 401,
  BAD_SIGNATURE: 401,
  ACCESS_DENIED: 403,
  NOT_FOUND: 404,
  UNKNOWN_LIBRARY: 404,
  UNKNOWN_SUBGRAPH: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INTERNAL: 500,
  NO_ROOM: 503,
  OVERLOADED: 503,
  DATABASE_UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 504,
}
