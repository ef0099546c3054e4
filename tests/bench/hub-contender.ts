import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { createHttpTransport } from '../../gateway/engine/http-transport.ts'
import { startHouse } from '../../gateway/house.ts'
import { startGateway } from '../../gateway/main.ts'
import { readConfig } from '../../schema/config.ts'
import { scalars } from '../../schema/scalars.ts'
import { openConnection } from '../../subgraphs/database/connection.ts'
import { openHub } from '../../subgraphs/hub.ts'
import { subgraphs } from '../../subgraphs/registry.ts'
import { serveSubgraph } from '../../subgraphs/server.ts'
import { cpuMs, databaseProcesses } from './lists/measure.ts'
import { questions } from './lists/questions.ts'
import { openWorld, secret } from './lists/world.ts'

/** One process of the benchmark: `node hub-contender.ts <kind> <samples, file or address>`. It sends its ports, then its usage. */
const [, , kind = '', given = ''] = process.argv

const unlimited = { LIMITS: 'costPerMinute=999999999', LOG_LEVEL: 'silent', SAMPLES: '', LIANKU_SECRET: secret }

/** Database and all subgraphs; the processor time of both counts as theirs. */
async function sources() {
  const world = await openWorld(given === 'small' ? 'small' : 'medium')
  const first = await databaseProcesses(world.owner)
  // As the house opens it, so that both sign cursors with one key.
  const hub = await openHub(readConfig({ ...unlimited, DATABASE_URL: world.url }), () => undefined)
  const urls: Record<string, string> = {}
  for (const subgraph of subgraphs) {
    const options = { port: 0, host: '127.0.0.1' }
    urls[subgraph.name] = (await serveSubgraph(subgraph, hub, options)).url
  }
  report(() => (cpuMs(first) ?? Number.NaN) / 1_000)
  return { urls, database: world.url }
}

async function house(): Promise<number> {
  const config = { ...readConfig({ ...unlimited, DATABASE_URL: given }), port: 0 }
  return portOf((await startHouse(config, () => undefined)).url)
}

async function overHttp(): Promise<number> {
  const gateway = await startGateway({
    config: { ...readConfig(unlimited), port: 0 },
    logger: pino({ level: 'silent' }),
    supergraph: { text: await readFile(given, 'utf8') },
    transport: createHttpTransport,
    scalars,
    ready: async () => true,
  })
  return portOf(gateway.url)
}

/** A package of the benchmark's own installation; types are none of the project's. */
// biome-ignore lint/suspicious/noExplicitAny: measured from outside, as anybody would
const other = (name: string): Promise<any> => import(name)

async function apollo(): Promise<number> {
  const { ApolloGateway } = await other('@apollo/gateway')
  const { ApolloServer } = await other('@apollo/server')
  const { startStandaloneServer } = await other('@apollo/server/standalone')
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: await readFile(given, 'utf8') }) })
  return portOf((await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })).url)
}

/** The statements that `bench` compares with, behind the least of HTTP: four connections, one a request. */
async function byHand(): Promise<number> {
  const connections = Array.from({ length: 4 }, () => openConnection({ url: given, settings: { jit: 'off' } }))
  let turn = 0
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    const { byHand } = questions.find((question) => question.query === query)!
    const answer = Object.values(byHand).at(-1)!
    const text = Buffer.from(`{"data":${await answer(connections[turn++ % connections.length]!.send, variables)}}`)
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': text.length })
    response.end(text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

function report(cpu: () => number): void {
  process.removeAllListeners('message')
  process.on('message', () => process.send!({ cpu: cpu(), peak: process.resourceUsage().maxRSS / 1024 }))
}

function portOf(url: string): number {
  return Number(new URL(url).port)
}

const kinds: Record<string, () => Promise<unknown>> = {
  sources,
  'Apollo Gateway': apollo,
  'Lianku over HTTP': overHttp,
  'Lianku in process': house,
  'SQL by hand': byHand,
}

report(() => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
})
process.send!({ ports: await kinds[kind]!() })
