import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { parentPort, workerData } from 'node:worker_threads'
import { createEngine } from '../../gateway/engine/engine.ts'
import { drawsOf, generatedDocument, mutated } from './documents.ts'

/** What a client saw of one document. */
export interface Seen {
  /** The document's beginning. */
  readonly query: string
  readonly data: boolean
  /** What was wrong with the answer. */
  readonly complaint?: string
}

/** A thread that sends documents, one after the other when it is told to go on, and tells what came of each. */
export interface ClientData {
  readonly supergraph: string
  readonly port: number
  readonly count: number
  readonly seed: number
  /** What no answer may have in it. */
  readonly leak: RegExp
}

const { supergraph, port, count, seed, leak } = workerData as ClientData
const { schema } = createEngine({ supergraph, transport: () => ({ fetch: async () => ({}) }) })
const agent = new Agent({ keepAlive: true })

let other = '{ __typename }'
for (let i = 0; i < count; i++) {
  const draw = drawsOf(seed + i)
  const document = generatedDocument(schema, draw)
  await tell(document)
  await tell(mutated(document, other, draw))
  other = document
}
agent.destroy()
parentPort!.close()

async function tell(query: string): Promise<void> {
  const { status, answer } = await post(query)
  const goOn = once(parentPort!, 'message')
  parentPort!.postMessage({ query: query.slice(0, 2_000), ...read(status, answer) } satisfies Seen)
  await goOn
}

/** One request on a connection kept open. */
async function post(query: string): Promise<{ status: number; answer: string }> {
  const body = Buffer.from(JSON.stringify({ query }))
  const headers = { 'content-type': 'application/json', 'content-length': body.length }
  const sent = request({ agent, port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: response.statusCode!, answer: await text(response) }
}

function read(status: number, answer: string): Omit<Seen, 'query'> {
  try {
    const { data, errors } = JSON.parse(answer) as { data?: object | null; errors?: unknown[] }
    const isWhole = data !== undefined || (errors?.length ?? 0) > 0
    if (status >= 500 || !isWhole || leak.test(answer)) throw new Error('no answer for clients')
    return { data: data !== undefined }
  } catch (error) {
    return { data: false, complaint: `${error}: ${status} ${answer.slice(0, 500)}` }
  }
}
