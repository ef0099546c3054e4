import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { sampleDatabase } from '../../postgres.ts'
import { figure } from '../figures.ts'
import { boundMemory } from './cgroup.ts'
import { answersOf, startHub } from './hub.ts'
import { run } from './load.ts'

const seconds = Number(process.env.STEADY_SECONDS ?? 600)
const rate = Number(process.env.STEADY_RATE ?? 100)
const users = Number(process.env.STEADY_USERS ?? 500)
const megabytes = 768

it('a steady load is answered whole, each body to the letter, in memory that does not grow', async () => {
  const data = await sampleDatabase()
  // A process fits its heap to the memory it may use, and of a large machine takes more than it needs.
  const cgroup = await boundMemory(megabytes)
  const hub = await startHub(data.url, {}, cgroup)
  const load = { url: hub.url, deadline: 10_000, asked: await answersOf(hub.url) }
  await run({ ...load, rate, seconds: 10 })

  const samples: (readonly [second: number, megabytes: number])[] = []
  let loading = true
  const started = performance.now()
  const sampling = (async () => {
    while (loading) {
      samples.push([(performance.now() - started) / 1_000, await memoryOf(hub.process.pid!)])
      await pause(500)
    }
  })()
  const outcome = await run({ ...load, rate, seconds, users })
  loading = false
  await sampling
  await hub.stop()
  await cgroup?.remove()
  await data.drop()

  const lost = outcome.sent - outcome.good
  figure(
    `R1 ${users} users, about ${rate} requests a second, for ${seconds} s, bodies compared`,
    '0 failed',
    `${lost} of ${outcome.sent} failed, ${outcome.wrong} wrong; p50 ${outcome.goodMs.p50}, p99 ${outcome.goodMs.p99} ms`,
    lost === 0,
  )
  const growth = slope(samples.filter(([second]) => second > seconds / 3)) * 60
  const most = Math.max(...samples.map(([, megabytes]) => megabytes))
  figure(
    `R3 memory over the last ${Math.round((seconds * 2) / 3)} s of it, ${cgroup ? `within ${megabytes} MB` : 'not bounded'}`,
    '≤ 0.5 MB/min, RSS ≤ 512 MB',
    `${growth.toFixed(2)} MB/min, at most ${Math.round(most)} MB`,
    growth <= 0.5 && most <= 512,
  )
  expect({ wrong: outcome.wrong, broken: outcome.broken }).toEqual({ wrong: 0, broken: 0 })
})

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1_024
}

/** Of the straight line that fits the points best. */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const across = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return across / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}
