import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { signingKeys } from '#schema/signature.ts'
import { startGateway } from '../../../gateway/main.ts'
import { createOutbound } from '../../../gateway/outbound/outbound.ts'
import { registrySource } from '../../../gateway/supergraph/registry-source.ts'
import { type Caller, openDoor } from '../../../subgraphs/publishing/door.ts'
import { enterHouse } from '../../../subgraphs/publishing/enter.ts'
import { answer } from '../../../subgraphs/publishing/examine.ts'
import { gatewayRoute } from '../../../subgraphs/publishing/gateway-route.ts'
import { registrar } from '../../../subgraphs/publishing/store.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import type { SubgraphServer } from '../../../subgraphs/server.ts'
import { asOwner, type FreshDatabase, freshDatabase, secret } from '../../postgres.ts'
import { jilinSdl, serveJilin } from '../../subgraphs/publishing/jilin-server.ts'
import { post } from '../monolith.ts'

const folder = await mkdtemp(join(tmpdir(), 'lianku-registry-'))
const copy = join(folder, 'supergraph.json')
const config = readConfig({ PORT: '0', LIANKU_SECRET: secret })
const keys = signingKeys(config)
const caller: Caller = { by: 'lianku', viewer: registrar, force: true }
let data: FreshDatabase
let jilin: SubgraphServer
let registry: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  data = await freshDatabase()
  await enterHouse(data.database, subgraphs)
  jilin = await serveJilin(data.database)
  const route = gatewayRoute(data.database, keys)
  registry = await serve(0, async (request, response) => {
    if (!(await route(request, response))) response.writeHead(404).end()
  })
})
afterAll(async () => {
  registry?.close()
  await jilin?.close()
  await data?.drop()
  await rm(folder, { recursive: true })
})

async function serve(port: number, listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const addressOf = (port: number) => `http://127.0.0.1:${port}/supergraph`

async function start(url = addressOf(registry.port)) {
  const source = registrySource(url, copy, keys)
  const outbound = createOutbound(config, keys)
  return startGateway({
    config,
    logger: pino({ level: 'silent' }),
    supergraph: source,
    transport: (subgraph) => (source.isHouse(subgraph.name) ? outbound.own(subgraph) : outbound.contributed(subgraph)),
    ready: async () => true,
    usage: (uses) => source.post('/usage', uses),
  })
}

const door = () => openDoor(data.database, { examined: answer })
const publish = () =>
  door().publish({ name: 'jilin', url: jilin.url, files: [{ file: 'jilin.graphql', text: jilinSdl }] }, caller)
const ask = async (url: string) => (await post(url, { query: '{ jlFairs(first: 1) { id } }' })).body
const fairs = { data: { jlFairs: [{ id: 'jl-fair:JL001' }] } }
const isLive = async (url: string) => JSON.stringify(await ask(url)) === JSON.stringify(fairs)

it('gives gateways the graph, each new one within seconds, and learns what was asked', async () => {
  const gateways = [await start(), await start()]
  try {
    const urls = gateways.map(({ url }) => url)
    expect(await Promise.all(urls.map(isLive))).toEqual([false, false])
    expect((await publish()).outcome).toBe('IN_FORCE')
    await vi.waitUntil(async () => (await Promise.all(urls.map(isLive))).every((it) => it), { timeout: 30_000 })
    expect(JSON.parse(await readFile(copy, 'utf8'))).toMatchObject({
      state: 2,
      house: subgraphs.map(({ name }) => name),
    })
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.close()))
  }
  const coordinates = `select unnest(coordinates) as it from publishing.operation`
  expect((await asOwner(data.url, coordinates)).map(({ it }) => it)).toContain('Query.jlFairs(first:)')
})

it('is not needed to start again: the last graph that could be served is kept', async () => {
  const { port } = registry
  registry.close()
  const gateway = await start(addressOf(port))
  try {
    expect(await ask(gateway.url)).toEqual(fairs)
    // Back, it has a graph that nobody can serve: what is served goes on, and so does the copy.
    const broken = JSON.stringify({ state: 9, house: [], supergraph: 'type Query {' })
    let asked = 0
    registry = await serve(port, (_, response) => {
      asked++
      response.end(broken)
    })
    await vi.waitUntil(() => asked > 1, { timeout: 30_000 })
    expect(await ask(gateway.url)).toEqual(fairs)
    expect(await readFile(copy, 'utf8')).not.toBe(broken)
  } finally {
    await gateway.close()
  }
  const again = await start()
  expect(await ask(again.url)).toEqual(fairs)
  await again.close()
})

it('that is away is named where there is no copy', async () => {
  const url = addressOf(registry.port)
  registry.close()
  await writeFile(copy, '{')
  await expect(start(url)).rejects.toThrow(
    /^SUPERGRAPH is http:\/\/127\.0\.0\.1:\d+\/supergraph, which gives none: .+ no copy/,
  )
})

it('tells nobody the graph who does not sign with its keys', async () => {
  const route = gatewayRoute(data.database, keys)
  registry = await serve(0, (request, response) => void route(request, response))
  const other = registrySource(
    addressOf(registry.port),
    join(folder, 'none.json'),
    signingKeys(readConfig({ LIANKU_SECRET: 'another secret of tests' })),
  )
  await expect(other.read()).rejects.toThrow('it answered 401')
  expect((await fetch(addressOf(registry.port))).status).toBe(401)
})
