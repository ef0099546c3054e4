import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { HubError } from '#schema/errors.ts'
import type { Rank } from './admission.ts'

/** Seconds, drawn so that those turned away together do not come back together. */
export const retryAfter = () => waits[Math.floor(Math.random() * waits.length)]!

/**
 * What is given back refuses one who was read as a request. Whoever was refused so is read by his bytes from then on,
 * until nobody was refused for a while: the next no is said before a request and a response are made, at a third of the
 * cost, and this is what a hub under siege does most. It keeps to what leaves no doubt: one question in one piece, on a
 * connection that waits for nothing. Whatever else comes goes to Node's parser. Who was never refused is never read here.
 */
export function createTurnAway(server: Server, refuses: (rank: Rank) => boolean): (response: ServerResponse) => void {
  const lines = new WeakMap<Socket, Line>()
  let lastRefused = 0

  const watch = (socket: Socket) => {
    const [parse] = socket.listeners('data') as ((chunk: Buffer) => void)[]
    if (!parse || lines.has(socket)) return
    const line: Line = {
      isFree: false,
      release() {
        lines.delete(socket)
        socket.off('data', read)
      },
    }
    function read(chunk: Buffer): void {
      if (performance.now() - lastRefused > attention) {
        socket.on('data', parse!)
        line.release()
        parse!(chunk)
        return
      }
      const question = questionIn(chunk)
      if (line.isFree && question && socket.writableLength === 0 && refuses(question.rank)) {
        lastRefused = performance.now()
        socket.write(refusals[Math.floor(Math.random() * refusals.length)]!)
        return
      }
      line.isFree = false
      line.latest = line.whole = undefined
      parse!(chunk)
      if (question && line.latest && endsWith(line.latest, question)) line.whole = line.latest
    }
    lines.set(socket, line)
    socket.on('data', read)
    socket.off('data', parse)
  }

  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const line = lines.get(socket)
    if (!line) return
    line.latest = response
    response.once('close', () => {
      if (line.whole === response) line.isFree = true
    })
  })
  server.prependListener('upgrade', (_: IncomingMessage, socket: Socket) => lines.get(socket)?.release())

  return (response) => {
    lastRefused = performance.now()
    const { socket } = response
    if (socket) response.once('close', () => watch(socket))
    response.sendDate = false
    response.writeHead(503, { ...refusalHeaders, 'retry-after': retryAfter() })
    response.end(refusalBody)
  }
}

/** Milliseconds since the last refusal for which connections are read by their bytes. */
const attention = 1_000

/** What is known of a connection that is read by its bytes. */
interface Line {
  /** Nothing is being read or answered on it. */
  isFree: boolean
  /** The answer to what was asked last, if anything was by the bytes that came last. */
  latest?: ServerResponse | undefined
  /** The same, where nothing was left after the question, so that the next bytes begin another. */
  whole?: ServerResponse | undefined
  release(): void
}

const start = Buffer.from('POST /graphql HTTP/1.1\r\n')

interface Question {
  readonly rank: Rank
  /** Bytes of its body. */
  readonly length: number
}

/** Bytes that are one whole question; undefined of all others, and where it takes a closer look. */
export function questionIn(bytes: Buffer): Question | undefined {
  if (bytes.length < start.length || start.compare(bytes, 0, start.length) !== 0) return undefined
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', start.length - 2, end + 2).toLowerCase()
  const found = /\r\ncontent-length:[ \t]*(\d{1,7})[ \t]*\r\n/.exec(head)
  const length = Number(found?.[1])
  if (!found || length !== bytes.length - end - 4) return undefined
  if (wantsReading.test(head) || head.indexOf('\r\ncontent-length', found.index + 2) > 0) return undefined
  return { rank: head.includes('\r\nauthorization:') ? 'known' : 'anonymous', length }
}

/**
 * Whether Node read those bytes as that question too. Had it still been in the middle of another, then whatever it read
 * out of them would either not be complete or have a shorter body.
 */
function endsWith({ req: { complete, headers } }: ServerResponse, { length }: Question): boolean {
  return complete && Number(headers['content-length']) === length && headers['transfer-encoding'] === undefined
}

/** What changes where a request ends, whose turn it is, or what its answer must be like. */
const wantsReading = /[^\r]\n|\r\n(?:transfer-encoding|expect|upgrade|origin|connection:(?![ \t]*keep-alive[ \t]*\r\n))/

const waits = ['1', '2', '3'] as const

const refusalBody = JSON.stringify({ errors: [new HubError('OVERLOADED')] })
const refusalHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'content-length': Buffer.byteLength(refusalBody),
  'cache-control': 'no-store',
}
const refusals = waits.map((seconds) => {
  const headers = Object.entries({ ...refusalHeaders, 'retry-after': seconds })
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.from(`HTTP/1.1 503 Service Unavailable\r\n${head}\r\n${refusalBody}`)
})
