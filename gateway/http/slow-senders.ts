import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/** Milliseconds a whole request of the graph may take to come, and between two looks at those under way. */
const [patience, interval] = [15_000, 1_000]

/** Bytes that files being uploaded have to advance by in that time. */
const leastProgress = 16 * 1024

/** The request that a connection sends, or sent last. */
interface Sender {
  readonly request: IncomingMessage
  readonly isUpload: boolean
  /** When it was last found to advance, and how many bytes its connection had read then. */
  since: number
  read: number
}

/**
 * Cuts off who sends too slowly, as Node does by `requestTimeout`, which knows one measure for all: a query is small and
 * comes whole in time, while a large file may take as long as it likes if only it goes on coming.
 * To be told of each request as it begins.
 */
export function cutOffSlow(server: Server): (request: IncomingMessage, isUpload: boolean) => void {
  const senders = new Map<Socket, Sender>()
  const look = () => {
    const now = performance.now()
    for (const [socket, sender] of senders) {
      const { request, isUpload, since, read } = sender
      if (request.complete || now - since < patience) continue
      // What waits here unread is not the sender's delay.
      if (isUpload && (socket.bytesRead - read >= leastProgress || request.readableLength > 0)) {
        sender.since = now
        sender.read = socket.bytesRead
        continue
      }
      senders.delete(socket)
      server.emit('clientError', Object.assign(new Error('slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket)
    }
  }
  const timer = setInterval(look, interval).unref()
  server.once('close', () => clearInterval(timer))
  server.on('connection', (socket: Socket) => socket.once('close', () => senders.delete(socket)))
  return (request, isUpload) => {
    const { socket } = request
    senders.set(socket, { request, isUpload, since: performance.now(), read: isUpload ? socket.bytesRead : 0 })
  }
}
