import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HubError } from '#schema/errors.ts'
import type { Handle } from '../../subgraphs/database.ts'
import { idempotencyKeyIn, type KeptAnswer, once } from '../../subgraphs/idempotency.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../postgres.ts'

const scope = 'POST /libraries/hb-edu-talent/intakes'
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

let data: FreshDatabase
beforeAll(async () => {
  data = await freshDatabase()
  await asOwner(data.url, 'create table lianku.effect (key text); grant all on lianku.effect to lianku_writer')
})
afterAll(() => data.drop())

/** Writes a row and answers with where to find it, as an intake does. */
async function write(tx: Handle, key: string): Promise<KeptAnswer> {
  await tx.execute(sql`insert into lianku.effect values (${key})`)
  const place = randomUUID()
  return { status: 202, headers: { location: `/intakes/${place}` }, body: { 批次: place, 读入: 12 } }
}
const send = (key: string, text: string) =>
  once(data.database, { scope, key, digest: digest(text) }, (tx) => write(tx, key))
const effects = async (key: string) =>
  (await asOwner(data.url, `select from lianku.effect where key = '${key}'`)).length

it('fifty retries at the same moment and one later have one effect and one answer', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => send('a', '人才表')))
  answers.push(await send('a', '人才表'))
  expect({
    answers: new Set(answers.map((answer) => JSON.stringify(answer))).size,
    effects: await effects('a'),
  }).toEqual({
    answers: 1,
    effects: 1,
  })
})

it('the same key with other content is refused, and in another scope is another key', async () => {
  await send('b', '人才表')
  await expect(send('b', '成果表')).rejects.toThrow(new HubError('IDEMPOTENCY_KEY_REUSED'))
  const elsewhere = { scope: 'POST /libraries/ln-fair/intakes', key: 'b', digest: digest('成果表') }
  await once(data.database, elsewhere, (tx) => write(tx, 'b'))
  expect(await effects('b')).toBe(2)
})

it('what failed leaves nothing behind, so that its retry is done', async () => {
  const request = { scope, key: 'c', digest: digest('人才表') }
  const failing = once(data.database, request, async (tx) => {
    await write(tx, 'c')
    throw new HubError('DATABASE_UNAVAILABLE')
  })
  await expect(failing).rejects.toThrow(new HubError('DATABASE_UNAVAILABLE'))
  expect(await effects('c')).toBe(0)
  await send('c', '人才表')
  expect(await effects('c')).toBe(1)
})

it('forgets a key after thirty days', async () => {
  await send('d', '人才表')
  await asOwner(data.url, `update idempotency.request set at = now() - interval '31 days' where key = 'd'`)
  await send('e', '人才表')
  await send('d', '成果表')
  expect(await effects('d')).toBe(2)
})

it('takes keys that a log can hold', () => {
  const keys = [undefined, 'b7c1-0001', 'a'.repeat(255)]
  expect(keys.map((key) => idempotencyKeyIn({ 'idempotency-key': key }))).toEqual(keys)
  for (const key of ['', '键', 'a b', 'a'.repeat(256), ['a', 'b'] as unknown as string]) {
    expect(() => idempotencyKeyIn({ 'idempotency-key': key })).toThrow('应为 1 到 255 个可见的 ASCII 字符')
  }
})
