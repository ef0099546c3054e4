import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { readReach } from '#schema/egress.ts'
import type { SubgraphAnswer, Transport } from '../../../gateway/engine/engine.ts'
import { createHttpTransport, type HttpTransportOptions } from '../../../gateway/engine/http-transport.ts'
import { createDailyBudget } from '../../../gateway/outbound/daily-budget.ts'
import { newContext } from './three-libraries.ts'

const opened: { server: Server; transport: Transport }[] = []
afterEach(async () => {
  for (const { server, transport } of opened.splice(0)) {
    server.closeAllConnections()
    server.close()
    await transport.close?.()
  }
})

async function transportTo(answer: RequestListener, options?: HttpTransportOptions): Promise<Transport> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?library=hb`
  const transport = createHttpTransport({ name: 'talent', url }, options)
  opened.push({ server, transport })
  return transport
}

const request = { document: '{ talents { name } }', operationKind: 'query' } as const
const codeOf = ({ errors }: SubgraphAnswer) => errors?.[0]?.extensions?.code
const json =
  (value: unknown): RequestListener =>
  (_, response) =>
    void response.end(JSON.stringify(value))

describe('a subgraph over HTTP', () => {
  it('is asked in the form of GraphQL over HTTP, and answers it', async () => {
    const seen: unknown[] = []
    const transport = await transportTo(
      async (incoming, response) => {
        const chunks: Buffer[] = []
        for await (const chunk of incoming) chunks.push(chunk)
        const { method, url, headers } = incoming
        seen.push([
          method,
          url,
          headers['content-type'],
          headers['x-request-id'],
          headers['x-signed'],
          JSON.parse(String(Buffer.concat(chunks))),
        ])
        response.end('{"data":{"talents":[{"name":"欧阳明"}]}}')
      },
      { headersFor: (_, body) => ({ 'x-signed': String(body.length > 0) }) },
    )
    const context = { ...newContext(), requestId: 'r-1' }
    expect(await transport.fetch({ ...request, variables: { first: 2 } }, context)).toEqual({
      data: { talents: [{ name: '欧阳明' }] },
    })
    const body = { query: '{ talents { name } }', variables: { first: 2 } }
    expect(seen).toEqual([['POST', '/graphql?library=hb', 'application/json', 'r-1', 'true', body]])
  })

  it.each<[string, RequestListener, string]>([
    ['a page of HTML', (_, response) => void response.writeHead(502).end('<h1>10.0.0.7</h1>'), 'SUBGRAPH_UNAVAILABLE'],
    ['text', (_, response) => void response.end('nginx'), 'SUBGRAPH_BAD_ANSWER'],
    ['half an answer', (_, response) => void response.end('{"data":{"talents":['), 'SUBGRAPH_BAD_ANSWER'],
    ['a list', json([1]), 'SUBGRAPH_BAD_ANSWER'],
    ['neither data nor errors', json({ hello: 1 }), 'SUBGRAPH_BAD_ANSWER'],
    [
      'a way elsewhere',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      'SUBGRAPH_BAD_ANSWER',
    ],
    ['more than it may', json({ data: { text: 'x'.repeat(5_000) } }), 'SUBGRAPH_BAD_ANSWER'],
    ['a broken connection', (_, response) => void response.socket!.destroy(), 'SUBGRAPH_UNAVAILABLE'],
  ])('costs an error with a code when it answers %s', async (_, answer, code) => {
    const transport = await transportTo(answer, { maxBytes: 4_096 })
    const result = await transport.fetch(request, newContext())
    expect({ code: codeOf(result), data: result.data }).toEqual({ code, data: undefined })
    expect(JSON.stringify(result)).not.toMatch(/127\.0\.0\.1|10\.0\.0\.7|nginx|at /)
  })

  it('passes on an answer whatever its status', async () => {
    const errors = [{ message: '字段不存在', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]
    const transport = await transportTo((_, response) => void response.writeHead(400).end(JSON.stringify({ errors })))
    expect(await transport.fetch(request, newContext())).toEqual({ errors })
  })

  it('is not waited for beyond its own time, the deadline of the request, or the client', async () => {
    const transport = await transportTo(() => undefined, { timeout: 60 })
    expect(codeOf(await transport.fetch(request, newContext()))).toBe('DEADLINE_EXCEEDED')
    const patient = await transportTo(() => undefined)
    expect(codeOf(await patient.fetch(request, { ...newContext(), deadline: Date.now() + 60 }))).toBe(
      'DEADLINE_EXCEEDED',
    )
    expect(codeOf(await patient.fetch(request, { ...newContext(), deadline: Date.now() - 1 }))).toBe(
      'DEADLINE_EXCEEDED',
    )
    const leaving = new AbortController()
    const asked = patient.fetch(request, { ...newContext(), signal: leaving.signal })
    leaving.abort()
    expect(codeOf(await asked)).toBe('DEADLINE_EXCEEDED')
  })

  it('is left alone for a while after failing in a row, then tried again', async () => {
    let healthy = false
    let asked = 0
    const transport = await transportTo(
      (_, response) => {
        asked++
        response.writeHead(healthy ? 200 : 503).end(healthy ? '{"data":{}}' : 'down')
      },
      { breaker: { failures: 3, rest: 200 } },
    )
    for (let i = 0; i < 5; i++) await transport.fetch(request, newContext())
    expect(asked).toBe(3)
    healthy = true
    await pause(250)
    expect(await transport.fetch(request, newContext())).toEqual({ data: {} })
  })

  it('is asked a query again when a kept connection turns out closed, but a mutation never', async () => {
    let asked = 0
    const transport = await transportTo((_, response) => {
      if (asked++ === 0) response.socket!.destroy()
      else response.end('{"data":{}}')
    })
    expect(await transport.fetch(request, newContext())).toEqual({ data: {} })
    asked = 0
    expect(codeOf(await transport.fetch({ ...request, operationKind: 'mutation' }, newContext()))).toBe(
      'SUBGRAPH_UNAVAILABLE',
    )
    expect(asked).toBe(1)
  })

  it('is asked a query once more when a proxy in front of it fails, within the time of the request', async () => {
    let asked = 0
    const answer: RequestListener = (_, response) =>
      void (asked++ === 0 ? response.writeHead(502).end('proxy') : response.end('{"data":{}}'))
    const transport = await transportTo(answer)
    expect(await transport.fetch(request, newContext())).toEqual({ data: {} })
    asked = 0
    const hurried = { ...newContext(), deadline: Date.now() + 15 }
    expect(['SUBGRAPH_UNAVAILABLE', 'DEADLINE_EXCEEDED']).toContain(codeOf(await transport.fetch(request, hurried)))
    expect(asked).toBeLessThan(2)
  })

  it('is probed by one request after its rest, while the others are answered at once', async () => {
    const transport = await transportTo(() => undefined, { timeout: 150, breaker: { failures: 1, rest: 50 } })
    await transport.fetch(request, newContext())
    await pause(60)
    const probe = transport.fetch(request, newContext())
    const started = performance.now()
    const [other] = (await transport.fetch(request, newContext())).errors!
    expect(other!.message).toBe('数据来源 talent 刚才连续失败，暂不询问，稍后会再试。')
    expect(performance.now() - started).toBeLessThan(50)
    expect(codeOf(await probe)).toBe('DEADLINE_EXCEEDED')
  })

  it('is not blamed for what another left of the time, nor healed by a client that leaves', async () => {
    let asked = 0
    const transport = await transportTo(() => void asked++, { breaker: { failures: 2, rest: 40 }, timeout: 80 })
    for (let i = 0; i < 4; i++) await transport.fetch(request, { ...newContext(), deadline: Date.now() + 30 })
    expect(asked).toBe(4)
    for (let i = 0; i < 4; i++) await transport.fetch(request, newContext())
    expect(asked).toBe(6)
    await pause(50)
    const leaving = new AbortController()
    const probe = transport.fetch(request, { ...newContext(), signal: leaving.signal })
    leaving.abort()
    await probe
    expect(asked).toBe(7)
    await transport.fetch(request, newContext())
    expect(asked).toBe(7)
  })

  it('is asked so many things at once and no more, whoever waits in line', async () => {
    let now = 0
    let most = 0
    const transport = await transportTo(
      async (_, response) => {
        most = Math.max(most, ++now)
        await pause(40)
        now--
        response.end('{"data":{}}')
      },
      { connections: 2, waiting: 3 },
    )
    const answers = await Promise.all(Array.from({ length: 7 }, () => transport.fetch(request, newContext())))
    expect(answers.map((answer) => codeOf(answer) ?? 'answered')).toEqual([
      ...Array(5).fill('answered'),
      'SUBGRAPH_BUSY',
      'SUBGRAPH_BUSY',
    ])
    expect(answers[5]!.errors![0]!.message).toBe('等待数据来源 talent 的请求过多，请稍后重试。')
    expect(most).toBe(2)
  })

  it('is asked no more once the requests of its day are spent, until the next', async () => {
    let now = Date.UTC(2026, 10, 25, 15, 59)
    const transport = await transportTo(json({ data: {} }), { budget: createDailyBudget(2, () => now) })
    const codes = async (times: number) => {
      const answers = []
      for (let i = 0; i < times; i++) answers.push(codeOf(await transport.fetch(request, newContext())))
      return answers
    }
    expect(await codes(3)).toEqual([undefined, undefined, 'SUBGRAPH_BUDGET_SPENT'])
    // Midnight in Beijing.
    now += 60_000
    expect(await codes(3)).toEqual([undefined, undefined, 'SUBGRAPH_BUDGET_SPENT'])
  })

  it('is not asked at an address out of reach, by number or by name', async () => {
    let asked = 0
    const server = createServer(() => asked++).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '[::ffff:127.0.0.1]']) {
      const transport = createHttpTransport(
        { name: 'talent', url: `http://${host}:${port}/graphql` },
        { reach: readReach([]) },
      )
      opened.push({ server, transport })
      const answer = await transport.fetch(request, newContext())
      const extensions = { code: 'SUBGRAPH_UNAVAILABLE' }
      expect(answer).toEqual({ errors: [{ message: '数据来源 talent 的地址不在允许访问的范围内。', extensions }] })
    }
    expect(asked).toBe(0)
  })

  it('sends its events one by one', async () => {
    const transport = await transportTo((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
      response.write(':\n\nevent: next\ndata: {"data":{"changed":"一"}}\n\nevent: ne')
      response.write('xt\r\ndata: {"data":{"changed":"二"}}\r\n\r\nevent: next\ndata: half\n\n')
      response.end('event: complete\ndata:\n\nevent: next\ndata: {}\n\n')
    })
    const events: SubgraphAnswer[] = []
    for await (const event of transport.subscribe!({ ...request, operationKind: 'subscription' }, newContext()))
      events.push(event)
    expect(events).toEqual([{ data: { changed: '一' } }, { data: { changed: '二' } }, { errors: [expect.anything()] }])
  })

  it('without an address is no subgraph to ask', async () => {
    const transport = createHttpTransport({ name: 'talent', url: undefined })
    expect(codeOf(await transport.fetch(request, newContext()))).toBe('SUBGRAPH_UNAVAILABLE')
  })
})
