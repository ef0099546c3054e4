import { join } from 'node:path'
import type { Config } from '#schema/config.ts'
import { signingKeys } from '#schema/signature.ts'
import type { Route } from './answer.ts'
import type { Hub } from './hub.ts'
import { changesRoute } from './intake/feed/route.ts'
import { carryOutApart } from './intake/http/apart.ts'
import { openJobs } from './intake/http/jobs.ts'
import { intakeRoute } from './intake/http/route.ts'
import { openDoor } from './publishing/door.ts'
import { gatewayRoute } from './publishing/gateway-route.ts'
import { publishingRoute } from './publishing/route.ts'
import { runningAsk } from './publishing/running.ts'
import { sinks } from './registry.ts'

export type Routes = {
  readonly answer: Route
  /** Ends what they had begun in the background; the next hub takes it up. */
  readonly close: () => void
}

/** Every path of the hub beside the graph; `log` is told what went wrong in the house. */
export function routesOf(
  { url, database, folder: home }: Hub,
  config: Config,
  log: (sentence: string) => void,
): Routes {
  const folder = join(home, 'intake')
  const carryOut = carryOutApart({ url, secret: config.secret, folder })
  const jobs = openJobs({ database, carryOut, folder, reportDays: config.intakeReportDays, log })
  const routes: readonly Route[] = [
    changesRoute(database, sinks),
    intakeRoute({ database, jobs, folder, mostBytes: config.intakeMaxBytes, log }),
    publishingRoute(database, openDoor(database, { running: runningAsk(config) })),
    gatewayRoute(database, signingKeys(config)),
  ]
  return {
    async answer(request, response) {
      for (const route of routes) if (await route(request, response)) return true
      return false
    },
    close: jobs.close,
  }
}
