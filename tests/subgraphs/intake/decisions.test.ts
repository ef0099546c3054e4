import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader, type Reader } from '../../../subgraphs/intake/child.ts'
import { diffRelease } from '../../../subgraphs/intake/diff.ts'
import { confirmRelease, declineRelease, rollback } from '../../../subgraphs/intake/history.ts'
import { importFiles } from '../../../subgraphs/intake/intake.ts'
import { findStyle } from '../../../subgraphs/intake/styles/find.ts'
import { library as librarySubgraph } from '../../../subgraphs/library/subgraph.ts'
import { sinks } from '../../../subgraphs/registry.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer } from '../ask.ts'
import { openFolder } from './folder.ts'

const header = 'CGBH,CGMC,DWH,DWMC,FZRXM,XKLYM,CGJJ,CSD,ZLH,ZHFS,LX,GXSJ'
const supply = (i: number, title = `示例成果${i}`) =>
  `CG${String(i).padStart(4, '0')},${title},10145,沈阳示例大学,,,,,,,,20230901`
const whole = Array.from({ length: 20 }, (_, i) => supply(i))
const delta = `${header},BGLX`

let fresh: FreshDatabase
let folder: Awaited<ReturnType<typeof openFolder>>
let reader: Reader
beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await openFolder()
  reader = openReader([tmpdir()])
})
afterAll(async () => {
  reader.close()
  await fresh.drop()
  await folder.remove()
})

const send = (...lines: string[]) => sendFiles({ 'GY_CGXX.csv': lines })

async function sendFiles(files: Record<string, readonly string[]>, more: { removable?: number } = {}) {
  const { database } = fresh
  const style = findStyle('ln-supply')
  const paths = await Promise.all(Object.entries(files).map(([name, lines]) => folder.write(name, lines.join('\n'))))
  const report = await importFiles({ database, sinks, style, files: paths, today: '2024-03-01', reader, ...more })
  return report.libraries[0]!
}

async function titles(): Promise<string[]> {
  const rows = await asOwner(
    fresh.url,
    `select record ->> 'title' as title from library.version
     where library = 'ln-supply' and kind = 'achievement' and to_release is null order by local_id`,
  )
  return rows.map(({ title }) => String(title))
}

const again = (release: string) => ({ database: fresh.database, sinks, library: 'ln-supply', release })

describe('a file that says of each row what changed', () => {
  it('changes what it names, takes away what it says is no more, and leaves the rest', async () => {
    await send(header, ...whole)
    const report = await send(
      delta,
      `${supply(20, '示例新成果')},新增`,
      `${supply(1, '示例改名成果')},变更`,
      `${supply(2)},2`,
      'CG0003,,,,,,,,,,,,注销',
      'CG9999,,,,,,,,,,,,注销',
      `${supply(4)},作废`,
      `${supply(5)},`,
    )
    const { read, inserted, changed, unchanged, refused, held, removed, rows } = report.release!
    expect({ read, inserted, changed, unchanged, refused, held, removed, rows }).toEqual({
      read: 7,
      inserted: 1,
      changed: 2,
      unchanged: 2,
      refused: 2,
      held: 0,
      removed: 1,
      rows: 20,
    })
    const own = report.doubts.filter(({ code }) => code !== 'ORGANIZATION_UNRESOLVED')
    expect(own.map(({ address, code, original }) => ({ address, code, original }))).toEqual([
      { address: 'M7', code: 'VALUE_NOT_ALLOWED', original: undefined },
      { address: 'M8', code: 'VALUE_MISSING', original: undefined },
      { address: 'M6', code: 'BROKEN_REFERENCE', original: 'CG9999' },
    ])
    const now = await titles()
    expect([now.length, now.slice(0, 4)]).toEqual([20, ['示例成果0', '示例改名成果', '示例成果2', '示例成果4']])
    const differences = await diffRelease(fresh.database, sinks, 'ln-supply', '2')
    expect(differences.map(({ localId, change }) => `${localId} ${change}`)).toEqual([
      'CG0001 CHANGED',
      'CG0003 REMOVED',
      'CG0020 INSERTED',
    ])
  })

  it('leaves the releases before it in force, and can be rolled back', async () => {
    const states = await asOwner(
      fresh.url,
      `select number, state, delta from library.release where library = 'ln-supply' order by number`,
    )
    expect(states).toEqual([
      { number: 1, state: 'IN_FORCE', delta: false },
      { number: 2, state: 'IN_FORCE', delta: true },
    ])
    expect(await rollback(again('1'))).toMatchObject({ inserted: 1, changed: 1, unchanged: 18, removed: 1 })
    expect(await titles()).toEqual(whole.map((line) => line.split(',')[1]))
    const doubts = await asOwner(
      fresh.url,
      `select release, count from library.flag_count
      where code = 'ORGANIZATION_UNRESOLVED' and release in ('ln-supply@1', 'ln-supply@3') order by release`,
    )
    const [{ most }] = await asOwner(
      fresh.url,
      `select max(jsonb_array_length(flags)) as most from library.version where from_release = 3`,
    )
    expect({ doubts, most }).toEqual({
      doubts: [
        { release: 'ln-supply@1', count: 20 },
        { release: 'ln-supply@3', count: 20 },
      ],
      most: 1,
    })
  })

  it('waits for a person when it takes too much away, and does it then', async () => {
    const gone = [1, 2, 3].map((i) => `CG000${i},,,,,,,,,,,,注销`)
    const { release } = await send(delta, ...gone)
    expect(release).toMatchObject({ state: 'HELD', read: 3, changed: 3, removed: 3, rows: 20 })
    expect(await declineRelease(again(release!.id))).toMatchObject({ state: 'DECLINED' })
    const second = await send(delta, ...gone, `${supply(5, '示例改名成果')},变更`)
    const waiting = await diffRelease(fresh.database, sinks, 'ln-supply', second.release!.id)
    expect(waiting.map(({ localId, change }) => `${localId} ${change}`)).toEqual([
      'CG0001 REMOVED',
      'CG0002 REMOVED',
      'CG0003 REMOVED',
      'CG0005 CHANGED',
    ])
    expect(await confirmRelease(again(second.release!.id))).toMatchObject({ state: 'IN_FORCE', removed: 3, rows: 17 })
    await rollback(again('1'))
  })

  it('is refused when it contradicts itself, or comes with one that is a whole', async () => {
    await expect(send(delta, `${supply(1)},变更`, 'CG0001,,,,,,,,,,,,注销')).rejects.toThrow(
      '编号 CG0001 在同一批中既有注销，又有新增或变更；请只留一行。',
    )
    const files = { 'GY_CGXX_1.csv': [header, ...whole], 'GY_CGXX_2.csv': [delta, `${supply(1)},变更`] }
    await expect(sendFiles(files)).rejects.toThrow('无法判断是整库还是增量')
    expect(await titles()).toHaveLength(20)
  })
})

