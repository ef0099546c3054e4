import { pathToFileURL } from 'node:url'
import type { GraphQLError } from 'graphql'
import { type Config, readConfig } from '#schema/config.ts'
import { maskError } from '#schema/errors.ts'
import { scalars } from '#schema/scalars.ts'
import { signingKeys } from '#schema/signature.ts'
import { extensionsOf, requestOf } from '../subgraphs/context.ts'
import { openHub } from '../subgraphs/hub.ts'
import { watchDrift } from '../subgraphs/publishing/drift.ts'
import { enterHouse, houseVersion } from '../subgraphs/publishing/enter.ts'
import { followGraph } from '../subgraphs/publishing/follow.ts'
import { readHealth, recordHealth } from '../subgraphs/publishing/health.ts'
import { runningAsk } from '../subgraphs/publishing/running.ts'
import { recordUsage } from '../subgraphs/publishing/usage.ts'
import { subgraphs } from '../subgraphs/registry.ts'
import { routesOf } from '../subgraphs/routes.ts'
import type { Transport } from './engine/contract.ts'
import { inProcessTransport } from './engine/in-process-transport.ts'
import { createViewerReader, viewerOf } from './identity/viewer.ts'
import { startGateway } from './main.ts'
import { createOutbound } from './outbound/outbound.ts'
import { drain, stopOnSignals } from './stop.ts'
import { createLogger } from './telemetry/log.ts'

/** Starts the whole house in this process: database, samples on the first start, every subgraph, the gateway. */
export async function startHouse(config: Config, say: (sentence: string) => void) {
  const logger = createLogger(config)
  const outbound = createOutbound(config, signingKeys(config))
  const hub = await openHub(config, say)
  try {
    const graph = await enterHouse(hub.database, subgraphs)
    const house = subgraphs.map(houseVersion)
    const routes = routesOf(hub, config, (sentence) => logger.error(sentence))
    const gateway = await startGateway({
      config,
      logger,
      supergraph: {
        text: graph.supergraph,
        watch: (_, taken) => followGraph(hub.database, graph, house, ({ supergraph }) => taken(supergraph)),
      },
      scalars,
      transport: ({ name, url }) => {
        const subgraph = subgraphs.find((it) => it.name === name)
        if (!subgraph) return outbound.contributed({ name, url })
        const transport = inProcessTransport({
          schema: subgraph.schema,
          contextFor: (context) => subgraph.contextFor(requestOf(hub, viewerOf(context), context.requestId)),
          extensionsOf,
        })
        return masked(transport, (error) => logger.error({ err: error, subgraph: name }, 'a resolver failed'))
      },
      viewer: createViewerReader(config, hub.rootSecret, logger),
      ready: () => hub.database.ping().then(() => true),
      elsewhere: routes.answer,
      usage: (uses) => recordUsage(hub.database, uses),
      health: {
        send: (gateway, hours) => recordHealth(hub.database, gateway, hours),
        read: (subgraph) => readHealth(hub.database, subgraph),
      },
    })
    const unwatch = watchDrift({
      database: hub.database,
      ask: runningAsk(config, { schemaOnly: true }),
      told: (drifts) =>
        gateway.metrics.drifted(new Map(Array.from(drifts, ([name, { problem }]) => [name, problem !== null]))),
      changed(subgraph, { problem }) {
        if (problem) logger.warn({ subgraph, code: problem.code }, 'a subgraph does not run what it published')
        else logger.info({ subgraph }, 'a subgraph runs what it published again')
      },
    })
    return {
      url: gateway.url,
      logger,
      async close(drain?: number) {
        unwatch()
        routes.close()
        await gateway.close(drain)
        await hub.close()
      },
    }
  } catch (error) {
    await hub.close()
    throw error
  }
}

/** Errors that rose inside a subgraph stay here; in process there is no server of its own to mask them. */
function masked(transport: Transport, record: (cause: unknown) => void): Transport {
  return {
    ...transport,
    async fetch(request, context) {
      const answer = await transport.fetch(request, context)
      if (!answer.errors) return answer
      return { ...answer, errors: answer.errors.map((error) => maskError(error as GraphQLError, record)) }
    },
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const house = await startHouse(readConfig(), console.log)
    const url = house.url.replace('//127.0.0.1:', '//localhost:')
    console.log(`Lianku is ready: ${url} (open it in a browser; Ctrl-C stops everything)`)
    stopOnSignals(() => house.close(drain), house.logger)
  } catch (error) {
    console.error(error instanceof TypeError ? error.message : error)
    process.exit(1)
  }
}
