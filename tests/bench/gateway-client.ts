import { Pool } from 'undici'
import { type QueryName, queries } from './gateway-graph.ts'

/** What one run of the client saw: requests, and milliseconds at the middle and the tail. */
export interface Seen {
  readonly requests: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
}

const connections = 16

async function load(port: number, query: QueryName, seconds: number): Promise<Seen> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections })
  const body = JSON.stringify({
    query: queries[query],
    operationName: query === 'small' ? 'Small' : 'Large',
    variables: 0,
  })
  const took: number[] = []
  const start = performance.now()
  const end = start + seconds * 1_000
  let after = 0
  const one = async () => {
    while (performance.now() < end) {
      const before = performance.now()
      const text = body.replace('"variables":0', `"variables":{"after":${after++ % 1_900}}`)
      const headers = { 'content-type': 'application/json', accept: 'application/json' }
      const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body: text })
      await answer.body.arrayBuffer()
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} from port ${port}`)
      took.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const elapsed = (performance.now() - start) / 1_000
  await pool.close()
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { requests: took.length, seconds: elapsed, p50: at(0.5), p99: at(0.99) }
}

process.on('message', async ({ port, query, seconds }: { port: number; query: QueryName; seconds: number }) => {
  process.send!(await load(port, query, seconds))
})
process.send!({ ports: 0 })
