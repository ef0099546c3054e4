import type { IncomingMessage, Server } from 'node:http'

/** Milliseconds a whole request of the graph may take to come. */
const patienceMs = 15_000

/** Bytes that files being uploaded have to advance by in that time. */
const leastProgress = 16 * 1024

/**
 * Cuts off who sends too slowly, as Node does by `requestTimeout`, which knows one measure for all: a query is small and
 * comes whole in time, while a large file may take as long as it likes if only it goes on coming.
 */
export function cutOffSlow(server: Server, request: IncomingMessage, isUpload: boolean): void {
  let before = request.socket.bytesRead
  const timer = setInterval(() => {
    const { socket } = request
    const advanced = socket.bytesRead - before
    before = socket.bytesRead
    // What waits here unread is not the sender's delay.
    if (isUpload && (advanced >= leastProgress || request.readableLength > 0)) return
    clearInterval(timer)
    server.emit('clientError', Object.assign(new Error('slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket)
  }, patienceMs)
  timer.unref()
  const stop = () => clearInterval(timer)
  request.once('end', stop).once('close', stop)
  if (request.complete) stop()
}
