import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { GraphQLObjectType } from 'graphql'
import type { CompiledQuery } from 'graphql-jit'
import { createEngine, type EngineOptions, type Prepared } from '../../gateway/engine/engine.ts'
import { exchange } from '../../gateway/engine/exchange.ts'
import { createHttpTransport } from '../../gateway/engine/http-transport.ts'
import { inProcessTransport } from '../../gateway/engine/in-process-transport.ts'
import { startGateway } from '../../gateway/main.ts'
import { readConfig } from '../../schema/config.ts'
import { monolith, type QueryName, queries, subgraphs } from './gateway-graph.ts'
import {
  ApolloServer,
  buildASTSchema,
  buildSubgraphSchema,
  compileQuery,
  isCompiledQuery,
  Pool,
  parse,
  pino,
  startStandaloneServer,
} from './product.ts'

/** One process of the benchmark: `node gateway-contender.ts <kind> <supergraph file>`. It sends its ports, then its usage. */
const [, , kind = '', supergraphFile = ''] = process.argv

const schemaOf = (subgraph: (typeof subgraphs)[number]) =>
  buildSubgraphSchema([{ typeDefs: subgraph.typeDefs, resolvers: subgraph.resolvers as never }])

/** Called in this process a subgraph is as the house defines its own: entities found together, rows without methods. */
const inProcess: EngineOptions['transport'] = ({ name }) => {
  const subgraph = subgraphs.find((it) => it.name === name)!
  const schema = schemaOf(subgraph)
  for (const type of Object.values(schema.getTypeMap())) type.extensions = { ...type.extensions, plain: true }
  const entities = schema.getQueryType()!.getFields()._entities
  const find = (it: { __typename: string }) =>
    (subgraph.resolvers[it.__typename]!.__resolveReference as (representation: object) => unknown)(it)
  if (entities) entities.resolve = async (_, { representations }) => representations.map(find)
  return inProcessTransport({ schema, contextFor: () => ({}) })
}

/** The product as it is served. */
async function product(transport: EngineOptions['transport']): Promise<number> {
  const gateway = await startGateway({
    // Nobody asks this much in earnest.
    config: { ...readConfig({ LIMITS: 'costPerMinute=999999999' }), port: 0 },
    logger: pino({ level: 'silent' }),
    supergraph: { text: await readFile(supergraphFile, 'utf8') },
    transport,
    ready: async () => true,
  })
  return Number(new URL(gateway.url).port)
}