describe('the brake', () => {
  it('counts ids that come to mean another record, though nothing is removed', async () => {
    const shifted = whole.map((_, i) => supply(i, `示例成果${(i + 1) % 20}`))
    const { release } = await send(header, ...shifted)
    expect(release).toMatchObject({ state: 'HELD', changed: 20, removed: 0, reidentified: 20 })
    await declineRelease(again(release!.id))
  })

  it('says how many records came under another id', async () => {
    const renamed = whole.map((line, i) => (i < 5 ? line.replace('CG', 'XG') : line))
    const { release } = await send(header, ...renamed)
    expect(release).toMatchObject({ state: 'HELD', inserted: 5, removed: 5, reidentified: 5 })
    await declineRelease(again(release!.id))
  })

  it('can be set for one run', async () => {
    const file = { 'GY_CGXX.csv': [header, ...whole.slice(1)] }
    expect((await sendFiles(file, { removable: 0.01 })).release?.state).toBe('HELD')
    expect((await sendFiles(file, { removable: 0.5 })).release?.state).toBe('IN_FORCE')
  })
})

it('takes in texts of any length', async () => {
  const rare = Array.from({ length: 3000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join('')
  const words = Array.from({ length: 200_000 }, (_, i) => `w${i}`).join(' ')
  const titled = (title: string, abstract: string) => `CG0001,${title},10145,沈阳示例大学,,,${abstract},,,,,20230901`
  for (const [title, abstract] of [
    [rare, words],
    ['a'.repeat(10_000), '7'.repeat(100_000)],
  ] as const) {
    const others = whole.filter((line) => !line.startsWith('CG0001'))
    const { release } = await send(header, titled(title, abstract), ...others)
    expect({ state: release?.state, refused: release?.refused, rows: release?.rows }).toEqual({
      state: 'IN_FORCE',
      refused: 0,
      rows: 20,
    })
    const [row] = await asOwner(
      fresh.url,
      `select title, abstract from achievement.achievement where local_id = 'CG0001'`,
    )
    expect(row).toEqual({ title, abstract })
  }
})

it('accounts for every row of a file that is mostly refused, listing the first five thousand doubts', async () => {
  const broken = Array.from({ length: 6000 }, (_, i) => `,无编号成果${i},10145,沈阳示例大学,,,,,,,,20230901`)
  const { release, counts, doubts, more, read, refused } = await send(header, ...whole, ...broken)
  expect({ read, refused, missing: counts.VALUE_MISSING }).toEqual({ read: 6020, refused: 6000, missing: 6000 })
  expect({ listed: doubts.length, all: doubts.length + more }).toEqual({
    listed: 5000,
    all: Object.values(counts).reduce((sum, count) => sum + count, 0),
  })
  const [kept] = await asOwner(
    fresh.url,
    `select count(*)::int as rows, min(row) as first, max(row) as last, (select count from library.flag_count
       where release = '${release!.id}' and code = 'VALUE_MISSING') as counted
     from library.refusal where release = '${release!.id}'`,
  )
  expect(kept).toEqual({ rows: 6000, first: 22, last: 6021, counted: 6000 })
})

it('accounts for every row of a file that takes away what is not there', async () => {
  const unknown = Array.from({ length: 6000 }, (_, i) => `CX${i},,,,,,,,,,,,注销`)
  const { release, counts, doubts, more } = await send(delta, ...unknown)
  const { read, unchanged, removed } = release!
  expect({ read, unchanged, removed, counts, listed: doubts.length, more }).toEqual({
    read: 6000,
    unchanged: 6000,
    removed: 0,
    counts: { BROKEN_REFERENCE: 6000 },
    listed: 5000,
    more: 1000,
  })
})

it('shows the quality of all a library holds, whichever release brought it', async () => {
  await send(header, ...whole, 'CG0100,示例成果,,沈阳示例大学,,,,十八级,,,,20230901')
  await send(delta, 'CG0101,示例成果乙,,沈阳示例大学,,,,十九级,,,,20230901,新增')
  const { quality, releases } = await answer(
    fresh.database,
    librarySubgraph,
    `{ library(id: "ln-supply") { quality { doubts flags { code count } trend } releases(first: 1) { delta reidentified } } }`,
  )
  expect(
    quality.flags.find(
      ({ code }: { code: string }) => code === 'TRL_OUT_OF_RANGE' || code === 'VOCABULARY_TERM_UNMAPPED',
    ),
  ).toMatchObject({ count: 2 })
  expect(releases).toMatchObject([{ delta: true, reidentified: 0 }])
  expect(quality.trend.length).toBeGreaterThan(3)
})
