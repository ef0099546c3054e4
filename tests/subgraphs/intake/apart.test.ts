import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HubError } from '#schema/errors.ts'
import { openConnection } from '../../../subgraphs/database/connection.ts'
import { carryOutApart } from '../../../subgraphs/intake/http/apart.ts'
import { WorkLost } from '../../../subgraphs/intake/http/failure.ts'
import { type CarryOut, markedPath, openJobs, spoolOf } from '../../../subgraphs/intake/http/jobs.ts'
import { takeOut } from '../../../subgraphs/intake/http/locker.ts'
import { newIntakeId, queueIntake, stopIntake } from '../../../subgraphs/intake/intakes.ts'
import { ownChildren, usageOf } from '../../bench/intake/processes.ts'
import { asOwner, type FreshDatabase, freshDatabase, secret } from '../../postgres.ts'

const header = 'HYBH,HYMC,HYLB,SSCS,JBRQ,CHDWS'
const fair = (number: number, attendees = '12') =>
  `DJH2023${String(number).padStart(6, '0')},沈阳示例对接会${number},1,2101,20230908,${attendees}`

let fresh: FreshDatabase
let folder: string
beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'lianku-apart-'))
})
afterAll(async () => {
  await fresh.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Puts a file of fairs into the spool, as an upload does. */
async function queue(lines: readonly string[]): Promise<string> {
  const id = newIntakeId()
  const file = Buffer.from(`${lines.join('\n')}\n`)
  const files = [{ name: 'DJH_XX.csv', bytes: file.length, sha256: '0'.repeat(64) }]
  await fresh.database.write((tx) =>
    queueIntake(tx, { id, target: 'ln-fair', libraries: ['ln-fair'], key: 'x', dryRun: false, removable: 1, files }),
  )
  await mkdir(spoolOf(folder, id), { recursive: true })
  await writeFile(join(spoolOf(folder, id), 'DJH_XX.csv'), file)
  return id
}

function open(carryOut: CarryOut = carryOutApart({ url: fresh.url, secret, folder })) {
  const said: string[] = []
  const log = (sentence: string) => void said.push(sentence)
  return { said, ...openJobs({ database: fresh.database, carryOut, folder, reportDays: 730, log, pauseMs: 10 }) }
}

async function stateOf(id: string) {
  const [row] = await asOwner(
    fresh.url,
    `select state, rows, error->>'code' as code from library.intake where id = '${id}'`,
  )
  return row as { readonly state: string; readonly rows: number; readonly code: string | null }
}

/** Fairs to be seen, and releases of them. */
async function shown() {
  const [row] = await asOwner(
    fresh.url,
    `select (select count(*)::int from liaoning.fair) as fairs,
      (select count(*)::int from library.release where library = 'ln-fair') as releases`,
  )
  return row as { readonly fairs: number; readonly releases: number }
}

/** Keeps imports from putting fairs in force until told; who reads them does not notice. */
async function holdUp(): Promise<() => Promise<void>> {
  const connection = openConnection({ url: fresh.url })
  await connection.run('begin; lock table liaoning.fair in exclusive mode')
  return () => connection.end()
}

/** The process that carries an intake out just now. */
function worker(): number | undefined {
  return ownChildren().find((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('http/work.ts')
    } catch {
      return false
    }
  })
}

it('reads what a province uploads in a process of its own, and the hub answers meanwhile', async () => {
  const jobs = open()
  const id = await queue([header, ...Array.from({ length: 500 }, (_, i) => fair(i + 1)), fair(501, '46余家')])
  const before = process.cpuUsage()
  jobs.add(id, 'the key of the sender')
  let apart = 0
  let answers = 0
  for (let state = 'QUEUED'; state === 'QUEUED' || state === 'RUNNING'; { state } = await stateOf(id)) {
    await fresh.database.ping()
    answers++
    apart = Math.max(apart, usageOf(worker() ?? 0)?.cpu ?? 0)
    await pause(50)
  }
  const { user, system } = process.cpuUsage(before)
  await jobs.idle()
  expect({ ...(await stateOf(id)), ...(await shown()) }).toEqual({
    state: 'DONE',
    rows: 501,
    code: null,
    fairs: 501,
    releases: 1,
  })
  expect(answers).toBeGreaterThan(1)
  expect((user + system) / 1e6).toBeLessThan(apart)
  const copy = await Array.fromAsync((await takeOut(markedPath(folder, id, 0), 'the key of the sender'))!)
  expect(Buffer.concat(copy).toString()).toContain('数字中混有文字')
  expect([worker(), await readdir(join(folder, 'waiting')), jobs.said]).toEqual([undefined, [], []])
})

it('tells the sender what is wrong with a file, in the words it was refused with there', async () => {
  const id = await queue(['什么都不是'])
  const jobs = open()
  await jobs.idle()
  expect(await stateOf(id)).toEqual({ state: 'REFUSED', rows: 0, code: 'BAD_FILE' })
  expect(jobs.said).toEqual([])
})

it('begins over what a killed process had begun, and nothing of that is seen half', async () => {
  const before = await shown()
  const id = await queue([header, ...Array.from({ length: 200 }, (_, i) => fair(i + 10_001))])
  const goOn = await holdUp()
  const jobs = open()
  while ((await stateOf(id)).rows === 0) await pause(50)
  process.kill(worker()!, 'SIGKILL')
  await goOn()
  const seen = new Set<string>()
  for (; (await stateOf(id)).state === 'RUNNING'; await pause(50)) seen.add(JSON.stringify(await shown()))
  await jobs.idle()
  const after = { fairs: 200, releases: before.releases + 1 }
  expect([(await stateOf(id)).state, await shown()]).toEqual(['DONE', after])
  expect([before, after].map((it) => JSON.stringify(it))).toEqual(expect.arrayContaining([...seen]))
  expect(jobs.said).toEqual([expect.stringMatching(/^Intake \w+ could not be finished: WorkLost SIGKILL at /)])
})

it('ends with the hub, and the next one takes the intake up', async () => {
  const before = await shown()
  const id = await queue([header, ...Array.from({ length: 200 }, (_, i) => fair(i + 20_001))])
  const goOn = await holdUp()
  const jobs = open()
  while ((await stateOf(id)).rows === 0) await pause(50)
  jobs.close()
  await jobs.idle()
  await goOn()
  expect([worker(), jobs.said, (await stateOf(id)).state, await shown()]).toEqual([undefined, [], 'RUNNING', before])
  const next = open(async (intake) => stopIntake(fresh.database, intake.id, 'REFUSED', new HubError('BAD_FILE')))
  await next.idle()
  expect((await stateOf(id)).state).toBe('REFUSED')
})

it('gives an intake up whose process ends each time', async () => {
  const id = await queue([header, fair(1)])
  let begun = 0
  const jobs = open(async () => {
    begun++
    throw new WorkLost('SIGABRT')
  })
  await jobs.idle()
  expect({ ...(await stateOf(id)), begun }).toEqual({ state: 'FAILED', rows: 0, code: 'INTERNAL', begun: 2 })
  expect(await readdir(join(folder, 'waiting'))).toEqual([])
})
