import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import pino from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { createHttpTransport } from '../../gateway/engine/http-transport.ts'
import { startGateway } from '../../gateway/main.ts'
import { post, startMonolith } from './monolith.ts'
import { startSubgraph, supergraphWith } from './supergraph.ts'

const subgraph = await startSubgraph()
const lines: string[] = []
let ready = true

/** A collector that keeps the names of the spans it is sent, with those of their parents. */
const spans: {
  readonly name: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly traceId: string
}[] = []
const collector = createServer(async (request, response) => {
  const sent = (await json(request)) as { resourceSpans: { scopeSpans: { spans: typeof spans }[] }[] }
  spans.push(...sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)))
  response.setHeader('content-type', 'application/json').end('{}')
})
await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))

const gateway = await startGateway({
  config: readConfig({
    PORT: '0',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
  }),
  logger: pino({ level: 'info', base: undefined, timestamp: false }, { write: (line) => void lines.push(line) }),
  supergraph: { text: supergraphWith('name', subgraph.url) },
  transport: createHttpTransport,
  ready: async () => ready,
})
let closed = false
const close = async () => {
  if (!closed) await gateway.close()
  closed = true
}
afterAll(async () => {
  await close()
  await subgraph.close()
  collector.close()
})

const at = async (path: string, init?: RequestInit) => {
  const response = await fetch(gateway.url.replace('/graphql', path), init)
  return { status: response.status, body: await response.text() }
}

describe('an operator', () => {
  it('is told whether the gateway lives, and whether it should be sent requests', async () => {
    expect([await at('/health/live'), await at('/health/ready')]).toEqual([
      { status: 200, body: '{"status":"live"}' },
      { status: 200, body: '{"status":"ready"}' },
    ])
    ready = false
    expect([await at('/health/live'), await at('/health/ready')]).toEqual([
      { status: 200, body: '{"status":"live"}' },
      { status: 503, body: '{"status":"not ready"}' },
    ])
    ready = true
  })

  it('reads requests, fetches and plans as Prometheus metrics', async () => {
    const query = 'query Talent { talent { name } }'
    await post(gateway.url, { query })
    await post(gateway.url, { query })
    await post(gateway.url, { query: '{ nothing }' })
    const { body } = await at('/metrics')
    const series = body
      .split('\n')
      .filter((line) => /^lianku_(requests_total|plan_cache_total|in_flight|.*_count)/.test(line))
    expect(series).toEqual([
      'lianku_requests_total{kind="query",status="200"} 2',
      'lianku_requests_total{kind="refused",status="200"} 1',
      'lianku_request_seconds_count{operation="Talent"} 2',
      'lianku_request_seconds_count{operation="refused"} 1',
      'lianku_fetch_seconds_count{subgraph="talent",outcome="ok"} 2',
      'lianku_plan_cache_total{outcome="miss"} 2',
      'lianku_plan_cache_total{outcome="hit"} 1',
      'lianku_in_flight 0',
    ])
    expect(body).toMatch(/^nodejs_eventloop_lag_p99_seconds \S+$/m)
  })

  it('finds each request in the log by its id, without its text, variables or tokens', async () => {
    lines.length = 0
    const secret = 'canary-5f0c'
    await post(
      gateway.url,
      {
        query: `query Talent($s: String = "${secret}") { __type(name: $s) { name } }`,
        variables: { s: secret },
      },
      { 'x-request-id': 'edge-42', authorization: `Bearer ${secret}` },
    )
    await post(gateway.url, { query: `{ talent { ${secret.replace('-', '_')} } }` }, { 'x-request-id': 'edge-43' })
    const written = lines.map((line) => JSON.parse(line))
    expect(written.map(({ ms, ...line }) => ({ ...line, ms: typeof ms }))).toEqual([
      {
        level: 30,
        requestId: 'edge-42',
        method: 'POST',
        status: 200,
        bytes: expect.any(Number),
        ms: 'number',
        operation: 'Talent',
        kind: 'query',
        cost: 0,
        msg: 'answered',
      },
      {
        level: 30,
        requestId: 'edge-43',
        method: 'POST',
        status: 200,
        bytes: expect.any(Number),
        ms: 'number',
        codes: ['GRAPHQL_VALIDATION_FAILED'],
        msg: 'answered',
      },
    ])
    expect(lines.join('')).not.toMatch(/canary/)
  })

  it('follows a request into its fetches by trace, as a part of the caller’s own', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c'
    await post(
      gateway.url,
      { query: 'query Traced { talent { name } }' },
      { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    )
    await close()
    const traced = spans.filter((span) => span.traceId === traceId)
    const request = traced.find(({ name }) => name === 'graphql query')
    expect(traced.map(({ name, parentSpanId }) => ({ name, parentSpanId }))).toEqual(
      expect.arrayContaining([
        { name: 'graphql query', parentSpanId: 'b7ad6b7169203331' },
        { name: 'fetch talent', parentSpanId: request?.spanId },
      ]),
    )
    expect(traced).toHaveLength(2)
  })
})

describe('GraphiQL', () => {
  it('is one small page whose files are cached for good and sent compressed', async () => {
    const plain = await startMonolith()
    const page = await fetch(plain.url, { headers: { accept: 'text/html' } })
    const html = await page.text()
    const paths = [...html.matchAll(/(?:src|href)="(\/graphiql\/[^"]+)"/g)].map(([, path]) => path!)
    const files = await Promise.all(
      paths.map((path) => fetch(new URL(path, plain.url), { headers: { 'accept-encoding': 'gzip' } })),
    )
    const again = await fetch(new URL(paths[2]!, plain.url), {
      headers: { 'if-none-match': files[2]!.headers.get('etag')! },
    })
    await Promise.all(files.map((file) => file.arrayBuffer()))
    await plain.close()
    expect({
      status: page.status,
      policy: page.headers.get('content-security-policy')?.includes("script-src 'self';"),
      files: files.map(({ status, headers }) => [
        status,
        headers.get('content-type'),
        headers.get('content-encoding'),
        headers.get('cache-control'),
      ]),
      again: again.status,
      others: html.match(/https?:/),
    }).toEqual({
      status: 200,
      policy: true,
      files: [
        'image/svg+xml',
        'text/css; charset=utf-8',
        'text/javascript; charset=utf-8',
        'text/javascript; charset=utf-8',
      ].map((type) => [200, type, 'gzip', 'public, max-age=31536000, immutable']),
      again: 304,
      others: null,
    })
  })
})

it('takes registered documents from a file, and refuses one whose hash is not its text’s', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lianku-documents-'))
  const file = join(folder, 'documents.json')
  await writeFile(file, JSON.stringify({ deadbeef: '{ talent { name } }' }))
  const starting = startGateway({
    config: readConfig({ PORT: '0', PERSISTED_DOCUMENTS: file }),
    logger: pino({ level: 'silent' }),
    supergraph: { text: supergraphWith('name', subgraph.url) },
    transport: createHttpTransport,
    ready: async () => true,
  })
  await expect(starting).rejects.toThrow('PERSISTED_DOCUMENTS has deadbeef, which is not the SHA-256 of its text.')
  await rm(folder, { recursive: true })
})
