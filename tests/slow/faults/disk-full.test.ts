import { execFileSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { issueKey } from '../../../subgraphs/access/keys.ts'
import { openDatabase } from '../../../subgraphs/database.ts'
import { developmentToken } from '../../../subgraphs/development-token.ts'
import { asOwner, secret } from '../../postgres.ts'
import { figure } from '../figures.ts'
import { type DatabaseServer, startDatabase } from './database-server.ts'
import { answersOf, outcomeOf, type RunningHub, startHub } from './hub.ts'
import { inForce, rows, writeVersion } from './versions.ts'

const rounds = Number(process.env.ROUNDS ?? 5)

/** Only root may mount a disk that is small enough to fill. */
const isRoot = process.getuid?.() === 0

let folder: string
let database: DatabaseServer
let hub: RunningHub
let key: string
const mounted: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianku-full-'))
  await chmod(folder, 0o711)
})
afterEach(async () => {
  await hub?.stop()
  await database?.stop()
  for (const place of mounted.splice(0)) execFileSync('umount', [place])
  await rm(folder, { recursive: true, force: true })
})

/** A disk of its own with so many megabytes. */
async function mount(name: string, megabytes: number): Promise<string> {
  const place = join(folder, name)
  await mkdir(place)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', place])
  mounted.push(place)
  return place
}

/** Takes all the room there is, to the last byte. */
function fill(place: string): () => Promise<void> {
  const path = join(place, 'filler')
  const file = openSync(path, 'w')
  for (let size = 1 << 20; size > 0; ) {
    try {
      if (writeSync(file, Buffer.alloc(size, 1)) < size) size >>= 1
    } catch {
      size >>= 1
    }
  }
  closeSync(file)
  return () => rm(path)
}

async function start(dataFolder: string | undefined, hubFolder: string, logFolder?: string) {
  if (dataFolder) await mkdir(dataFolder)
  database = await startDatabase(dataFolder, logFolder)
  const opened = await openDatabase({ url: database.url, secret })
  key = (await issueKey(opened, 'LIBRARY', 'hl-demand')).text
  await opened.close()
  hub = await startHub(database.url, { DATA_DIR: hubFolder })
}

/** Hands a version of Heilongjiang's demands in: all of its rows are new ones. */
async function handIn(version: number): Promise<{ status: number; wait: string | null; location: string | null }> {
  const address = new URL(`/libraries/hl-demand/intakes?file=${encodeURIComponent('需求库.csv')}&removable=1`, hub.url)
  const body = await readFile(await writeVersion(folder, version))
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'text/csv',
    'idempotency-key': `version-${version}`,
  }
  const { status, headers: said } = await fetch(address, { method: 'POST', headers, body })
  return { status, wait: said.get('retry-after'), location: said.get('location') }
}

async function stateOf(location: string): Promise<string> {
  const headers = { authorization: `Bearer ${key}` }
  const response = await fetch(new URL(location, hub.url), { headers })
  return response.status === 200 ? ((await response.json()) as { state: string }).state : `${response.status}`
}

/** Hands a version in until it is taken; resolves to the last answer. */
async function handInUntilTaken(version: number, since: number) {
  let last = await handIn(version)
  while (last.status === 503 && performance.now() - since < 60_000) {
    await pause(200)
    last = await handIn(version)
  }
  return last
}

/** Waits for intakes to end; resolves to what became of those that are not done. */
async function undone(locations: Iterable<string>, since: number): Promise<string[]> {
  const findings: string[] = []
  for (const location of new Set(locations)) {
    let state = await stateOf(location)
    while (['QUEUED', 'RUNNING', '503', '500'].includes(state) && performance.now() - since < 60_000) {
      await pause(100)
      state = await stateOf(location)
    }
    if (state !== 'DONE') findings.push(`an intake that was accepted is ${state}`)
  }
  return findings
}

/** Of demands that have a version only the last is in force: each of its rows once, and nothing of any other. */
async function expectInForce(version: number): Promise<void> {
  const { shown, doubled } = await inForce(database.url)
  const ofVersion = `select count(*)::int as count from demand.demand where title like '第${version}版%'`
  const [row] = await asOwner(database.url, ofVersion)
  // Demands of other libraries have no version.
  const versions = shown.filter((one) => one !== null)
  expect({ versions, doubled, ...row }).toEqual({ versions: [version], doubled: 0, count: rows + 1 })
}

