import { pathToFileURL } from 'node:url'
import { type Config, readConfig } from '#schema/config.ts'
import { signingKeys } from '#schema/signature.ts'
import { openHub } from './hub.ts'
import { enterHouse } from './publishing/enter.ts'
import { subgraphs } from './registry.ts'
import { routesOf } from './routes.ts'
import { type SubgraphServer, serveSubgraph } from './server.ts'

/** Starts one subgraph by name, with the database it needs: `npm run subgraph talent`. */
export async function startSubgraph(
  name: string | undefined,
  config: Config,
  say: (sentence: string) => void,
): Promise<SubgraphServer> {
  const subgraph = subgraphs.find((it) => it.name === name)
  if (!subgraph) {
    throw new TypeError(`Name one subgraph: ${subgraphs.map((it) => it.name).join(', ')}. Got ${name ?? 'none'}.`)
  }
  // Where the services of several subgraphs share a database, one of them brings the samples in.
  const brings = config.databaseUrl === undefined || subgraph.name === 'library'
  const hub = await openHub(brings ? config : { ...config, samples: undefined }, say)
  try {
    const { port, host } = config
    // One of the services keeps the registry, and is where the hub is reached beside the graph.
    const isDesk = subgraph.name === 'library'
    if (isDesk) await enterHouse(hub.database, subgraphs)
    const routes = isDesk ? routesOf(hub, config, console.error) : undefined
    const server = await serveSubgraph(subgraph, hub, {
      port,
      host,
      keys: signingKeys(config),
      elsewhere: routes?.answer,
    })
    return {
      url: server.url,
      async close() {
        routes?.close()
        await server.close()
        await hub.close()
      },
    }
  } catch (error) {
    await hub.close()
    throw error
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const config = readConfig()
    const server = await startSubgraph(process.argv[2], config, console.log)
    const whom =
      signingKeys(config).length > 0
        ? "It answers the gateway's viewers, and everybody else with public rows only."
        : 'It knows no callers and answers public rows only.'
    console.log(`Subgraph ${process.argv[2]} is ready: ${server.url}. ${whom}`)
    const stop = () => server.close().then(() => process.exit(0))
    process.once('SIGTERM', stop).once('SIGINT', stop)
  } catch (error) {
    console.error(error instanceof TypeError ? error.message : error)
    process.exit(1)
  }
}
