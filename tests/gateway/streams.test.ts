import { createClient as createEventClient } from 'graphql-sse'
import { createClient as createSocketClient } from 'graphql-ws'
import { afterAll, describe, expect, it, vi } from 'vitest'
import WebSocket from 'ws'
import { startMonolith } from './monolith.ts'

const gateway = await startMonolith()
const { url } = gateway
afterAll(() => gateway.close())

const inFlight = async (from = gateway) => (await from.metrics.registry.metrics()).match(/lianku_in_flight (\d+)/)?.[1]
const allOf = async (results: AsyncIterable<unknown>) => {
  const all: unknown[] = []
  for await (const result of results) all.push(result)
  return all
}

const counted = { query: 'subscription Counted { counted(to: 3) }' }
const threeCounted = [{ data: { counted: 1 } }, { data: { counted: 2 } }, { data: { counted: 3 } }]

describe.each([
  ['server-sent events (graphql-sse)', () => createEventClient({ url, retryAttempts: 0 })],
  [
    'WebSocket (graphql-ws)',
    () => createSocketClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 }),
  ],
])('over %s', (_, client) => {
  it('a subscription is followed to its end', async () => {
    const open = client()
    expect(await allOf(open.iterate(counted))).toEqual(threeCounted)
    await open.dispose()
  })

  it('a query is answered once', async () => {
    const open = client()
    const query = '{ talent(id: "hb-edu-talent:HBHX-10486-0001") { name } }'
    expect(await allOf(open.iterate({ query }))).toEqual([{ data: { talent: { name: '李清远' } } }])
    await open.dispose()
  })

  it('a subscription nobody follows any more is ended at its source', async () => {
    const open = client()
    const results = open.iterate({ query: 'subscription { forever }' })
    expect(await results.next()).toEqual({ done: false, value: { data: { forever: 1 } } })
    expect(await inFlight()).toBe('1')
    await results.return?.()
    await vi.waitUntil(async () => (await inFlight()) === '0', { timeout: 20_000 })
    await open.dispose()
  })
})

it('what breaks a subscription is masked, over either', async () => {
  const events = createEventClient({ url, retryAttempts: 0 })
  const query = 'subscription { fails }'
  const overEvents = allOf(events.iterate({ query }))
  const sockets = createSocketClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 })
  const overSockets = allOf(sockets.iterate({ query }))
  const masked = { message: '内部错误，已记录。', extensions: { code: 'INTERNAL' } }
  expect(await overEvents).toEqual([{ data: { fails: 1 } }, { errors: [masked] }])
  expect(await overSockets).toEqual([{ data: { fails: 1 } }, { errors: [masked] }])
  await sockets.dispose()
})

it('a query that does not fit is refused over either with its code', async () => {
  const query = 'subscription { countd }'
  const refused = {
    message: '查询语句与图的模式不符：第 1 行第 16 列的字段 countd。',
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  }
  const events = createEventClient({ url, retryAttempts: 0 })
  const sockets = createSocketClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 })
  expect(await allOf(events.iterate({ query }))).toEqual([
    { errors: [{ ...refused, locations: [{ line: 1, column: 16 }] }] },
  ])
  await expect(allOf(sockets.iterate({ query }))).rejects.toEqual([refused])
  await sockets.dispose()
})

it('a client that accepts only JSON is told how to subscribe', async () => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(counted),
  })
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 406,
    body: {
      errors: [
        {
          message: '订阅应在 Accept 中接受 text/event-stream，或使用 WebSocket（graphql-transport-ws）。',
          extensions: { code: 'NOT_ACCEPTABLE' },
        },
      ],
    },
  })
})

it('who follows is sent elsewhere when the gateway closes, and nothing is left running', async () => {
  const closing = await startMonolith()
  const events = createEventClient({ url: closing.url, retryAttempts: 0 })
  const sockets = createSocketClient({
    url: closing.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  })
  const [overEvents, overSockets] = [events, sockets].map((client) =>
    client.iterate({ query: 'subscription { forever }' }),
  )
  await Promise.all([overEvents!.next(), overSockets!.next()])
  const ends = Promise.allSettled([overEvents!.next(), overSockets!.next()])
  await closing.close()
  expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await vi.waitUntil(async () => (await inFlight(closing)) === '0', { timeout: 20_000 })
})

it('what is more than may run at once is refused over a WebSocket too, which stays open', async () => {
  const narrow = await startMonolith({ MAX_IN_FLIGHT: '1' })
  const client = createSocketClient({
    url: narrow.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  })
  const first = client.iterate({ query: 'subscription { forever }' })
  await first.next()
  expect(await allOf(client.iterate({ query: '{ __typename }' }))).toEqual([
    { errors: [{ message: '请求过多，请稍后重试。', extensions: { code: 'OVERLOADED' } }] },
  ])
  await first.return?.()
  await vi.waitUntil(async () => (await inFlight(narrow)) === '0', { timeout: 20_000 })
  expect(await allOf(client.iterate({ query: '{ __typename }' }))).toEqual([{ data: { __typename: 'Query' } }])
  await client.dispose()
  await narrow.close()
})
