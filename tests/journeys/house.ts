import { readFile } from 'node:fs/promises'
import type { ExecutionResult } from 'graphql'
import { readConfig } from '#schema/config.ts'
import { createHttpTransport } from '../../gateway/engine/http-transport.ts'
import { startHouse } from '../../gateway/house.ts'
import { startGateway } from '../../gateway/main.ts'
import { createLogger } from '../../gateway/telemetry/log.ts'
import { subgraphs } from '../../subgraphs/registry.ts'
import { type SubgraphServer, serveSubgraph } from '../../subgraphs/server.ts'
import { type FreshDatabase, sampleDatabase, secret } from '../postgres.ts'

export type Topology = 'in one process' | 'over HTTP'

export const topologies: readonly Topology[] = ['in one process', 'over HTTP']

export type House = {
  readonly url: string
  readonly data: FreshDatabase
  /** The subgraphs' own servers by name, when there are any. */
  readonly servers: ReadonlyMap<string, SubgraphServer>
  /** Asks over HTTP, as a frontend does. */
  ask(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult>
  /** Asks, expects no error, and gives back the data. */
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the question's
  answer(query: string, variables?: Record<string, unknown>): Promise<any>
  close(): Promise<void>
}

/** The whole house over the small samples, listening on a port of its own. */
export async function openHouse(topology: Topology): Promise<House> {
  const data = await sampleDatabase()
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: data.url,
    LIANKU_SECRET: secret,
    SAMPLES: '',
    LIMITS: 'depth=20',
    // Beside other tests a first request may wait for its words' dictionary longer than a client would.
    REQUEST_BUDGET_MS: '30000',
  })
  const servers = new Map<string, SubgraphServer>()
  const gateway = topology === 'in one process' ? await startHouse(config, () => undefined) : await apart()

  async function apart() {
    for (const subgraph of subgraphs) {
      const hub = { database: data.database, secret: 'the key of cursors' }
      servers.set(subgraph.name, await serveSubgraph(subgraph, hub, { port: 0, host: '127.0.0.1' }))
    }
    return startGateway({
      config,
      logger: createLogger(config),
      supergraph: { text: await readFile(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8') },
      transport: ({ name }) => createHttpTransport({ name, url: servers.get(name)!.url }),
      ready: async () => true,
    })
  }

  async function ask(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult> {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as ExecutionResult
  }

  return {
    url: gateway.url,
    data,
    servers,
    ask,
    async answer(query, variables) {
      const { data: answered, errors } = await ask(query, variables)
      if (errors) throw new Error(errors.map(({ message, path }) => `${path?.join('.')}: ${message}`).join('\n'))
      return answered
    },
    async close() {
      await gateway.close()
      await Promise.all([...servers.values()].map((server) => server.close()))
      await data.drop()
    },
  }
}
