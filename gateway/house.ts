import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { type Config, readConfig } from '#schema/config.ts'
import { anyone } from '../subgraphs/context.ts'
import { openHub } from '../subgraphs/hub.ts'
import { subgraphs } from '../subgraphs/registry.ts'
import { createHttpTransport } from './engine/http.ts'
import { inProcessTransport } from './engine/in-process-transport.ts'
import { createLogger } from './log.ts'
import { startGateway } from './main.ts'
import { stopOnSignals } from './stop.ts'

const supergraphFile = new URL('../schema/supergraph.graphql', import.meta.url)

/** Starts the whole house in this process: database, samples on the first start, every subgraph, the gateway. */
export async function startHouse(config: Config, say: (sentence: string) => void) {
  const hub = await openHub(config, say)
  try {
    const gateway = await startGateway({
      config,
      logger: createLogger(config),
      supergraph: { text: await readFile(supergraphFile, 'utf8') },
      transport: ({ name, url }) => {
        const subgraph = subgraphs.find((it) => it.name === name)
        if (!subgraph) return createHttpTransport({ name, url })
        const db = hub.database.db(anyone)
        return inProcessTransport({
          schema: subgraph.schema,
          contextFor: () => subgraph.contextFor({ db, viewer: anyone, secret: hub.secret, now: new Date() }),
        })
      },
      ready: () => hub.database.ping().then(() => true),
    })
    return {
      url: gateway.url,
      async close() {
        await gateway.close()
        await hub.close()
      },
    }
  } catch (error) {
    await hub.close()
    throw error
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const config = readConfig()
  try {
    const house = await startHouse(config, console.log)
    console.log(`Lianku is ready: ${house.url} (open it in a browser; Ctrl-C stops everything)`)
    stopOnSignals(house.close, createLogger(config))
  } catch (error) {
    console.error(error instanceof TypeError ? error.message : error)
    process.exit(1)
  }
}
