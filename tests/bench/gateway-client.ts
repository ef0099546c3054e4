import { Pool } from 'undici'

/** What one run of the client saw: requests, and milliseconds at the middle and the tail. */
export interface Seen {
  readonly requests: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
}

interface Load {
  readonly port: number
  readonly bodies: readonly string[]
  readonly seconds: number
}

const connections = 16

async function load({ port, bodies, seconds }: Load): Promise<Seen> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections })
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const took: number[] = []
  const start = performance.now()
  const end = start + seconds * 1_000
  let at = 0
  const one = async () => {
    while (performance.now() < end) {
      const before = performance.now()
      const body = bodies[at++ % bodies.length]!
      const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body })
      await answer.body.arrayBuffer()
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} from port ${port}`)
      took.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const elapsed = (performance.now() - start) / 1_000
  await pool.close()
  took.sort((a, b) => a - b)
  const quantile = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { requests: took.length, seconds: elapsed, p50: quantile(0.5), p99: quantile(0.99) }
}

process.on('message', async (asked: Load) => {
  process.send!(await load(asked))
})
process.send!({ ports: 0 })
