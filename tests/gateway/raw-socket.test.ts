import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { trySockets } from './hostile-sockets.ts'
import { post, startMonolith } from './monolith.ts'

const gateway = await startMonolith()
afterAll(() => gateway.close())

/** Writes bytes to the port and resolves to all that comes back until the other side closes, or has nothing more. */
function exchange(...parts: readonly (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(gateway.port, '127.0.0.1')
    const chunks: Buffer[] = []
    const timer = setTimeout(() => reject(new Error('neither answered nor closed')), 12_000)
    const done = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve(Buffer.concat(chunks).toString('utf8'))
    }
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('close', done).on('error', done)
    for (const part of parts) socket.write(part)
    socket.end()
  })
}

const statusesIn = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))

const head = 'POST /graphql HTTP/1.1\r\nHost: lianku\r\nContent-Type: application/json\r\n'
const query = '{"query":"{ __typename }"}'

describe('bytes that are not a request', () => {
  it.each([
    ['garbage', 'GARBAGE\r\n\r\n', [400]],
    ['a TLS hello', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', [400]],
    ['a header without a colon', 'GET / HTTP/1.1\r\nbroken\r\n\r\n', [400]],
    ['two lengths', `${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`, [400]],
    ['a length and chunks', `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, [400]],
    ['a chunk of no size', `${head}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`, [400]],
    ['an odd transfer coding', `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`, [400]],
    ['no host', 'GET /graphql HTTP/1.1\r\n\r\n', [400]],
    ['headers of 40 KB', `GET / HTTP/1.1\r\nHost: lianku\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, [431]],
    ['a NUL in a header', 'GET / HTTP/1.1\r\nHost: lianku\r\nX: a\0b\r\n\r\n', [400]],
  ])('%s: are answered with a refusal and a close', async (_, bytes, statuses) => {
    const answer = await exchange(bytes)
    expect(statusesIn(answer)).toEqual(statuses)
    expect(answer).toMatch(/connection: close/i)
  })

  it('that break a body off are answered or closed, never waited for', async () =>
    expect(statusesIn(await exchange(`${head}Content-Length: 500\r\n\r\n{"query":`))).toEqual([400]))

  it('that trickle in too slowly are cut off with a refusal', async () => {
    const socket = connect(gateway.port, '127.0.0.1')
    socket.write('POST /graphql HTTP/1.1\r\nHost: lianku\r\nX-Slow: a')
    const trickle = setInterval(() => socket.write('a'), 500)
    const answer = await text(socket)
    clearInterval(trickle)
    expect(statusesIn(answer)).toEqual([408])
  })

  it('after a request, do not disturb its answer', async () => {
    const answer = await exchange(`${head}Content-Length: ${query.length}\r\n\r\n${query}GARBAGE\r\n\r\n`)
    expect(statusesIn(answer).length).toBeLessThanOrEqual(2)
    for (const status of statusesIn(answer)) expect([200, 400]).toContain(status)
  })

  it('of any kind leave a gateway that answers, and no connection behind', async () => {
    const seed = Date.now() % 1e9
    const { wrong, descriptors } = await trySockets(gateway.port, 300, { together: 20, slowEvery: 0, seed })
    expect({ seed, wrong, descriptors }).toEqual({ seed, wrong: [], descriptors: 0 })
    const { status, body } = await post(gateway.url, query)
    expect({ status, body }).toEqual({ status: 200, body: { data: { __typename: 'Query' } } })
  })
})

describe('requests of odd but legal form', () => {
  it('pipelined on one connection are answered in order', async () => {
    const one = `${head}Content-Length: ${query.length}\r\n\r\n${query}`
    const answer = await exchange(one.repeat(3))
    expect(statusesIn(answer)).toEqual([200, 200, 200])
  })

  it('in chunks, with a whole address, or offering HTTP/2, are answered', async () => {
    const chunked = `${head}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n1a\r\n${query}\r\n0\r\n\r\n`
    const whole = `${head.replace('/graphql', 'http://lianku/graphql?x=1')}Connection: close\r\nContent-Length: 26\r\n\r\n${query}`
    const upgrading = `${head}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nContent-Length: 26\r\n\r\n${query}`
    const answers = await Promise.all([exchange(chunked), exchange(whole), exchange(upgrading)])
    expect(answers.map(statusesIn)).toEqual([[200], [200], [200]])
  })

  it('that want to tunnel or to open a socket elsewhere are turned away', async () => {
    const upgrade = (path: string, origin: string) =>
      exchange(
        `GET ${path} HTTP/1.1\r\nHost: lianku\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nOrigin: ${origin}\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
      )
    expect(statusesIn(await upgrade('/elsewhere', 'http://lianku'))).toEqual([404])
    expect(statusesIn(await upgrade('/graphql', 'https://evil.example'))).toEqual([403])
    expect(statusesIn(await upgrade('/graphql', 'http://lianku'))).toEqual([101])
    expect(await exchange('CONNECT db:5432 HTTP/1.1\r\nHost: db\r\n\r\n')).toBe('')
  })
})
