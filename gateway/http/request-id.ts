import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The id a proxy in front gave the request, when it is one we can write to a log; else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID()
}
