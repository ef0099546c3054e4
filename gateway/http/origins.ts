import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Lets pages of the given origins call the graph (CORS). Returns true when the request was a preflight, now answered:
 * one without permissions, for an origin that has none.
 */
export function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: ReadonlySet<string>): boolean {
  const { origin } = request.headers
  const allowed = origin !== undefined && origins.has(origin)
  if (allowed) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('access-control-expose-headers', 'x-request-id')
  }
  if (request.method !== 'OPTIONS') return false
  response.writeHead(204, {
    allow: 'GET, POST, OPTIONS',
    ...(allowed
      ? {
          'access-control-allow-methods': 'GET, POST',
          'access-control-allow-headers': request.headers['access-control-request-headers'] ?? 'content-type',
          'access-control-max-age': '7200',
        }
      : {}),
    vary: 'origin, access-control-request-headers',
  })
  response.end()
  return true
}

/** Whether a WebSocket may be opened from the page that asks: no page, one of ours, or one of an allowed origin. */
export function mayConnect(request: IncomingMessage, origins: ReadonlySet<string>): boolean {
  const { origin, host } = request.headers
  return origin === undefined || origins.has(origin) || URL.parse(origin)?.host === host
}