/** Reads until told to stop; resolves to the answers that were not whole, or did not say that the database is away. */
function readOn(asked: Awaited<ReturnType<typeof answersOf>>) {
  let reading = true
  let [count, without, wholeAt] = [0, 0, 0]
  const odd: string[] = []
  const done = (async () => {
    for (let i = 0; reading; i++) {
      const { body, answer } = asked[i % asked.length]!
      const response = await fetch(hub.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      const text = await response.text()
      const outcome = outcomeOf(response.status, text, answer)
      count++
      if (outcome === 'whole') wholeAt = performance.now()
      else if (outcome === 'without') without++
      else odd.push(outcome)
      await pause(20)
    }
  })()
  return {
    /** Resolves once an answer is whole again, to the time it was. */
    async whole(since: number) {
      while (wholeAt < since && performance.now() - since < 60_000) await pause(10)
      return wholeAt < since ? Number.POSITIVE_INFINITY : wholeAt
    },
    async stop() {
      reading = false
      await done
      return { count, without, odd }
    },
  }
}

/** Writes until the database is away: the room within the log's own files is used up too. */
async function exhaustLog(): Promise<void> {
  const write = `select pg_logical_emit_message(true, 'room', repeat('x', 1000000))`
  for (let megabytes = 0; megabytes < 1_000; megabytes++) {
    const failed = await asOwner(database.url, write).catch((error) => error as Error)
    if (failed instanceof Error) return
  }
  throw new Error('the log still has room')
}

/** Reads personal fields as the library that owns them; gives back how many people it saw, and why not all. */
async function personalReader(): Promise<() => Promise<{ seen: number; codes: ReadonlySet<unknown> }>> {
  const config = readConfig({ DATABASE_URL: database.url, LIANKU_SECRET: secret })
  const { token } = await developmentToken(['--role', 'LIBRARY_OWNER', '--library', 'hb-edu-talent'], config)
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const body = JSON.stringify({
    query: '{ talents(first: 100, filter: { province: [HUBEI] }) { nodes { id gender } } }',
  })
  return async () => {
    const response = await fetch(hub.url, { method: 'POST', headers, body })
    const { data, errors = [] } = (await response.json()) as {
      data?: { talents: { nodes: { gender: string | null }[] } | null }
      errors?: { extensions: { code: string } }[]
    }
    const seen = data?.talents?.nodes.filter(({ gender }) => gender !== null).length ?? 0
    return { seen, codes: new Set(errors.map(({ extensions }) => extensions.code)) }
  }
}

const personalReads = async () => {
  const statement = `select count(*)::int as count from audit.event where content ->> 'action' = 'READ'`
  return (await asOwner(database.url, statement))[0]!.count as number
}

/** What frontends ask that no version of the demands changes. */
const lasting = ['{ libraries { id name province } }', '{ talents(first: 5) { nodes { id name } } }'].map((query) =>
  JSON.stringify({ query }),
)

describe.skipIf(!isRoot)('a full disk', { timeout: 600_000 }, () => {
  it.each([
    ['data and log of the database', 400],
    ['spool of uploads', 8],
  ])(
    'of the %s: nothing accepted is lost, reads go on, and writes come through once there is room',
    async (what, megabytes) => {
      const place = await mount('disk', megabytes)
      const isSpool = what.startsWith('spool')
      await start(isSpool ? undefined : join(place, 'data'), isSpool ? join(place, 'hub') : join(folder, 'hub'))
      const asked = await answersOf(hub.url, lasting)
      const recovered: number[] = []
      const findings: string[] = []
      let [version, refused, waited, reads] = [0, 0, 0, 0]
      for (let round = 0; round < rounds; round++) {
        const reading = readOn(asked)
        const free = fill(place)
        const accepted: string[] = []
        for (let tries = 0; tries < 3; tries++) {
          version++
          const { status, wait, location } = await handIn(version)
          if (status === 202) accepted.push(location!)
          else if (status === 503 && wait) refused++
          else findings.push(`a write is answered ${status}, Retry-After ${wait}`)
          await pause(500)
        }
        await free()
        const freed = performance.now()
        const last = await handInUntilTaken(version, freed)
        if (last.status !== 202) findings.push(`with room again, a write is answered ${last.status}`)
        else accepted.push(last.location!)
        findings.push(...(await undone(accepted, freed)))
        waited += accepted.length
        recovered.push(performance.now() - freed)
        const { count, without, odd } = await reading.stop()
        reads += count
        findings.push(...odd)
        if (without > 0) findings.push(`${without} reads went without the database`)
        await expectInForce(version)
      }
      const worst = Math.round(Math.max(...recovered))
      figure(
        `R8 ${what} full, ${rounds} times`,
        'accepted lost 0, writes 503, reads go on, recovered ≤ 30 s',
        `${waited} accepted and done, ${refused} refused with 503, ${reads} reads, ${findings.length} odd; recovered in ${worst} ms at worst`,
        findings.length === 0 && worst <= 30_000,
      )
      expect(findings).toEqual([])
      expect(worst).toBeLessThan(60_000)
    },
  )

  it('of the log alone: nothing accepted is lost, and all goes on once there is room', async () => {
    await start(join(folder, 'data'), join(folder, 'hub'), await mount('log', 400))
    const asked = await answersOf(hub.url, lasting)
    const [resumed, recovered]: [number[], number[]] = [[], []]
    const findings: string[] = []
    let [version, refused, waited, reads, without] = [0, 0, 0, 0, 0]
    for (let round = 0; round < rounds; round++) {
      const reading = readOn(asked)
      const free = fill(join(folder, 'log'))
      const accepted: string[] = []
      const write = async () => {
        version++
        const { status, wait, location } = await handIn(version)
        if (status === 202) accepted.push(location!)
        else if (status === 503 && wait) refused++
        else findings.push(`a write is answered ${status}, Retry-After ${wait}`)
      }
      // Under way when the database ends.
      await write()
      await exhaustLog()
      for (let tries = 0; tries < 3; tries++) {
        await write()
        await pause(500)
      }
      await free()
      const freed = performance.now()
      const ready = await database.ready()
      resumed.push((await reading.whole(ready)) - ready)
      const last = await handInUntilTaken(version, freed)
      if (last.status !== 202) findings.push(`with room again, a write is answered ${last.status}`)
      else accepted.push(last.location!)
      findings.push(...(await undone(accepted, freed)))
      waited += accepted.length
      recovered.push(performance.now() - freed)
      const read = await reading.stop()
      reads += read.count
      without += read.without
      findings.push(...read.odd)
      await expectInForce(version)
    }
    const [slowest, worst] = [Math.round(Math.max(...resumed)), Math.round(Math.max(...recovered))]
    figure(
      `R8 log of the database full, alone, ${rounds} times`,
      'accepted lost 0, writes 503, reads ≤ 5 s after it is ready, recovered ≤ 30 s',
      `${waited} accepted and done, ${refused} refused with 503; ${reads} reads, ${without} told that it is away, ` +
        `${findings.length} odd; read again within ${slowest} ms; recovered in ${worst} ms at worst`,
      findings.length === 0 && slowest <= 5_000 && worst <= 30_000,
    )
    expect(findings).toEqual([])
    expect(slowest).toBeLessThan(5_000)
    expect(worst).toBeLessThan(60_000)
  })

  it('of the audit: what cannot be written down is not read, and public reads go on', async () => {
    const place = await mount('disk', 400)
    await start(join(place, 'data'), join(folder, 'hub'))
    const asked = await answersOf(hub.url, lasting)
    const read = await personalReader()
    const before = await personalReads()
    const { seen } = await read()
    const reading = readOn(asked)
    const free = fill(place)
    let shown = 1
    const refusals: ReadonlySet<unknown>[] = []
    for (let tries = 0; tries < 2_000 && refusals.length < 10; tries++) {
      const answer = await read()
      if (answer.seen > 0) shown++
      else refusals.push(answer.codes)
    }
    await free()
    const freed = performance.now()
    while ((await read()).seen === 0 && performance.now() - freed < 60_000) await pause(100)
    shown++
    const back = Math.round(performance.now() - freed)
    const { count, without, odd } = await reading.stop()
    const written = (await personalReads()) - before
    figure(
      'R8 disk of the audit full',
      'personal reads refused, none unwritten, public reads go on, back ≤ 30 s',
      `${refusals.length} refused; ${shown} answered, ${written} written; ${count} public reads, ${without + odd.length} odd; back in ${back} ms`,
      refusals.length === 10 && shown <= written && without + odd.length === 0 && back <= 30_000,
    )
    expect({ refusals, odd, without, unwritten: Math.max(0, shown - written) }).toEqual({
      refusals: Array(10).fill(new Set(['AUDIT_UNAVAILABLE'])),
      odd: [],
      without: 0,
      unwritten: 0,
    })
    expect(seen).toBeGreaterThan(0)
    expect(back).toBeLessThan(60_000)
  })
})
