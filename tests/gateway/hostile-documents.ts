import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { Agent, type IncomingMessage, request } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import pino from 'pino'
import { readConfig } from '#schema/config.ts'
import { createEngine } from '../../gateway/engine/engine.ts'
import { createGateway } from '../../gateway/server.ts'
import { drawsOf, generatedDocument, mutated } from './documents.ts'

const supergraph = await readFile(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8')

/** What came of documents that nobody wrote by hand. */
export interface Findings {
  readonly accepted: number
  readonly refused: number
  /** Documents whose request was not answered as it should be, or took more than 500 ms of CPU, with what happened. */
  readonly wrong: readonly string[]
  /** CPU of the slowest document from request to answer, in ms, and of the 99th in a hundred refused. */
  readonly slowest: number
  readonly refusedP99: number
  /** The longest the event loop stood still by the clock, in ms: more than its work where others work beside it. */
  readonly lag: number
}

/** What a source says that fails, and no client may read. */
const secret = 'connect ECONNREFUSED 10.0.0.7:5432'

/** In an answer, something of the house: the secret, a stack, a path. */
const leak = /10\.0\.0\.7|\\n +at |node_modules|file:\/\//

/**
 * Sends a gateway `count` documents made on the house's graph, and as many damaged ones, to be checked, planned and executed
 * against sources of which some are empty and some fail.
 */
export async function tryDocuments(count: number, seed: number): Promise<Findings> {
  let fetches = 0
  const fetch = async () => {
    if (fetches++ % 4 === 0) throw new Error(secret)
    return { data: {} }
  }
  const engine = createEngine({ supergraph, transport: () => ({ fetch }) })
  const gateway = createGateway({
    engine: () => engine,
    config: readConfig({ PORT: '0' }),
    logger: pino({ level: 'silent' }),
    ready: async () => true,
  })
  const { port } = await gateway.listen()
  const agent = new Agent({ keepAlive: true })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()

  const wrong: string[] = []
  const refusals: number[] = []
  let [tried, accepted, refused, slowest] = [0, 0, 0, 0]

  const tryOne = async (query: string) => {
    const isExact = tried++ % 10 === 0
    if (isExact) settleClock()
    const before = process.threadCpuUsage()
    const { status, answer } = await post(agent, port, query)
    if (isExact) settleClock()
    const { user, system } = process.threadCpuUsage(before)
    const ms = (user + system) / 1_000
    const { data, complaint } = read(status, answer)
    if (data) accepted++
    else refused++
    if (isExact && !data) refusals.push(ms)
    slowest = Math.max(slowest, ms)
    if (complaint || ms > 500) wrong.push(`${complaint ?? `${ms} ms`}\n${query.slice(0, 2_000)}`)
  }

  let other = '{ __typename }'
  for (let i = 0; i < count; i++) {
    const draw = drawsOf(seed + i)
    const document = generatedDocument(engine.schema, draw)
    await tryOne(document)
    await tryOne(mutated(document, other, draw))
    other = document
  }
  delay.disable()
  agent.destroy()
  await gateway.close()
  await engine.close()
  refusals.sort((left, right) => left - right)
  const refusedP99 = refusals[Math.floor(refusals.length * 0.99)] ?? 0
  return { accepted, refused, wrong, slowest, refusedP99, lag: delay.max / 1e6 }
}

const cell = new Int32Array(new SharedArrayBuffer(4))

/**
 * Linux counts a thread's CPU by the tick, 4 ms at a time, unless the thread gives way: having waited a moment, it is told
 * to the microsecond. Without, p99 of what takes 1 ms reads 4.
 */
function settleClock(): void {
  Atomics.wait(cell, 0, 0, 0.05)
}

/** One request on a connection kept open. */
async function post(agent: Agent, port: number, query: string): Promise<{ status: number; answer: string }> {
  const body = Buffer.from(JSON.stringify({ query }))
  const headers = { 'content-type': 'application/json', 'content-length': body.length }
  const sent = request({ agent, port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: response.statusCode!, answer: await text(response) }
}

function read(status: number, answer: string): { data: boolean; complaint?: string } {
  try {
    const { data, errors } = JSON.parse(answer) as { data?: object | null; errors?: unknown[] }
    const isWhole = data !== undefined || (errors?.length ?? 0) > 0
    if (status >= 500 || !isWhole || leak.test(answer)) throw new Error('no answer for clients')
    return { data: data !== undefined }
  } catch (error) {
    return { data: false, complaint: `${error}: ${status} ${answer.slice(0, 500)}` }
  }
}
