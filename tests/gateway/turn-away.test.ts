import { connect, type Socket } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import WebSocket from 'ws'
import { questionIn } from '../../gateway/http/turn-away.ts'
import { startMonolith } from './monolith.ts'

const body = '{"query":"{ __typename }"}'
const typename = '{"data":{"__typename":"Query"}}'
const slow = '{"query":"{ slow(ms: 1500) }"}'
const ask = (text: string, headers = '') =>
  `POST /graphql HTTP/1.1\r\nHost: lianku\r\nContent-Type: application/json\r\n${headers}` +
  `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`

const open: Socket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy()
})

/** A connection that stays open; `after` resolves to what comes back on it once so many answers have come. */
function line(port: number) {
  const socket = connect(port, '127.0.0.1').setNoDelay()
  open.push(socket)
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk
  })
  const answers = () =>
    received.split(/(?=HTTP\/1\.1 )/).map((answer) => {
      const [head = '', text = ''] = answer.split('\r\n\r\n')
      return { status: Number(head.slice(9, 12)), wait: /^retry-after: [123]$/im.test(head), text }
    })
  return {
    socket,
    async after(count: number) {
      await vi.waitUntil(() => received !== '' && answers().length >= count, { timeout: 10_000 })
      return answers()
    },
  }
}

const answered = { status: 200, wait: false, text: typename }
const turnedAway = {
  status: 503,
  wait: true,
  text: '{"errors":[{"message":"请求过多，请稍后重试。","extensions":{"code":"OVERLOADED"}}]}',
}

/** A gateway with one place, and someone in it for as long as `slow` takes. */
async function besieged() {
  const gateway = await startMonolith({ MAX_IN_FLIGHT: '1' })
  const early = line(gateway.port)
  early.socket.write(ask(body))
  await early.after(1)
  const inside = line(gateway.port)
  inside.socket.write(ask(slow))
  await vi.waitUntil(async () => (await gateway.metrics.registry.metrics()).includes('lianku_in_flight 1\n'))
  return { gateway, early, inside }
}

it('a connection is told no as often as it asks, and is answered on the same when there is a place', async () => {
  const { gateway, early, inside } = await besieged()
  for (let asked = 2; asked <= 4; asked++) {
    early.socket.write(ask(body))
    await early.after(asked)
  }
  await inside.after(1)
  early.socket.write(ask(body))
  expect(await early.after(5)).toEqual([answered, turnedAway, turnedAway, turnedAway, answered])
  expect(await gateway.metrics.registry.metrics()).toContain('lianku_turned_away_total 3\n')
  await gateway.close()
})

it('questions that come in pieces or several at once are told no one by one, in their order', async () => {
  const { gateway, early } = await besieged()
  const bytes = ask(body)
  early.socket.write(bytes.slice(0, 90))
  await new Promise((resolve) => setTimeout(resolve, 50))
  early.socket.write(bytes.slice(90))
  await early.after(2)
  early.socket.write(bytes + bytes + bytes.slice(0, 30))
  await early.after(4)
  early.socket.write(bytes.slice(30))
  expect(await early.after(5)).toEqual([answered, turnedAway, turnedAway, turnedAway, turnedAway])
  await gateway.close()
})

it('one who waits for an answer is not told no to what he asks meanwhile before that answer', async () => {
  const { gateway, inside } = await besieged()
  inside.socket.write(ask(body))
  const [first, second] = await inside.after(2)
  expect([first!.text, second!.status]).toEqual(['{"data":{"slow":"完成"}}', 503])
  await gateway.close()
})

it('what comes in the middle of a question is part of it, however much it looks like another', async () => {
  const { gateway, early } = await besieged()
  const bytes = ask(body)
  early.socket.write(ask(body) + ask(bytes).slice(0, -bytes.length))
  await early.after(3)
  early.socket.write(bytes)
  await new Promise((resolve) => setTimeout(resolve, 50))
  early.socket.write(bytes)
  expect(await early.after(4)).toEqual([answered, turnedAway, turnedAway, turnedAway])
  early.socket.write(bytes.slice(0, 40))
  await new Promise((resolve) => setTimeout(resolve, 50))
  early.socket.write(bytes.slice(40) + bytes)
  expect(await early.after(6)).toEqual([answered, ...Array(5).fill(turnedAway)])
  await gateway.close()
})

it('only a connection that was refused is read by its bytes, and no longer than others are refused', async () => {
  const gateway = await startMonolith({ MAX_IN_FLIGHT: '1' })
  const readers: (() => readonly unknown[])[] = []
  gateway.server.on('connection', (socket) => readers.push(() => socket.listeners('data')))
  const early = line(gateway.port)
  early.socket.write(ask(body))
  await early.after(1)
  const inside = line(gateway.port)
  inside.socket.write(ask(slow))
  await vi.waitUntil(async () => (await gateway.metrics.registry.metrics()).includes('lianku_in_flight 1\n'))
  const own = readers.map((listeners) => listeners())
  early.socket.write(ask(body))
  await early.after(2)
  expect(readers.map((listeners, i) => listeners()[0] === own[i]![0])).toEqual([false, true])
  await inside.after(1)
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  early.socket.write(ask(body))
  expect(await early.after(3)).toEqual([answered, turnedAway, answered])
  expect(readers.map((listeners) => listeners())).toEqual(own)
  await gateway.close()
})

it('health and sockets that become WebSockets are served all the same', async () => {
  const { gateway, early } = await besieged()
  early.socket.write('GET /health/live HTTP/1.1\r\nHost: lianku\r\n\r\n')
  const [, health] = await early.after(2)
  expect(health!.status).toBe(200)
  const socket = new WebSocket(gateway.url.replace('http', 'ws'), 'graphql-transport-ws')
  const acknowledged = new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))))
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send('{"type":"connection_init"}')
  expect(await acknowledged).toEqual({ type: 'connection_ack' })
  socket.terminate()
  await gateway.close()
})

it('a gateway that stops tells its last no as the last on that connection', async () => {
  const { gateway, early } = await besieged()
  const closing = gateway.close(2_000)
  const ended = new Promise((resolve) => early.socket.once('close', resolve))
  early.socket.write(ask(body))
  await ended
  expect(await early.after(2)).toEqual([answered, turnedAway])
  await closing
})

it('only bytes that leave no doubt are answered unread', () => {
  const ranks = [
    ask(body),
    ask(body, 'Authorization: Bearer x\r\n'),
    ask(body, 'Connection: keep-alive\r\n'),
    ask(body, 'Connection: close\r\n'),
    ask(body, 'Origin: https://example.org\r\n'),
    ask(body, 'Expect: 100-continue\r\n'),
    ask(body, 'Transfer-Encoding: chunked\r\n'),
    ask(body, 'Content-Length: 3\r\n'),
    ask(body, 'Accept: */*\n\nX: '),
    `${ask(body)}x`,
    ask(body).slice(0, -1),
    ask(body).replace('POST /graphql', 'POST /graphql?a=b'),
    ask(body).replace('POST', 'GET'),
    'POST /graphql HTTP/1.1\r\nHost: lianku\r\n\r\n',
  ].map((text) => questionIn(Buffer.from(text))?.rank)
  expect(ranks).toEqual(['anonymous', 'known', 'anonymous', ...Array(11).fill(undefined)])
})