/** Any function from a body to a body, behind the least of HTTP. */
async function bare(answer: (body: string) => string | Promise<string>): Promise<number> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.from(await answer(Buffer.concat(chunks).toString('utf8')))
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': text.length })
    response.end(text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function engineAlone(transport: EngineOptions['transport']): Promise<number> {
  const engine = createEngine({ supergraph: await readFile(supergraphFile, 'utf8'), transport })
  return bare(async (body) => {
    const { query, variables, operationName } = JSON.parse(body)
    const prepared = engine.prepare(query, operationName) as Prepared
    return JSON.stringify(await prepared.execute(variables, { requestId: '1', headers: {} }))
  })
}

/**
 * What no gateway can be spared over HTTP: the fetches of an operation, asked as the engine asks them and in its order,
 * their answers received and not read, the client's prepared.
 */
async function fetches(): Promise<number> {
  const pools = new Map<string, InstanceType<typeof Pool>>()
  const recorded = new Map<
    string,
    { readonly waves: [InstanceType<typeof Pool>, string][][]; readonly answer: string }
  >()
  for (const name of Object.keys(queries) as QueryName[]) {
    const waves: [InstanceType<typeof Pool>, string][][] = []
    let underWay = 0
    const engine = createEngine({
      supergraph: await readFile(supergraphFile, 'utf8'),
      transport: (subgraph) => {
        pools.set(subgraph.name, new Pool(subgraph.url!, { connections: 128 }))
        return createHttpTransport(subgraph)
      },
      observe: {
        fetch(subgraph, { document, variables }) {
          if (underWay++ === 0) waves.push([])
          waves.at(-1)!.push([pools.get(subgraph)!, JSON.stringify({ query: document, variables })])
          return () => void underWay--
        },
      },
    })
    const context = { requestId: '1', headers: {} }
    const result = await (engine.prepare(queries[name]) as Prepared).execute({ after: 1 }, context)
    recorded.set(name === 'small' ? 'Small' : 'Large', { waves, answer: JSON.stringify(result) })
    await engine.close()
  }
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const failed = () => new Error('A subgraph of the benchmark is late, or says too much.')
  const bounds = { left: 10_000, late: failed, maxBytes: 1 << 24, tooLarge: failed, signal: undefined }
  return bare(async (body) => {
    const { waves, answer } = recorded.get(body.includes('query Small') ? 'Small' : 'Large')!
    for (const wave of waves) {
      await Promise.all(wave.map(([pool, question]) => exchange(pool, { path: '/', headers, body: question }, bounds)))
    }
    return answer
  })
}

/** What a compiled executor gives where nothing is federated: all records in one schema, nothing else about. */
async function jitAlone(): Promise<number> {
  const schema = buildASTSchema(monolith.typeDefs)
  for (const [type, fields] of Object.entries(monolith.resolvers)) {
    const known = (schema.getType(type) as GraphQLObjectType).getFields()
    for (const [field, resolve] of Object.entries(fields)) known[field]!.resolve = resolve as never
  }
  const compiled = new Map<string, CompiledQuery>()
  return bare(async (body) => {
    const { query, variables } = JSON.parse(body)
    if (!compiled.has(query)) {
      const one = compileQuery(schema, parse(query))
      if (!isCompiledQuery(one)) throw new Error('graphql-jit does not take a query of the benchmark.')
      compiled.set(query, one)
    }
    return JSON.stringify(await compiled.get(query)!.query(undefined, {}, variables))
  })
}

/** The answers themselves: prepared, or parsed and printed again. */
async function floor(treat: (text: string) => string): Promise<number> {
  const engine = createEngine({ supergraph: await readFile(supergraphFile, 'utf8'), transport: inProcess })
  const prepared = new Map<string, string>()
  for (const name of Object.keys(queries) as QueryName[]) {
    const answer = await (engine.prepare(queries[name]) as Prepared).execute(
      { after: 1 },
      { requestId: '1', headers: {} },
    )
    prepared.set(name === 'small' ? 'Small' : 'Large', JSON.stringify(answer))
  }
  return bare((body) => treat(prepared.get(body.includes('query Small') ? 'Small' : 'Large')!))
}

/** A package of the benchmark's own installation; types are none of the project's. */
// biome-ignore lint/suspicious/noExplicitAny: measured from outside, as anybody would
const other = (name: string): Promise<any> => import(name)

async function apollo(): Promise<number> {
  const { ApolloGateway } = await other('@apollo/gateway')
  const gateway = new ApolloGateway({ supergraphSdl: await readFile(supergraphFile, 'utf8') })
  const { ApolloServer } = await other('@apollo/server')
  const { startStandaloneServer } = await other('@apollo/server/standalone')
  const server = new ApolloServer({ gateway, introspection: false })
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })
  return Number(new URL(url).port)
}

async function hive(): Promise<number> {
  const { createGatewayRuntime } = await other('@graphql-hive/gateway-runtime')
  const { unifiedGraphHandler } = await other('@graphql-hive/router-runtime')
  const supergraph = await readFile(supergraphFile, 'utf8')
  const runtime = createGatewayRuntime({ supergraph, unifiedGraphHandler, logging: false, maskedErrors: false })
  const server = createServer(runtime)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function serveSubgraphs(): Promise<Record<string, number>> {
  const ports: Record<string, number> = {}
  for (const subgraph of subgraphs) {
    const server = new ApolloServer({ schema: schemaOf(subgraph), introspection: false })
    const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })
    ports[subgraph.name] = Number(new URL(url).port)
  }
  return ports
}

const kinds: Record<string, () => Promise<number | Record<string, number>>> = {
  subgraphs: serveSubgraphs,
  'Apollo Gateway': apollo,
  'Hive Gateway (Rust planner)': hive,
  'Lianku over HTTP': () => product(createHttpTransport),
  'Lianku in process': () => product(inProcess),
  'engine alone over HTTP': () => engineAlone(createHttpTransport),
  'engine alone in process': () => engineAlone(inProcess),
  'graphql-jit alone, one schema': jitAlone,
  'floor: fetches alone': fetches,
  'floor: parse + print': () => floor((text) => JSON.stringify(JSON.parse(text))),
  'floor: prepared bytes': () => floor((text) => text),
}

const ports = await kinds[kind]!()
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send!({ cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 })
})
process.send!({ ports })
