import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { type FreshDatabase, sampleDatabase } from '../../postgres.ts'
import { answer } from '../ask.ts'
import { guestAddress } from './guest.ts'
import { type AttachedHub, openAttachedHub } from './province.ts'
import { openWire, type Wire } from './wire.ts'

const deadlineMs = 3_000
const restMs = 300

let hub: FreshDatabase
let province: FreshDatabase
let wire: Wire
let attached: AttachedHub
beforeAll(async () => {
  hub = await sampleDatabase()
  province = await sampleDatabase()
  const address = await guestAddress(province)
  wire = await openWire(address)
  attached = await openAttachedHub(hub, { deadlineMs, restMs })
  await attached.attach('hb-ip-patent', address)
  await attached.attach('ln-patent', wire.url)
  await attached.look()
})
afterEach(async () => {
  wire.mend()
  await pause(2 * restMs)
})
afterAll(async () => {
  await attached?.close()
  await wire?.close()
  for (const database of [hub, province]) await database?.drop()
})

const patents = subgraphs.find(({ name }) => name === 'achievement')!
const ask = (question: string) => answer(attached.database, patents, question)
const askLocal = (question: string) => answer(province.database, patents, question)

const list = (args: string) => `{ patents(${args}) {
  nodes { id } totalCount complete facets(by: [KIND]) { values { code count } }
  sources { library { id } status } pageInfo { hasNextPage endCursor }
} }`
const ofOthers = 'filter: { library: ["hb-ip-patent", "hl-achievement"] }'
const ids = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id)

async function statuses(): Promise<Record<string, string>> {
  const { sources } = await ask('{ patents(first: 1) { nodes { id } sources { library { id } status } } }')
  return Object.fromEntries(sources.map(({ library, status }: Source) => [library.id, status]))
}
type Source = { readonly library: { readonly id: string }; readonly status: string }

describe('an attached database that does not answer', () => {
  it('costs its own rows only, and is named', async () => {
    const whole = await ask(list('first: 100'))
    const others = await askLocal(list(`first: 100, ${ofOthers}`))
    const state = Object.fromEntries(whole.sources.map(({ library, status }: Source) => [library.id, status]))
    expect(whole.complete).toBe(true)
    wire.cut()
    const answered = await ask(list('first: 100'))
    expect({
      ids: ids(answered),
      count: answered.totalCount,
      facets: answered.facets,
      complete: answered.complete,
    }).toEqual({ ids: ids(others), count: others.totalCount, facets: others.facets, complete: false })
    expect(await statuses()).toEqual({ ...state, 'ln-patent': expect.stringMatching(/^(UNREACHABLE|CIRCUIT_OPEN)$/) })
  })

  it('is asked no more once it failed several times in a row, and healed without a restart when it is back', async () => {
    wire.cut()
    for (let times = 0; times < 3; times++) await statuses()
    expect((await statuses())['ln-patent']).toBe('CIRCUIT_OPEN')
    wire.mend()
    await pause(2 * restMs)
    expect((await statuses())['ln-patent']).not.toMatch(/UNREACHABLE|TIMEOUT|CIRCUIT_OPEN/)
    expect(await ask(list('first: 100'))).toMatchObject({ complete: true })
  })

  it('is waited for until the deadline and no longer when it hangs', async () => {
    wire.freeze()
    const started = performance.now()
    const answered = await ask(list('first: 100'))
    const took = performance.now() - started
    expect(took).toBeGreaterThan(deadlineMs - 50)
    expect(took).toBeLessThan(deadlineMs + 1_500)
    expect(answered.sources).toContainEqual({ library: { id: 'ln-patent' }, status: 'TIMEOUT' })
    expect(ids(answered)).toEqual(ids(await askLocal(list(`first: 100, ${ofOthers}`))))
  })

  it('is not asked for rows that a filter does not want of it', async () => {
    wire.cut()
    const question = `{ patents(first: 5, ${ofOthers}) { nodes { id } totalCount complete sources { library { id } rows } } }`
    expect(await ask(question)).toEqual(await askLocal(question))
  })

  it('leaves a message for users that names nothing of its address', async () => {
    wire.cut()
    const { sources } = await ask('{ patents(first: 1) { nodes { id } sources { status message } } }')
    const missing = sources.find(({ message }: { message: string | null }) => message?.includes('本次应答不含它的记录'))
    expect(missing).toBeDefined()
    expect(JSON.stringify(sources)).not.toMatch(/127\.0\.0\.1|lianku_guest|ECONN/)
  })
})

describe('pages while an attached database fails or heals', () => {
  const page = (args: string) => ask(list(`first: 20, orderBy: [{field: FILED_ON}], ${args}`))
  const after = ({ pageInfo }: { pageInfo: { endCursor: string } }) => `after: "${pageInfo.endCursor}"`
  const isLiaoning = (id: string) => id.startsWith('ln-')

  it('lose its rows from then on, and shift no other', async () => {
    const expected = ids(await askLocal(list('first: 100, orderBy: [{field: FILED_ON}]')))
    const first = await page('')
    expect(ids(first)).toEqual(expected.slice(0, 20))
    wire.cut()
    const second = await page(after(first))
    const rest = expected.slice(20).filter((id) => !isLiaoning(id))
    expect(ids(second)).toEqual(rest.slice(0, 20))
    expect(second.complete).toBe(false)
  })

  it('go on without a database that was missing when they began, though it is back', async () => {
    wire.cut()
    const first = await page('')
    wire.mend()
    await pause(2 * restMs)
    const second = await page(after(first))
    const others = ids(await askLocal(list(`first: 100, orderBy: [{field: FILED_ON}], ${ofOthers}`)))
    expect([...ids(first), ...ids(second)]).toEqual(others.slice(0, 40))
    expect([second.complete, second.totalCount]).toEqual([false, first.totalCount])
    expect((await page('')).complete).toBe(true)
  })

  it('are not continued with a cursor of other sources', async () => {
    const first = await page('')
    const refused = answer(province.database, patents, list(`first: 20, orderBy: [{field: FILED_ON}], ${after(first)}`))
    await expect(refused).rejects.toThrow('游标无效：它须来自同一查询（相同的列表、搜索词、筛选、排序与来源库）')
  })
})
