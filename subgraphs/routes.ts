import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Hub } from './hub.ts'

/** Answers its own paths beside the graph; resolves to false where the path is somebody else's. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** Every path of the hub beside the graph. */
export function routesOf(_hub: Hub): Route {
  const routes: readonly Route[] = []
  return async (request, response) => {
    for (const route of routes) if (await route(request, response)) return true
    return false
  }
}
