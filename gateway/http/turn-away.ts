import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { HubError } from '#schema/errors.ts'
import type { Rank } from './admission.ts'

/** Refuses what was read as a request already. */
export function turnAway(response: ServerResponse): void {
  response.sendDate = false
  response.writeHead(503, { ...refusalHeaders, 'retry-after': retryAfter() })
  response.end(refusalBody)
}

/** Seconds, drawn so that those turned away together do not come back together. */
export const retryAfter = () => waits[Math.floor(Math.random() * waits.length)]!

/**
 * Refuses questions to the graph by their bytes, before a request and a response are made of them: a third of the cost,
 * and this is what a hub under siege does most. It keeps to what leaves no doubt: one question in one piece, on a
 * connection that was heard before and waits for nothing. Whatever else comes goes to Node's parser, as all does while
 * `refuses` says no.
 */
export function turnAwayUnread(server: Server, refuses: (rank: Rank) => boolean): void {
  const lines = new WeakMap<Socket, Line>()
  server.on('connection', (socket: Socket) => {
    const [parse] = socket.listeners('data') as ((chunk: Buffer) => void)[]
    if (!parse) return
    const line: Line = { isFree: true, wasHeard: false, isWhole: false, read }
    function read(chunk: Buffer): void {
      const rank = line.isFree ? rankOfQuestion(chunk) : undefined
      if (rank && line.wasHeard && socket.writableLength === 0 && refuses(rank)) {
        socket.write(refusals[Math.floor(Math.random() * refusals.length)]!)
        return
      }
      line.isFree = false
      line.isWhole = rank !== undefined
      parse!(chunk)
    }
    lines.set(socket, line)
    socket.on('data', read)
    socket.off('data', parse)
  })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const line = lines.get(request.socket)
    response.once('close', () => {
      if (line?.isWhole && request.complete) line.isFree = line.wasHeard = true
    })
  })
  server.prependListener('upgrade', (_: IncomingMessage, socket: Socket) => {
    const line = lines.get(socket)
    if (line) socket.off('data', line.read)
  })
}

/** What is known of a connection. */
interface Line {
  /** Nothing is being read or answered on it. */
  isFree: boolean
  /** A question came and was answered; before, Node closes a connection on which its parser hears nothing. */
  wasHeard: boolean
  /** What came last was one question and nothing else. */
  isWhole: boolean
  readonly read: (chunk: Buffer) => void
}

const start = Buffer.from('POST /graphql HTTP/1.1\r\n')

/** The rank of bytes that are one whole question; undefined of all others, and where it takes a closer look. */
export function rankOfQuestion(bytes: Buffer): Rank | undefined {
  if (bytes.length < start.length || start.compare(bytes, 0, start.length) !== 0) return undefined
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', start.length - 2, end + 2).toLowerCase()
  const length = /\r\ncontent-length:[ \t]*(\d{1,7})[ \t]*\r\n/.exec(head)
  if (!length || Number(length[1]) !== bytes.length - end - 4) return undefined
  if (wantsReading.test(head) || head.indexOf('\r\ncontent-length', length.index + 2) > 0) return undefined
  return head.includes('\r\nauthorization:') ? 'known' : 'anonymous'
}

/** What changes how long a request is, whose turn it is, or what its answer must be like. */
const wantsReading = /\r\n(?:transfer-encoding|expect|upgrade|origin|connection:(?![ \t]*keep-alive[ \t]*\r\n))/

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
