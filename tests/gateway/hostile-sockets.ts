import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type Draw, drawsOf } from './documents.ts'

/** What came of connections that do not keep to HTTP. */
export interface SocketFindings {
  /** Connections that got something else than a whole answer of HTTP/1.1 or a close, by what they sent. */
  readonly wrong: readonly string[]
  /** The longest that one was left open, in ms. */
  readonly longest: number
  /** Answers by their status; 0 for a close without one. */
  readonly statuses: Readonly<Record<string, number>>
  /** Descriptors this process holds beyond those it held before. */
  readonly descriptors: number
}

/**
 * Opens `count` connections, `together` at once, that send pieces of requests in any order, whole ones with bytes
 * flipped, lost or doubled, some cut into many writes, some never finished: every `slowEvery`th stays half open or
 * trickles until it is cut off.
 */
export async function trySockets(
  port: number,
  count: number,
  { together, slowEvery, seed }: { readonly together: number; readonly slowEvery: number; readonly seed: number },
): Promise<SocketFindings> {
  const before = descriptors()
  const wrong: string[] = []
  const statuses: Record<string, number> = {}
  let longest = 0
  let next = 0
  const worker = async () => {
    while (next < count) {
      const at = next++
      const draw = drawsOf(seed + at)
      const bytes = bytesOf(draw)
      const { text, ms } = await exchange(port, bytes, slowEvery > 0 && at % slowEvery === 0, draw)
      longest = Math.max(longest, ms)
      const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1] ?? '0'
      statuses[status] = (statuses[status] ?? 0) + 1
      const isWrong = (text !== '' && status === '0') || status >= '500' || ms > patience
      if (isWrong)
        wrong.push(`${status} after ${Math.round(ms)} ms: ${JSON.stringify(bytes.toString('latin1')).slice(0, 500)}`)
    }
  }
  await Promise.all(Array.from({ length: together }, worker))
  // A closed socket's descriptor is given back a little later.
  for (let turn = 0; turn < 100 && descriptors() > before; turn++) await pause(50)
  return { wrong, longest, statuses, descriptors: Math.max(0, descriptors() - before) }
}

/** Longer than this no connection may be left open that sends nothing whole. */
const patience = 15_000

const descriptors = () => readdirSync('/proc/self/fd').length

const query = '{"query":"{ __typename }"}'
const head = 'POST /graphql HTTP/1.1\r\nHost: lianku\r\nContent-Type: application/json\r\n'
const pieces = [
  head,
  'GET ',
  '/graphql',
  ' HTTP/1.1\r\n',
  ' HTTP/0.9\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'Host: a\r\n',
  'Content-Length: 9',
  'Content-Length: -1\r\n',
  'Content-Length: 18446744073709551616\r\n',
  'Upgrade: websocket\r\n',
  'Connection: upgrade, close\r\n',
  'Expect: 100-continue\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Transfer-Encoding: gzip, chunked\r\n',
  'Content-Encoding: gzip\r\n',
  '\r\n',
  '\n',
  query,
  '5\r\n',
  'ffffffffffffffff\r\n',
  '0\r\n\r\n',
  '\0',
  '\xff',
  ':',
  ' folded\r\n',
  `X: ${'a'.repeat(17_000)}\r\n`,
  'CONNECT a:1 HTTP/1.1\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\n',
]
const whole = [
  `${head}Content-Length: ${query.length}\r\n\r\n${query}`,
  `${head}Transfer-Encoding: chunked\r\n\r\n1a\r\n${query}\r\n0\r\n\r\n`,
  'GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: lianku\r\nX-Apollo-Operation-Name: a\r\n\r\n',
  'GET /health/ready HTTP/1.1\r\nHost: lianku\r\n\r\n',
]

function bytesOf(draw: Draw): Buffer {
  if (draw(2) === 0) {
    return Buffer.from(Array.from({ length: draw(12) }, () => pieces[draw(pieces.length)]!).join(''), 'latin1')
  }
  let bytes = Buffer.from(whole[draw(whole.length)]!.repeat(1 + draw(2)), 'latin1')
  for (let times = draw(5); times > 0 && bytes.length > 0; times--) {
    const at = draw(bytes.length)
    const length = 1 + draw(20)
    const [left, right] = [bytes.subarray(0, at), bytes.subarray(at + length)]
    const piece = bytes.subarray(at, at + length)
    if (draw(4) === 0) bytes[at] = draw(256)
    else bytes = Buffer.concat([[left, right], [left, piece, piece, right], [left]][draw(3)]!)
  }
  return bytes
}

/** Sends bytes, and waits for the other side to close. */
function exchange(port: number, bytes: Buffer, isSlow: boolean, draw: Draw): Promise<{ text: string; ms: number }> {
  return new Promise((resolve) => {
    const started = performance.now()
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    const timers: NodeJS.Timeout[] = []
    const done = () => {
      for (const timer of timers) clearInterval(timer)
      socket.destroy()
      resolve({ text: Buffer.concat(chunks).toString('latin1'), ms: performance.now() - started })
    }
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('close', done).on('error', () => undefined)
    timers.push(setTimeout(done, 2 * patience))
    if (isSlow) {
      // Half a head; then nothing, or a byte now and then.
      socket.write(head.slice(0, 20 + draw(40)))
      if (draw(2) === 0) timers.push(setInterval(() => socket.writable && socket.write('a'), 500))
      return
    }
    if (draw(3) === 0) for (const byte of bytes.subarray(0, 200)) socket.write(Buffer.of(byte))
    else socket.write(bytes)
    socket.end()
  })
}
