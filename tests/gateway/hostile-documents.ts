import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import pino from 'pino'
import { readConfig } from '#schema/config.ts'
import { createEngine } from '../../gateway/engine/engine.ts'
import { createGateway } from '../../gateway/server.ts'
import type { ClientData, Seen } from './document-client.ts'

const supergraph = await readFile(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8')

/** What came of documents that nobody wrote by hand. */
export interface Findings {
  readonly accepted: number
  readonly refused: number
  /** Documents whose request was not answered as it should be, or took more than 500 ms of CPU, with what happened. */
  readonly wrong: readonly string[]
  /** CPU the gateway's thread spent on the slowest document, in ms, and on the 99th in a hundred refused. */
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
 * Has another thread send a gateway `count` documents made on the house's graph, and as many damaged ones, to be checked,
 * planned and executed against sources of which some are empty and some fail.
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
  const workerData: ClientData = { supergraph, port, count, seed, leak }
  const client = new Worker(new URL('./document-client.ts', import.meta.url), { workerData })
  const ended = once(client, 'exit')
  const delay = monitorEventLoopDelay({ resolution: 5 })

  const wrong: string[] = []
  const refusals: number[] = []
  let [accepted, slowest] = [0, 0]
  let before: NodeJS.CpuUsage
  client.once('online', () => {
    before = process.threadCpuUsage()
    delay.enable()
  })
  client.on('message', ({ query, data, complaint }: Seen) => {
    const { user, system } = process.threadCpuUsage(before)
    const ms = (user + system) / 1_000
    if (data) accepted++
    else refusals.push(ms)
    slowest = Math.max(slowest, ms)
    if (complaint || ms > 500) wrong.push(`${complaint ?? `${ms} ms`}\n${query}`)
    before = process.threadCpuUsage()
    client.postMessage('go on')
  })
  await ended
  delay.disable()
  await gateway.close()
  await engine.close()
  const refused = refusals.length
  refusals.sort((left, right) => left - right)
  const refusedP99 = refusals[Math.floor(refused * 0.99)] ?? 0
  return { accepted, refused, wrong, slowest, refusedP99, lag: delay.max / 1e6 }
}
