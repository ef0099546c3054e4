import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HubError } from '#schema/errors.ts'
import { gb18030 } from '../../../samples/write/gb18030.ts'
import { issueKey } from '../../../subgraphs/access/keys.ts'
import type { Database } from '../../../subgraphs/database.ts'
import { carryOutHere } from '../../../subgraphs/intake/http/carry-out.ts'
import { type Jobs, openJobs, spoolOf } from '../../../subgraphs/intake/http/jobs.ts'
import { intakeRoute } from '../../../subgraphs/intake/http/route.ts'
import { newIntakeId, queueIntake } from '../../../subgraphs/intake/intakes.ts'
import { sinks } from '../../../subgraphs/registry.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'

const header = 'HYBH,HYMC,HYLB,SSCS,JBRQ,CHDWS'
const good = 'DJH2023000001,沈阳示例对接会,1,2101,20230908,12'
const doubted = 'DJH2023000002,大连示例对接会,1,2102,20230909,46余家'

let fresh: FreshDatabase
let folder: string
let server: Server
let jobs: Jobs
let base: string
const keys: Record<string, string> = {}
const logged: string[] = []
const log = (sentence: string) => void logged.push(sentence)

beforeAll(async () => {
  fresh = await freshDatabase()
  const { database } = fresh
  folder = await mkdtemp(join(tmpdir(), 'lianku-http-'))
  for (const library of ['ln-fair', 'ln-visit', 'hl-halfyear']) {
    keys[library] = (await issueKey(database, 'LIBRARY', library)).text
  }
  jobs = openJobs({ ...options(), log })
  const route = intakeRoute({ database, jobs, folder, mostBytes: 200_000, log })
  server = createServer((request, response) => void route(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await jobs.idle()
  server.closeAllConnections()
  server.close()
  await fresh.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Intakes are carried out in this process here; how they are in one of their own is in apart.test.ts. */
function options(database = fresh.database) {
  return { database, carryOut: carryOutHere({ database, sinks, folder }), folder, reportDays: 730 }
}

async function ask(
  path: string,
  { library = 'ln-fair', headers = {}, ...rest }: RequestInit & { library?: string } = {},
) {
  const response = await fetch(new URL(path, base), {
    ...rest,
    headers: { authorization: `Bearer ${keys[library]}`, ...headers },
  })
  const text = Buffer.from(await response.arrayBuffer())
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    location: response.headers.get('location'),
    body: isJson ? JSON.parse(text.toString()) : text,
  }
}

const post = (content: Uint8Array | string, query = '', options: Parameters<typeof ask>[1] = {}) =>
  ask(`/libraries/ln-fair/intakes?file=DJH_XX.csv${query}`, { method: 'POST', body: content as never, ...options })

async function settled(location: string | null, options = {}) {
  await jobs.idle()
  return (await ask(location ?? '', options)).body
}

describe('files sent over HTTP', () => {
  it('are taken in as one release, and their report and marked copy can be fetched', async () => {
    const file = gb18030(`${header}\n${good}\n${doubted}\n`)
    const { status, location, body } = await post(file)
    expect({ status, body }).toEqual({
      status: 202,
      body: { id: body.id, library: 'ln-fair', state: 'QUEUED', location },
    })
    const told = await settled(location)
    expect(told).toMatchObject({
      library: 'ln-fair',
      state: 'DONE',
      label: '处理完毕',
      rows: 2,
      error: null,
      report: { libraries: [{ release: { id: 'ln-fair@1', state: 'IN_FORCE', read: 2, inserted: 2 } }] },
    })
    expect(told.text).toContain('ln-fair@1 已生效：读入 2 = 新增 2')
    expect(told.files).toEqual([{ name: 'DJH_XX.csv', bytes: file.length, sha256: told.files[0].sha256 }])
    const copy = await ask(told.marked[0].path)
    expect(new TextDecoder('gb18030').decode(copy.body)).toBe(
      `${header},联库核对\n${good},\n${doubted},"F3 CHDWS：数字中混有文字。原值「46余家」。（NUMBER_TEXT_MIXED）"\n`,
    )
    expect((await ask('/libraries/ln-fair/intakes')).body.map(({ id }: { id: string }) => id)).toContain(told.id)
    expect(await readdir(join(folder, 'waiting'))).toEqual([])
  })

  it('are only tried with dryRun', async () => {
    const { location } = await post(`${header}\n${good}\n`, '&dryRun=true')
    const told = await settled(location)
    expect(told).toMatchObject({
      state: 'DONE',
      dryRun: true,
      report: { libraries: [{ library: 'ln-fair', read: 1 }] },
    })
    expect(told.report.libraries[0].release).toBeUndefined()
  })

  it('may be several in one form, for a bundle of libraries', async () => {
    const bundle = await readFile(join(import.meta.dirname, '../../../samples/small/hl-halfyear/HLJ_2023H1.zip'))
    const form = new FormData()
    form.append('file', new File([bundle], 'HLJ_2023H1.zip'))
    const options = { library: 'hl-halfyear' }
    const { location } = await ask('/libraries/hl-halfyear/intakes?dryRun=true', {
      method: 'POST',
      body: form,
      ...options,
    })
    const told = await settled(location, options)
    expect(told.state).toBe('DONE')
    expect(told.report.libraries.map(({ library }: { library: string }) => library).sort()).toEqual([
      'hl-achievement',
      'hl-challenge',
      'hl-demand',
      'hl-ledger',
      'hl-project',
      'hl-talent',
    ])
  })

  it('are held, and say so, when they would remove too much', async () => {
    const many = Array.from({ length: 20 }, (_, i) => `DJH20231${i},沈阳示例对接会${i},1,2101,20230908,12`)
    await post(`${header}\n${many.join('\n')}\n`, '&removable=1')
    const { location } = await post(`${header}\n${many[0]}\n`)
    expect(await settled(location)).toMatchObject({ state: 'HELD', label: '整批暂缓，待人工确认' })
  })

  it('with one Idempotency-Key are one intake, however often they come', async () => {
    const headers = { 'idempotency-key': 'half-year-2023' }
    const file = `${header}\n${good}\n`
    const answers = await Promise.all([1, 2, 3].map(() => post(file, '&dryRun=true', { headers })))
    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1)
    const other = await post(`${file}${doubted}\n`, '&dryRun=true', { headers })
    expect(other.body.errors[0].extensions.code).toBe('IDEMPOTENCY_KEY_REUSED')
    await jobs.idle()
    expect(await readdir(join(folder, 'waiting'))).toEqual([])
  })
})

describe('what cannot be taken', () => {
  const codeOf = ({ status, body }: Awaited<ReturnType<typeof ask>>) => [status, body.errors[0].extensions.code]

  it('is refused with a status and a Chinese sentence, and nothing of it stays', async () => {
    const twice = new FormData()
    for (const _ of [1, 2]) twice.append('file', new File([header], 'DJH_XX.csv'))
    const path = '/libraries/ln-fair/intakes'
    expect(
      await Promise.all([
        ask(path, { headers: { authorization: '' } }).then(codeOf),
        ask(path, { library: 'ln-visit' }).then(codeOf),
        ask('/libraries/nowhere/intakes').then(codeOf),
        ask(path, { method: 'DELETE' }).then(codeOf),
        ask(path, { method: 'POST', body: header }).then(codeOf),
        ask(`${path}?file=..`, { method: 'POST', body: header }).then(codeOf),
        ask(`${path}?file=DJH_XX.csv&dryRun=yes`, { method: 'POST', body: header }).then(codeOf),
        ask(`${path}?file=DJH_XX.csv&removable=2`, { method: 'POST', body: header }).then(codeOf),
        ask(path, { method: 'POST', body: new FormData() }).then(codeOf),
        ask(path, { method: 'POST', body: twice }).then(codeOf),
        post('x'.repeat(300_000)).then(codeOf),
        ask(`${path}/000000000000`).then(codeOf),
        ask(`${path}/000000000000/marked/DJH_XX.csv`).then(codeOf),
      ]),
    ).toEqual([
      [401, 'BAD_ACCESS_KEY'],
      [403, 'ACCESS_DENIED'],
      [403, 'ACCESS_DENIED'],
      [405, 'METHOD_NOT_ALLOWED'],
      [400, 'BAD_REQUEST'],
      [400, 'BAD_REQUEST'],
      [400, 'BAD_VALUE'],
      [400, 'BAD_VALUE'],
      [400, 'BAD_REQUEST'],
      [400, 'BAD_REQUEST'],
      [413, 'PAYLOAD_TOO_LARGE'],
      [404, 'NOT_FOUND'],
      [404, 'NOT_FOUND'],
    ])
    expect(await readdir(join(folder, 'waiting'))).toEqual([])
  })

  it('is cut off when it grows over the cap, or breaks off on the way', async () => {
    const options = { method: 'POST', headers: { authorization: `Bearer ${keys['ln-fair']}` } }
    const path = `${base}/libraries/ln-fair/intakes?file=DJH_XX.csv`
    const status = await new Promise((resolve, reject) => {
      const growing = send(path, options, (response) => resolve(response.statusCode))
      growing.on('error', reject)
      for (let i = 0; i < 5; i++) growing.write('x'.repeat(100_000))
    })
    expect(status).toBe(413)
    await new Promise<void>((resolve) => {
      const broken = send(path, { ...options, headers: { ...options.headers, 'content-length': '1000' } })
      broken.on('error', () => resolve())
      broken.write(header, () => setTimeout(() => broken.destroy(), 100))
    })
    await expect.poll(() => readdir(join(folder, 'waiting')), { timeout: 5_000 }).toEqual([])
  })

  it('has a report that names the file and what was expected', async () => {
    const { location } = await post('什么都不是\n')
    expect(await settled(location)).toMatchObject({
      state: 'REFUSED',
      label: '未接收',
      error: { code: 'BAD_FILE', message: expect.stringContaining('DJH_XX.csv') },
      report: null,
    })
  })
})

it('keeps reports as long as it is told, and for good that of what each library took in last', async () => {
  const old = [
    ['old-fair', 'ln-fair', 'DONE', false, 800],
    ['last-visit', 'ln-visit', 'HELD', false, 900],
    ['old-visit', 'ln-visit', 'DONE', false, 1000],
    ['tried-visit', 'ln-visit', 'DONE', true, 800],
    ['refused-visit', 'ln-visit', 'REFUSED', false, 800],
    ['recent-visit', 'ln-visit', 'REFUSED', false, 700],
    ['running-visit', 'ln-visit', 'RUNNING', false, null],
  ]
  for (const [id, library, state, dryRun, days] of old) {
    await asOwner(
      fresh.url,
      `insert into library.intake (id, target, libraries, state, dry_run, finished_at, files)
       values ('${id}', '${library}', '{${library}}', '${state}', ${dryRun}, now() - interval '${days ?? 1} days', '[]')`,
    )
  }
  await asOwner(fresh.url, `update library.intake set finished_at = null where state = 'RUNNING'`)
  const own = `select id from library.intake where id ~ '-(fair|visit)$' order by id`
  await openJobs({ ...options(), log }).idle()
  const kept = await asOwner(fresh.url, own)
  await asOwner(fresh.url, `delete from library.intake where id ~ '-(fair|visit)$'`)
  expect(kept.map(({ id }) => id)).toEqual(['last-visit', 'recent-visit', 'running-visit'])
})

it('starts over what a killed process had not finished, and leaves alone what is done', async () => {
  const { database } = fresh
  const id = newIntakeId()
  const file = Buffer.from(`${header}\nDJH2023000077,鞍山示例对接会,1,2103,20230908,12\n`)
  const files = [{ name: 'DJH_XX.csv', bytes: file.length, sha256: '0'.repeat(64) }]
  await mkdir(spoolOf(folder, id), { recursive: true })
  await writeFile(join(spoolOf(folder, id), 'DJH_XX.csv'), file)
  await database.write((tx) =>
    queueIntake(tx, { id, target: 'ln-fair', libraries: ['ln-fair'], key: 'x', dryRun: false, removable: 1, files }),
  )
  await asOwner(fresh.url, `update library.intake set state = 'RUNNING', rows = 1 where id = '${id}'`)
  const [first, second] = [1, 2].map(() => openJobs({ ...options(), log }))
  await Promise.all([first!.idle(), second!.idle()])
  const [row] = await asOwner(
    fresh.url,
    `select state, (select count(*)::int from library.release where files @> '[{"sha256": "${createHash('sha256').update(file).digest('hex')}"}]') as n
     from library.intake where id = '${id}'`,
  )
  expect(row).toEqual({ state: 'DONE', n: 1 })
  expect(logged).toEqual([])
})

it('tries again what the database could not take, as when its disk is full', async () => {
  const { database } = fresh
  let refusals = 3
  const write: Database['write'] = async (work) => {
    if (refusals-- > 0) throw new HubError('DATABASE_UNAVAILABLE')
    return database.write(work)
  }
  const id = newIntakeId()
  const file = Buffer.from(`${header}\nDJH2023000078,抚顺示例对接会,1,2104,20230908,12\n`)
  const files = [{ name: 'DJH_XX.csv', bytes: file.length, sha256: '0'.repeat(64) }]
  await mkdir(spoolOf(folder, id), { recursive: true })
  await writeFile(join(spoolOf(folder, id), 'DJH_XX.csv'), file)
  await database.write((tx) =>
    queueIntake(tx, { id, target: 'ln-fair', libraries: ['ln-fair'], key: 'x', dryRun: false, removable: 1, files }),
  )
  const said: string[] = []
  const flaky = { ...database, write }
  await openJobs({ ...options(flaky), log: (sentence) => void said.push(sentence), pauseMs: 10 }).idle()
  const [row] = await asOwner(fresh.url, `select state from library.intake where id = '${id}'`)
  expect({ ...row, attempts: said.length }).toEqual({ state: 'DONE', attempts: 3 })
  expect(await readdir(join(folder, 'waiting'))).toEqual([])
})

it('keeps a classified row, and numbers of persons, nowhere: not in the database, the folder, the answers or the log', async () => {
  const mobile = ['138', '2345', '6789'].join('')
  const secret = '沈阳示例绝密会战'
  const rows = [
    good,
    `DJH2023000009,${secret}★机密★10年,1,2101,20230908,1`,
    `DJH2023000010,联系${mobile}示例会,1,2101,20230908,2`,
  ]
  const { location } = await post(`${header}\n${rows.join('\n')}\n`, '&removable=1')
  const told = await settled(location)
  expect(told.report.libraries[0].counts).toMatchObject({ CLASSIFIED_REFUSED: 1, PHONE_STRIPPED: 1 })
  const refusals = await asOwner(fresh.url, `select file, row, code, length(hash)::int as digits from library.refusal`)
  expect(refusals.filter(({ file }) => file === 'DJH_XX.csv')).toEqual([
    { file: 'DJH_XX.csv', row: 3, code: 'CLASSIFIED_REFUSED', digits: 22 },
  ])
  const kept = [await everything(), JSON.stringify(told), JSON.stringify(logged), ...(await filesIn(folder))]
  for (const text of kept) for (const word of [secret, mobile]) expect(text.includes(word)).toBe(false)
  // Who sent the file still gets its own numbers back, with the key it was sent with.
  const copy = (await ask(told.marked[0].path)).body.toString()
  expect([copy.includes(mobile), copy.includes(secret)]).toEqual([true, false])
})

/** Every row of every table of the hub, as text. */
async function everything(): Promise<string> {
  const [row] = await asOwner(
    fresh.url,
    `select string_agg(query_to_xml(format('select * from %I.%I', schemaname, tablename), true, true, '')::text, '') as text
     from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  return String(row?.text)
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')))
}
