import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOwner } from '../../postgres.ts'
import { figure } from '../figures.ts'
import { type DatabaseServer, startDatabase } from './database-server.ts'
import { answersOf, outcomeOf, type RunningHub, startHub } from './hub.ts'

const rounds = Number(process.env.ROUNDS ?? 10)

let database: DatabaseServer
let hub: RunningHub
let asked: Awaited<ReturnType<typeof answersOf>>
beforeAll(async () => {
  database = await startDatabase()
  hub = await startHub(database.url)
  asked = await answersOf(hub.url)
})
afterAll(async () => {
  await hub?.stop()
  await database?.stop()
})

type Read = { readonly at: number; readonly ms: number; readonly outcome: string }

/** Reads without pause until told to stop: each answer is whole, or says that the database is away, or is a finding. */
function readOn() {
  const reads: Read[] = []
  let reading = true
  async function reader(number: number) {
    for (let i = number; reading; i++) {
      const { body, answer } = asked[i % asked.length]!
      const started = performance.now()
      const headers = { 'content-type': 'application/json' }
      const outcome = await fetch(hub.url, { method: 'POST', headers, body })
        .then(async (response) => outcomeOf(response.status, await response.text(), answer))
        .catch((error) => `broken off: ${error}`)
      reads.push({ at: performance.now(), ms: performance.now() - started, outcome })
      await pause(10)
    }
  }
  const readers = Promise.all(Array.from({ length: 8 }, (_, i) => reader(i)))
  return {
    reads,
    async stop() {
      reading = false
      await readers
      return reads
    },
  }
}

const ready = async () => (await fetch(hub.url.replace('/graphql', '/health/ready'))).status

const harms: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['is told to restart', () => database.signal('SIGINT', 'server')],
  ['is killed, all of it', () => database.signal('SIGKILL', 'all')],
  ['loses one backend to kill -9', () => killBackend()],
  ['ends every connection', () => asOwner(database.url, endAll)],
]

const endAll = `select pg_terminate_backend(pid) from pg_stat_activity where usename in ('lianku_public', 'lianku_app')`

async function killBackend(): Promise<void> {
  const [row] = await asOwner(database.url, `select pid from pg_stat_activity where usename = 'lianku_public' limit 1`)
  if (row) process.kill(Number(row.pid), 'SIGKILL')
}

it.each(harms)('when PostgreSQL %s, reads resume without a restart of the hub', async (name, harm) => {
  const resumed: number[] = []
  const findings: string[] = []
  let [answered, slowest, unready] = [0, 0, 0]
  for (let round = 0; round < rounds; round++) {
    const reading = readOn()
    await pause(200 + Math.random() * 300)
    const harmed = performance.now()
    await harm()
    await pause(20)
    if ((await ready()) !== 200) unready++
    const back = await database.ready()
    const whole = () => reading.reads.find(({ at, ms, outcome }) => at - ms > harmed && outcome === 'whole')
    while (!whole() && performance.now() - back < 30_000) await pause(20)
    resumed.push(Math.max(0, (whole()?.at ?? Number.POSITIVE_INFINITY) - back))
    await pause(300)
    const reads = await reading.stop()
    answered += reads.length
    slowest = Math.max(slowest, ...reads.map(({ ms }) => ms))
    findings.push(...reads.flatMap(({ outcome }) => (outcome === 'whole' || outcome === 'without' ? [] : [outcome])))
  }
  const worst = Math.round(Math.max(...resumed))
  figure(
    `R16 PostgreSQL ${name}, ${rounds} times`,
    'reads ≤ 5 s after it is ready, 0 hung',
    `worst ${worst} ms; ${answered} reads, ${findings.length} odd, slowest ${Math.round(slowest)} ms; not ready ${unready} times`,
    worst <= 5_000 && findings.length === 0 && slowest < 6_000,
  )
  expect(findings).toEqual([])
  expect(worst).toBeLessThan(5_000)
  expect(slowest).toBeLessThan(6_000)
  expect(hub.process.exitCode).toBeNull()
  expect(await ready()).toBe(200)
})
