import pino from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { HubError } from '#schema/errors.ts'
import type { SubgraphAnswer } from '../../../gateway/engine/contract.ts'
import { createHttpTransport } from '../../../gateway/engine/http-transport.ts'
import { fieldsAsked } from '../../../gateway/health/fields.ts'
import { createHealth, type Health } from '../../../gateway/health/health.ts'
import type { WatchedHour } from '../../../gateway/health/hour.ts'
import { createLatency } from '../../../gateway/health/latency.ts'
import { startGateway } from '../../../gateway/main.ts'
import { readHealth, recordHealth } from '../../../subgraphs/publishing/health.ts'
import { freshDatabase } from '../../postgres.ts'
import { startSubgraph, supergraphWith } from '../supergraph.ts'

const failed = (code: string): SubgraphAnswer => ({ data: null, errors: [{ message: '', extensions: { code } }] })

describe('how a subgraph fares', () => {
  let now = Date.UTC(2026, 10, 25, 6, 0)
  const health = createHealth(undefined, () => now)
  const fetched = (document: string, answer: SubgraphAnswer, ms: number, client?: string) =>
    health.fetched(
      'liaoning',
      { document, operationKind: 'query' },
      { requestId: 'r', headers: client ? { 'apollographql-client-name': client } : {} },
      answer,
      ms,
    )

  it('is told by minute, latency, failure, field and client, over a day', async () => {
    expect(await health.report('liaoning')).toBeUndefined()
    fetched('{ lnAlliances { nodes { id } } }', { data: {} }, 10, '<b>门户</b>')
    fetched('{ lnAlliances { nodes { id } } }', { data: {} }, 30, '<b>门户</b>')
    now += 60_000
    fetched(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Talent { visits { id } } } }',
      { data: {} },
      90,
    )
    fetched('{ lnFairs { nodes { id } } }', failed('DEADLINE_EXCEEDED'), 3_000)
    now += 60_000
    fetched('{ lnFairs { nodes { id } } }', failed('SUBGRAPH_UNAVAILABLE'), 2)
    now += 60_000
    fetched('{ lnFairs(first: 0) { nodes { id } } }', failed('BAD_PAGE'), 2)
    expect(await health.report('liaoning')).toEqual({
      subgraph: 'liaoning',
      gateways: null,
      drift: null,
      since: '2026-11-25T06:00:00.000Z',
      asked: 6,
      uptime: 0.75,
      latency: { p50: 11.4, p95: 3009.3, p99: 3009.3 },
      failures: [
        { name: 'DEADLINE_EXCEEDED', count: 1 },
        { name: 'SUBGRAPH_UNAVAILABLE', count: 1 },
        { name: 'BAD_PAGE', count: 1 },
      ],
      slowest: [
        { field: 'Query.lnFairs', asked: 3, ms: 1001.3 },
        { field: 'Talent.visits', asked: 1, ms: 90 },
        { field: 'Query.lnAlliances', asked: 2, ms: 20 },
      ],
      clients: [
        { name: '未具名', count: 4 },
        { name: '<b>门户</b>', count: 2 },
      ],
    })
  })

  it('is forgotten after a day', async () => {
    now += 25 * 3_600_000
    expect(await health.report('liaoning')).toMatchObject({
      asked: 0,
      uptime: null,
      latency: { p50: null },
      clients: [],
    })
  })

  it('stays small whatever clients call themselves', async () => {
    for (let i = 0; i < 1_000; i++) fetched('{ lnFairs { nodes { id } } }', { data: {} }, 1, `client ${i}`)
    expect((await health.report('liaoning'))!.clients[0]).toEqual({ name: '其他', count: 800 })
  })
})

it('reads the fields of a fetch through fragments', () => {
  expect(
    fieldsAsked(
      'query A($r: [_Any!]!) { a: x { y } ...F _entities(representations: $r) { __typename ... on T { b: z } } } fragment F on Query { w }',
    ),
  ).toEqual(['Query.x', 'Query.w', 'T.z'])
  expect(fieldsAsked('mutation { save }')).toEqual(['Mutation.save'])
})

it('knows quantiles to about a tenth, and adds hours up', () => {
  const [one, other] = [createLatency(), createLatency()]
  for (let ms = 1; ms <= 1_000; ms++) (ms % 2 ? one : other).add(ms)
  const both = createLatency([one.counts, other.counts])
  for (const share of [0.5, 0.95, 0.99]) {
    const ratio = both.quantile(share)! / (share * 1_000)
    expect(ratio).toBeGreaterThan(0.99)
    expect(ratio).toBeLessThan(1.25)
  }
  expect(both.count).toBe(1_000)
})

