import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { startHouse } from '../../gateway/house.ts'
import { openDatabase } from '../../subgraphs/database.ts'
import { once } from '../../subgraphs/idempotency.ts'
import { asOwner, type FreshDatabase, sampleDatabase, secret } from '../postgres.ts'
import { answersOf } from '../slow/faults/hub.ts'
import { type FaultProxy, startProxy } from '../slow/faults/proxy.ts'

let data: FreshDatabase
let proxy: FaultProxy
let house: Awaited<ReturnType<typeof startHouse>>
let asked: Awaited<ReturnType<typeof answersOf>>
beforeAll(async () => {
  data = await sampleDatabase()
  proxy = await startProxy(data.url)
  house = await startHouse(
    readConfig({ PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: through(), LIANKU_SECRET: secret, SAMPLES: '' }),
    () => undefined,
  )
  asked = await answersOf(house.url)
})
afterAll(async () => {
  await house?.close()
  await proxy?.close()
  await data?.drop()
})

/** The database's address by way of the proxy. */
function through(): string {
  const address = new URL(data.url)
  address.port = new URL(proxy.url).port
  return address.href
}

async function ask(body: string) {
  const response = await fetch(house.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return { status: response.status, text: await response.text() }
}

const isWhole = async () => {
  const answers = await Promise.all(asked.map(async ({ body, answer }) => (await ask(body)).text === answer))
  return answers.every(Boolean)
}
const ready = async () => (await fetch(house.url.replace('/graphql', '/health/ready'))).status

it.each(['down', 'reset', 'garbage'] as const)(
  'while the database is %s each answer says so; then reads resume within five seconds',
  async (mode) => {
    await proxy.set(mode)
    const answers = await Promise.all(asked.map(({ body }) => ask(body)))
    for (const { status, text } of answers) {
      const { data, errors } = JSON.parse(text)
      expect({ status, data: typeof data, code: errors[0].extensions.code }).toEqual({
        status: 200,
        data: 'object',
        code: 'DATABASE_UNAVAILABLE',
      })
      expect(text).not.toMatch(/127\.0\.0\.1|ECONN/)
    }
    expect(await ready()).toBe(503)
    await proxy.set('pass')
    const healed = performance.now()
    await vi.waitUntil(isWhole, { timeout: 20_000, interval: 50 })
    expect(performance.now() - healed).toBeLessThan(5_000)
    expect(await ready()).toBe(200)
  },
)

it('connections that die in the middle cost one answer each, and no restart', async () => {
  let going = true
  const texts: string[] = []
  const reading = (async () => {
    while (going) texts.push((await ask(asked[0]!.body)).text)
  })()
  for (let i = 0; i < 5; i++) {
    proxy.cut()
    await pause(50)
  }
  going = false
  await reading
  for (const text of texts) {
    if (text !== asked[0]!.answer) expect(text).toContain('"DATABASE_UNAVAILABLE"')
  }
  await vi.waitUntil(isWhole, { timeout: 5_000, interval: 50 })
})

it('a write that is cut off in the middle is done once by its retries', async () => {
  await asOwner(data.url, 'create table lianku.done (key text); grant all on lianku.done to lianku_writer')
  const database = await openDatabase({ url: through(), secret })
  const write = (key: string) =>
    once(database, { scope: 'POST /tests', key, digest: 'a' }, async (tx) => {
      await tx.execute(sql`insert into lianku.done values (${key})`)
      return { status: 202, body: { key } }
    })
  const keys = Array.from({ length: 12 }, (_, i) => `key-${i}`)
  const codes = new Set<string>()
  for (const key of keys) {
    for (let done = false; !done; ) {
      setTimeout(() => proxy.cut(), Math.random() * 6)
      done = await write(key).then(
        () => true,
        ({ code }) => {
          codes.add(code)
          return false
        },
      )
    }
  }
  await database.close()
  const rows = await asOwner(data.url, 'select key, count(*)::int as times from lianku.done group by key')
  expect(rows.filter(({ times }) => times !== 1)).toEqual([])
  expect(rows.length).toBe(keys.length)
  expect([...codes].filter((code) => code !== 'DATABASE_UNAVAILABLE')).toEqual([])
})
