import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  ApolloServer,
  type ApolloServerPlugin,
  HeaderMap,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from '@apollo/server'
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled'
import { GraphQLError } from 'graphql'
import { type ErrorCode, HubError, maskError } from '#schema/errors.ts'
import { createVerifier, type SigningKeys } from '#schema/signature.ts'
import type { Route } from './answer.ts'
import { extensionsOf, requestOf, viewerOf } from './context.ts'
import type { Subgraph, SubgraphContext } from './define.ts'
import type { Hub } from './hub.ts'

export type SubgraphServer = { readonly url: string; close(): Promise<void> }

export type ServeOptions = {
  readonly port: number
  readonly host: string
  readonly keys?: SigningKeys
  /** Answers paths beside the subgraph's; resolves to false where it knows none. */
  readonly elsewhere?: Route
}

/** Serves one subgraph alone, as an Apollo Server: to viewers as the gateway signed them, to all others as the public. */
export async function serveSubgraph(
  subgraph: Subgraph,
  hub: Pick<Hub, 'database' | 'secret'>,
  { port, host, keys = [], elsewhere }: ServeOptions,
): Promise<SubgraphServer> {
  const httpServer = createServer()
  const server = new ApolloServer<SubgraphContext>({
    schema: subgraph.schema,
    introspection: true,
    // Traces go another way, and Apollo's would announce themselves on every start.
    plugins: [tellWithheld, ApolloServerPluginInlineTraceDisabled()],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => {
      if (!(error instanceof GraphQLError)) return formatted
      const masked = maskError(error, console.error)
      return masked === error ? formatted : masked.toJSON()
    },
  })
  await server.start()
  const verify = keys.length > 0 ? createVerifier(keys) : undefined

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await elsewhere?.(request, response)) return
    // The signature is over the bytes as they came, before anything is read out of them.
    const body = await readBody(request)
    const { method = '', url: path = '/', headers } = request
    const viewer = viewerOf({ subgraph: subgraph.name, method, path, body }, headers, verify)
    const answered = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: graphqlRequest(request, body),
      context: async () => subgraph.contextFor(requestOf(hub, viewer, requestIdOf(headers))),
    })
    await send(response, answered)
  }

  httpServer.on('request', (request, response) => {
    answer(request, response).catch((error) => refuse(response, error))
  })
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject).listen(port, host, resolve)
  })
  const { address, family, port: taken } = httpServer.address() as AddressInfo
  const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}/`
  return {
    url,
    async close() {
      await closeServer(httpServer)
      await server.stop()
    },
  }
}

const tellWithheld: ApolloServerPlugin<SubgraphContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body }, contextValue }) => {
      const extensions = extensionsOf(contextValue)
      if (extensions && body.kind === 'single') Object.assign(body.singleResult, { extensions })
    },
  }),
}

/** As the gateway names the request; it is written into the audit, so it keeps to what such names look like. */
function requestIdOf({ 'x-request-id': id }: IncomingMessage['headers']): string | undefined {
  return typeof id === 'string' && /^[\w.:-]{1,100}$/.test(id) ? id : undefined
}

async function send(response: ServerResponse, { status = 200, headers, body }: HTTPGraphQLResponse): Promise<void> {
  const written = Object.fromEntries(headers)
  if (body.kind === 'complete') {
    response.writeHead(status, { ...written, 'content-length': Buffer.byteLength(body.string) }).end(body.string)
    return
  }
  response.writeHead(status, written)
  for await (const chunk of body.asyncIterator) response.write(chunk)
  response.end()
}

/** Milliseconds what is being answered may still take once the server stops. */
const graceMs = 10_000

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const late = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(late)
}

const largestBody = 16 * 1024 * 1024

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > largestBody) throw new HubError('PAYLOAD_TOO_LARGE')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function graphqlRequest({ method = '', url = '/', headers }: IncomingMessage, body: Buffer): HTTPGraphQLRequest {
  const map = new HeaderMap()
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) map.set(name, String(value))
  const at = url.indexOf('?')
  const isJson = headers['content-type']?.startsWith('application/json')
  return { method, headers: map, search: at < 0 ? '' : url.slice(at), body: isJson ? readJson(body) : undefined }
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new HubError('BAD_REQUEST', '请求正文应为 JSON，收到的内容无法解析。')
  }
}

const statuses: Partial<Record<ErrorCode, number>> = { BAD_REQUEST: 400, BAD_SIGNATURE: 401, PAYLOAD_TOO_LARGE: 413 }

function refuse(response: ServerResponse, error: unknown): void {
  if (!(error instanceof HubError)) console.error(error)
  if (response.headersSent || response.destroyed) return void response.destroy()
  const shown = error instanceof HubError ? error : new HubError('INTERNAL')
  const text = JSON.stringify({ errors: [shown] })
  response.writeHead(statuses[shown.code] ?? 500, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    // Of a body too large the rest is still on its way, and nobody will read it.
    connection: 'close',
  })
  response.end(text)
}
