import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Config } from '#schema/config.ts'
import type { Hub } from './hub.ts'
import { openJobs } from './intake/http/jobs.ts'
import { intakeRoute } from './intake/http/route.ts'
import { sinks } from './registry.ts'

/** Answers its own paths beside the graph; resolves to false where the path is somebody else's. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** Every path of the hub beside the graph; `log` is told what went wrong in the house. */
export function routesOf(
  { database, folder: home }: Hub,
  { intakeMaxBytes: mostBytes }: Config,
  log: (sentence: string) => void,
): Route {
  const folder = join(home, 'intake')
  const jobs = openJobs({ database, sinks, folder, log })
  const routes: readonly Route[] = [intakeRoute({ database, jobs, folder, mostBytes, log })]
  return async (request, response) => {
    for (const route of routes) if (await route(request, response)) return true
    return false
  }
}
