import type { IncomingMessage, Server } from 'node:http'
import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql'
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Notes } from '../telemetry/notes.ts'
import { rankOf } from './admission.ts'
import { maxBody } from './body.ts'
import { execute } from './execute.ts'
import { liveResults } from './live-results.ts'
import { mayConnect } from './origins.ts'
import { fromMap } from './parameters.ts'
import { present, refusal } from './present.ts'
import { requestIdOf } from './request-id.ts'
import { record, type Service } from './service.ts'
import { type Asker, admit, contextFor, type Taken, take } from './take.ts'

/** Silence after which a connection is asked whether it lives, and ended when it does not answer, in ms. */
const pulse = 12_000

/** Time a client has to answer that it is told to go away, in ms. */
const farewell = 1_000

/** What graphql-ws carries from `subscribe` to execution: the operation prepared, in place of a document to execute. */
interface Arguments extends ExecutionArgs, Taken {}

/** Serves operations over WebSocket (graphql-transport-ws). Returns what tells every client to go away. */
export function serveWebSockets(server: Server, service: Service, origins: ReadonlySet<string>): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxBody, handleProtocols })
  const protocol = makeServer<Record<string, unknown>, { readonly request: IncomingMessage }>({
    onSubscribe: async ({ extra: { request }, connectionParams }, _, payload) => {
      let asker: Asker | undefined
      try {
        asker = await admit(request, headersOf(request, connectionParams), service)
        const taken = await take(fromMap(payload), asker, service)
        const { document, operation } = taken.prepared
        const operationName = operation.name?.value
        return { ...taken, schema: taken.engine.schema, document, operationName } satisfies Arguments
      } catch (error) {
        return refusal(error, service.logger, asker?.standing.errors).errors!.map(
          ({ message, extensions }) => new GraphQLError(message, { extensions }),
        )
      }
    },
    context: ({ extra, connectionParams }) => ({ ...extra, connectionParams }),
    execute: (args) => run(args as Arguments, service),
    subscribe: (args) => run(args as Arguments, service),
    onNext: (_, __, ___, args, result) => present(result, service.logger, (args as Arguments).asker.standing.errors),
    onError: (_, __, ___, errors) => refusal(new AggregateError(errors), service.logger).errors,
  })

  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const alive = keepAlive(socket)
    const fail = (error: unknown) => {
      service.logger.warn({ err: error }, 'closing a WebSocket')
      socket.close(CloseCode.InternalServerError)
    }
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => new Promise((resolve) => socket.send(data, () => resolve())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (read) => socket.on('message', (data) => void read(String(data)).catch(fail)),
      },
      { request },
    )
    socket.on('error', fail)
    socket.once('close', (code, reason) => {
      alive()
      void closed(code, String(reason)).catch(fail)
    })
  })

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy())
    const path = request.url?.split('?')[0]
    if (path !== '/graphql' && path !== '/') return stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
    if (!mayConnect(request, origins)) return stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request))
  })
  return () => {
    for (const socket of sockets.clients) {
      socket.close(1001, 'Going away')
      setTimeout(() => socket.terminate(), farewell).unref()
    }
  }
}

/** Runs one operation on the engine it was prepared by, which stays open until the last result. */
async function run(args: Arguments, service: Service): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
  const { prepared, variables, engine } = args
  const { request, connectionParams } = args.contextValue as {
    readonly request: IncomingMessage
    readonly connectionParams?: Record<string, unknown>
  }
  const notes: Notes = { requestId: requestIdOf(request), started: performance.now() }
  notes.kind = prepared.kind
  notes.operation = prepared.operation.name?.value
  const aborter = new AbortController()
  const abort = () => aborter.abort()
  let end: (() => void) | undefined
  let leave: (() => void) | undefined
  const finish = () => {
    abort()
    end?.()
    leave?.()
    record(notes, 'WEBSOCKET', 200, service)
  }
  try {
    leave = service.admission.enter(rankOf(request))
    end = service.work.begin(engine)
    const headers = headersOf(request, connectionParams)
    service.usage.note(args, headers)
    const context = contextFor(args, notes, headers, aborter.signal, service)
    return await service.traces.operation(notes, context, async () => {
      const results =
        prepared.kind === 'subscription'
          ? await prepared.subscribe(variables, context)
          : await execute(prepared, variables, context, service.budget, abort)
      if (Symbol.asyncIterator in results) {
        leave?.()
        return liveResults(results, (result) => result, failed, finish)
      }
      finish()
      return results
    })
  } catch (error) {
    finish()
    return failed(error)
  }
}

/** A failure as a result, which `present` then masks. */
const failed = (error: unknown): ExecutionResult => ({
  errors: [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })],
})

/** A browser cannot set headers on a WebSocket, so its `authorization` may come in the first message. */
function headersOf(request: IncomingMessage, first: Record<string, unknown> | undefined): Record<string, string> {
  const headers = request.headers as Record<string, string>
  const authorization = first?.authorization ?? first?.Authorization
  return typeof authorization === 'string' ? { ...headers, authorization } : headers
}

function keepAlive(socket: WebSocket): () => void {
  let answered = true
  socket.on('pong', () => {
    answered = true
  })
  const timer = setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
  }, pulse)
  return () => clearInterval(timer)
}
