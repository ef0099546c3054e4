import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { type ExecutionResult, execute, GraphQLError, parse, validate } from 'graphql'
import { createVerifier } from './signature.ts'
import { schema } from './subgraph.ts'

/** Serves the subgraph. `keys` as in SUBGRAPH_KEYS, `new=…,old=…`; without, everybody is the public. */
export async function serve(port: number, host: string, keys: string): Promise<Server & { readonly url: string }> {
  const verify = createVerifier('jilin-agri', keys)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '/', headers } = request
    if (path === '/health') return send(response, 200, { status: 'ok' })
    if (method !== 'POST') return send(response, 405, problem('只接受 POST。'))
    const body = await readBody(request)
    if (!body) return send(response, 413, problem('请求正文过大。'))
    try {
      // The signature is over the bytes as they came. Who asks decides what may be shown; here all is public.
      verify({
        method,
        path,
        body,
        viewer: text(headers['lianku-viewer']),
        signature: text(headers['lianku-signature']),
      })
    } catch {
      return send(response, 401, { errors: [{ message: '请求签名不正确。', extensions: { code: 'BAD_SIGNATURE' } }] })
    }
    const question = readQuestion(body)
    if (!question) return send(response, 400, problem('请求正文应为含 query 的 JSON。'))
    send(response, 200, await run(question))
  }

  const server = createServer({ requestTimeout: 15_000 }, (request, response) => {
    answer(request, response).catch((error) => {
      console.error(error)
      if (!response.headersSent) send(response, 500, problem('内部错误，已记录。'))
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const { port: taken } = server.address() as AddressInfo
  return Object.assign(server, { url: `http://localhost:${taken}/` })
}

interface Question {
  readonly query: string
  readonly variables?: Record<string, unknown> | null
  readonly operationName?: string | null
}

async function run({ query, variables, operationName }: Question): Promise<ExecutionResult> {
  try {
    const document = parse(query, { maxTokens: 20_000 })
    const errors = validate(schema, document)
    if (errors.length > 0) return { errors }
    const result = await execute({ schema, document, variableValues: variables, operationName })
    return result.errors ? { ...result, errors: result.errors.map(masked) } : result
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] }
    throw error
  }
}

/** What went wrong inside is recorded here and not told; wrong arguments may be. */
function masked(error: GraphQLError): GraphQLError {
  if (!error.originalError || error.originalError instanceof RangeError) return error
  console.error(error.originalError)
  return new GraphQLError('内部错误，已记录。', { path: error.path, extensions: { code: 'INTERNAL' } })
}

function readQuestion(body: Buffer): Question | undefined {
  try {
    const question: unknown = JSON.parse(body.toString('utf8'))
    if (typeof question !== 'object' || question === null || !('query' in question)) return undefined
    return typeof question.query === 'string' ? (question as Question) : undefined
  } catch {
    return undefined
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > 4 * 1024 * 1024) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

function problem(message: string) {
  return { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }
}

function text(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { PORT = '4001', HOST = '127.0.0.1', SUBGRAPH_KEYS = '' } = process.env
  const server = await serve(Number(PORT), HOST, SUBGRAPH_KEYS)
  console.log(`jilin-agri is ready: ${server.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close(() => process.exit(0)))
}
