import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import pino from 'pino'
import { readConfig } from '#schema/config.ts'
import { createEngine } from '../../gateway/engine/engine.ts'
import { createOperations } from '../../gateway/http/operations.ts'
import { createStandings } from '../../gateway/limits/standing.ts'
import { createGateway } from '../../gateway/server.ts'
import { drawsOf, generatedDocument, mutated } from './documents.ts'
import { post } from './monolith.ts'

const supergraph = await readFile(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8')

/** What came of documents that nobody wrote by hand. */
export interface Findings {
  readonly generated: number
  readonly mutated: number
  readonly accepted: number
  readonly overHttp: number
  /** Documents that made the gateway throw, answer 5xx or take more than 500 ms of CPU, with what happened. */
  readonly crashes: readonly string[]
  /** CPU of the slowest document, in ms, and of the 99th in a hundred refused. */
  readonly slowest: number
  readonly refusedP99: number
  /** The longest the event loop stood still, in ms. */
  readonly lag: number
}

/**
 * Has `count` documents made on the house's graph, and as many damaged ones, checked, planned and executed against sources
 * that are empty; every `httpEvery`th goes over HTTP.
 */
export async function tryDocuments(count: number, httpEvery: number, seed: number): Promise<Findings> {
  const engine = createEngine({ supergraph, transport: () => ({ fetch: async () => ({ data: {} }) }) })
  const operations = createOperations(() => undefined)
  const standing = createStandings(new Map(), 'everyone')('PUBLIC')
  const gateway = createGateway({
    engine: () => engine,
    config: readConfig({ PORT: '0' }),
    logger: pino({ level: 'silent' }),
    ready: async () => true,
  })
  const { port } = await gateway.listen()
  const url = `http://127.0.0.1:${port}/graphql`
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()

  const crashes: string[] = []
  const refused: number[] = []
  let [accepted, overHttp, slowest] = [0, 0, 0]
  const complain = (query: string, what: unknown) => crashes.push(`${what}\n${query.slice(0, 2_000)}`)

  const tryOne = async (query: string, http: boolean) => {
    if (http) {
      overHttp++
      const { status } = await post(url, { query })
      if (status >= 500) complain(query, status)
      return
    }
    const before = process.threadCpuUsage()
    try {
      const outcome = operations.prepare(engine, { query, operationName: undefined }, {}, standing)
      const { user, system } = process.threadCpuUsage(before)
      const ms = (user + system) / 1_000
      slowest = Math.max(slowest, ms)
      if (ms > 500) complain(query, `${ms} ms`)
      if ('errors' in outcome) return void refused.push(ms)
      accepted++
      const context = { requestId: 'r', headers: {}, viewer: undefined }
      if (outcome.prepared.kind === 'query') await outcome.prepared.execute({}, context)
    } catch (error) {
      complain(query, error)
    }
  }

  let other = '{ __typename }'
  for (let i = 0; i < count; i++) {
    const draw = drawsOf(seed + i)
    const text = generatedDocument(engine.schema, draw)
    const http = i % httpEvery === 0
    await tryOne(text, http)
    await tryOne(mutated(text, other, draw), http)
    other = text
    if (i % 16 === 0) await turn()
  }
  delay.disable()
  await gateway.close()
  await engine.close()
  refused.sort((left, right) => left - right)
  return {
    generated: count,
    mutated: count,
    accepted,
    overHttp,
    crashes,
    slowest,
    refusedP99: refused[Math.floor(refused.length * 0.99)] ?? 0,
    lag: delay.max / 1e6,
  }
}