describe('several gateways', () => {
  it('show the same, each what all of them saw, and their own part while the others cannot be had', async () => {
    const fresh = await freshDatabase()
    const now = Date.UTC(2026, 10, 25, 6, 0)
    const share = {
      send: (gateway: string, hours: readonly WatchedHour[]) =>
        recordHealth(fresh.database, gateway, hours, new Date(now)),
      read: (subgraph: string) => readHealth(fresh.database, subgraph, new Date(now)),
    }
    const [one, other] = [createHealth(share, () => now), createHealth(share, () => now)]
    const ask = (health: Health, answer: SubgraphAnswer, client: string) =>
      health.fetched(
        'liaoning',
        { document: '{ lnFairs { nodes { id } } }', operationKind: 'query' },
        { requestId: 'r', headers: { 'apollographql-client-name': client } },
        answer,
        10,
      )
    ask(one, { data: {} }, '门户')
    ask(one, failed('DEADLINE_EXCEEDED'), '门户')
    ask(other, { data: {} }, '省厅\ud800')
    await other.flush()
    const seen = await one.report('liaoning')
    expect(seen).toEqual({
      subgraph: 'liaoning',
      gateways: 2,
      since: '2026-11-25T06:00:00.000Z',
      asked: 3,
      uptime: 1,
      latency: { p50: 11.4, p95: 11.4, p99: 11.4 },
      failures: [{ name: 'DEADLINE_EXCEEDED', count: 1 }],
      slowest: [{ field: 'Query.lnFairs', asked: 3, ms: 10 }],
      clients: [
        { name: '门户', count: 2 },
        { name: '省厅\ud800', count: 1 },
      ],
      drift: null,
    })
    ask(one, { data: {} }, '门户')
    await one.flush()
    expect(await other.report('liaoning')).toMatchObject({ gateways: 2, asked: 4 })
    await fresh.drop()
    expect(await other.report('liaoning')).toMatchObject({ gateways: null, asked: 1 })
    await Promise.all([one.close(), other.close()])
  })
})

describe('a gateway', async () => {
  const subgraph = await startSubgraph()
  const gateway = await startGateway({
    config: readConfig({ PORT: '0' }),
    logger: pino({ level: 'silent' }),
    supergraph: { text: supergraphWith('name', subgraph.url) },
    transport: createHttpTransport,
    viewer: ({ authorization }) => {
      if (authorization === undefined) return { role: 'PUBLIC' }
      if (authorization === 'operator') return { role: 'OPERATOR' }
      throw new HubError('BAD_TOKEN')
    },
    ready: async () => true,
  })
  afterAll(async () => {
    await gateway.close()
    await subgraph.close()
  })
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(gateway.url.replace('/graphql', path), { headers })
    return {
      status: response.status,
      text: await response.text(),
      policy: response.headers.get('content-security-policy'),
    }
  }

  it('shows a province how its subgraph fares, and who asks it to those who may know', async () => {
    expect(await get('/subgraphs/talent')).toMatchObject({
      status: 404,
      text: expect.stringContaining('没有询问过子图 talent'),
    })
    await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'apollographql-client-name': '<script>portal' },
      body: '{"query":"{ talent { name } }"}',
    })
    const page = await get('/subgraphs/talent', { authorization: 'operator' })
    expect(page).toMatchObject({ status: 200, policy: "default-src 'none'; style-src 'unsafe-inline'" })
    expect(page.text).toContain('<h1>子图 talent 的运行情况</h1>')
    expect(page.text).toContain('<td>100.00%</td>')
    expect(page.text).toContain('<td><code>Query.talent</code></td><td>1</td>')
    expect(page.text).toContain('&#60;script&#62;portal')
    const { slowest, clients } = JSON.parse((await get('/subgraphs/talent?format=json')).text)
    expect({ slowest, clients }).toEqual({
      slowest: [{ field: 'Query.talent', asked: 1, ms: expect.any(Number) }],
      clients: [],
    })
    const negotiated = await get('/subgraphs/talent', { accept: 'application/json' })
    expect(JSON.parse(negotiated.text)).toMatchObject({ subgraph: 'talent', asked: 1 })
    const browser = await get('/subgraphs/talent', { accept: 'text/html,application/xhtml+xml,application/json;q=0.9' })
    expect(browser.text).toContain('<!doctype html>')
    expect((await get('/subgraphs/talent', { authorization: 'forged' })).status).toBe(401)
    expect((await get('/subgraphs/talent/versions')).status).toBe(404)
  })
})
