import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type ErrorCode, HubError } from '#schema/errors.ts'

const refusals: Readonly<Record<string, readonly [string, ErrorCode]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'HEADERS_TOO_LARGE'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'REQUEST_TIMEOUT'],
}

/** Answers what is not HTTP with a well-formed refusal, unless an answer is already being written on that connection. */
export function answerRawErrors(server: Server): void {
  const answers = new WeakMap<Socket, ServerResponse>()
  server.on('request', ({ socket }, response) => {
    answers.set(socket, response)
    response.once('close', () => answers.delete(socket))
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable || answers.get(socket)?.headersSent) return void socket.destroy()
    const [status, code] = refusals[error.code ?? ''] ?? ['400 Bad Request', 'BAD_REQUEST']
    const body = JSON.stringify({ errors: [new HubError(code)] })
    socket.end(
      `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      () => socket.destroySoon(),
    )
  })
}
