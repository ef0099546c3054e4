import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boolean, creditCode, identifier, list, moeCode, text } from '../../../subgraphs/intake/cells.ts'
import { readInChild } from '../../../subgraphs/intake/child.ts'
import { diffRelease } from '../../../subgraphs/intake/diff.ts'
import { confirmRelease, declineRelease, listReleases, rollback } from '../../../subgraphs/intake/history.ts'
import { importFiles } from '../../../subgraphs/intake/intake.ts'
import { lockLibraries, prepareLibraries } from '../../../subgraphs/intake/lock.ts'
import type { Sink } from '../../../subgraphs/intake/sink.ts'
import type { SheetStyle, Style } from '../../../subgraphs/intake/style.ts'
import { library } from '../../../subgraphs/library/subgraph.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer } from '../ask.ts'
import { openFolder } from './folder.ts'

const talents: SheetStyle = {
  library: 'hb-edu-talent',
  file: /^人才.*\.csv$/,
  format: 'csv',
  scope: '学校代码',
  record: 'talent',
  columns: [
    { column: '编号', to: 'localId', as: identifier(), required: true },
    { column: '学校代码', to: 'organization.moeCode', as: moeCode() },
    { column: '姓名', to: 'name', as: text() },
    { column: '研究方向', to: 'researchDirections', as: list() },
    { column: '联系人', to: 'contactName', as: text() },
    { column: '公开意愿', to: 'consents', as: ({ text }) => (text === '同意' ? { value: ['LIST_CONTACT'] } : {}) },
    { column: '密级', gate: 'classified' },
  ],
}
const style: Style = { id: 'hb-edu-talent', title: '人才（试）', sheets: [talents] }

const register: Style = {
  id: 'cn-ref-university',
  title: '名录（试）',
  sheets: [
    {
      library: 'cn-ref-university',
      file: /^名录\.csv$/,
      format: 'csv',
      record: 'organization',
      columns: [
        { column: '代码', to: 'moeCode', as: moeCode() },
        { column: '名称', to: 'name', as: text() },
        {
          column: '省',
          to: 'region',
          as: () => ({
            value: { scheme: 'GB/T 2260', code: '420000', label: '湖北省', original: '湖北', match: 'EXACT' },
          }),
        },
      ],
    },
  ],
}

const demands: Style = {
  id: 'hb-std-demand',
  title: '需求（试）',
  sheets: [
    {
      library: 'hb-std-demand',
      file: /^需求\.csv$/,
      format: 'csv',
      record: 'achievement',
      key: ['标题', '单位'],
      columns: [
        { column: '标题', to: 'title', as: text(), required: true },
        { column: '单位', to: 'organization.text', as: text() },
        { column: '信用代码', to: 'organization.uscc', as: creditCode(), optional: true },
        { column: '含专利', gate: 'restricted' },
        { column: '已推广', to: 'tier', as: boolean(), optional: true },
      ],
    },
  ],
}

const challenges: Style = {
  id: 'hb-std-demand',
  title: '榜单（试）',
  sheets: [
    {
      library: 'hb-std-demand',
      file: /^榜单\.csv$/,
      format: 'csv',
      record: 'challenge',
      columns: [
        { column: '编号', to: 'localId', as: identifier(), required: true },
        { column: '发榜单位', to: 'poster.text', as: text() },
        { column: '揭榜单位', to: 'winner.text', as: text() },
      ],
    },
  ],
}

let fresh: FreshDatabase
let folder: Awaited<ReturnType<typeof openFolder>>
/** What a subgraph holds, as a sink sees it. */
const held = new Map<string, unknown>()
function remember(kind: Sink['kind']): Sink {
  return {
    kind,
    save: async (_, records) => {
      // A record twice in one statement is what no table takes.
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
      for (const { id, fields, restricted, release } of records) held.set(id, { fields, restricted, release })
    },
    remove: async (_, ids) => {
      for (const id of ids) held.delete(id)
    },
  }
}
const sinks = (['talent', 'organization', 'achievement', 'challenge'] as const).map(remember)

beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await openFolder()
})
afterAll(async () => {
  await fresh.drop()
  await folder.remove()
})

const header = '编号,学校代码,姓名,研究方向,联系人,公开意愿,密级'
const person = (id: string, school: string, subject: string, level = '公开') =>
  `${id},${school},示例${id},${subject},,,${level}`

async function send(name: string, lines: readonly string[], as = style, more: { removable?: number } = {}) {
  const file = await folder.write(name, lines.join('\n'))
  const report = await importFiles({
    database: fresh.database,
    sinks,
    style: as,
    files: [file],
    today: '2024-03-01',
    ...more,
  })
  return report.libraries[0]!
}

const again = (release: string, library = 'hb-edu-talent') => ({ database: fresh.database, sinks, library, release })

async function changesOf(release: string): Promise<string[]> {
  const differences = await diffRelease(fresh.database, sinks, 'hb-edu-talent', release)
  return differences.map(({ localId, change }) => `${localId} ${change}`)
}

describe('releases of a library', () => {
  const wuhan = Array.from({ length: 12 }, (_, i) => person(`W${i}`, '10486', '遥感；测绘'))
  const huake = Array.from({ length: 12 }, (_, i) => person(`H${i}`, '10487', '激光、光纤'))

  it('replace only what their scope says: one university leaves the other in force', async () => {
    await send('人才.csv', [header, ...wuhan])
    const { release } = await send('人才.csv', [header, ...huake])
    expect(release).toMatchObject({ number: 2, inserted: 12, removed: 0, rows: 24 })
    expect(held.size).toBe(24)
    expect(
      (await listReleases(fresh.database, 'hb-edu-talent')).map(({ id, state, scopes }) => ({ id, state, scopes })),
    ).toEqual([
      { id: 'hb-edu-talent@2', state: 'IN_FORCE', scopes: ['10487'] },
      { id: 'hb-edu-talent@1', state: 'IN_FORCE', scopes: ['10486'] },
    ])
    const [newest] = await listReleases(fresh.database, 'hb-edu-talent')
    expect(newest!.createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  })

  it('say what was changed and removed, and keep one record for each id', async () => {
    const changed = [person('W0', '10486', '遥感；地理信息'), ...wuhan.slice(1, 11)]
    const { release } = await send('人才.csv', [header, ...changed])
    expect(release).toMatchObject({ number: 3, read: 11, changed: 1, unchanged: 10, inserted: 0, removed: 1, rows: 23 })
    expect(held.get('hb-edu-talent:W0')).toEqual({
      fields: { name: '示例W0', organization: { moeCode: '10486' }, researchDirections: ['遥感', '地理信息'] },
      restricted: false,
      release: 'hb-edu-talent@3',
    })
    expect(held.has('hb-edu-talent:W11')).toBe(false)
    const differences = await diffRelease(fresh.database, sinks, 'hb-edu-talent', '3')
    expect(
      differences.map(({ localId, change, fields, before, after }) => [
        localId,
        change,
        fields,
        before?.researchDirections,
        after?.researchDirections,
      ]),
    ).toEqual([
      ['W0', 'CHANGED', ['researchDirections'], ['遥感', '测绘'], ['遥感', '地理信息']],
      ['W11', 'REMOVED', ['name', 'organization', 'researchDirections'], ['遥感', '测绘'], undefined],
    ])
  })

  it('come back by rollback as a release of their own', async () => {
    const release = await rollback(again('2'))
    expect(release).toMatchObject({
      number: 4,
      state: 'IN_FORCE',
      inserted: 1,
      changed: 1,
      unchanged: 22,
      removed: 0,
      rows: 24,
    })
    expect(held.size).toBe(24)
    expect(held.get('hb-edu-talent:W0')).toMatchObject({ fields: { researchDirections: ['遥感', '测绘'] } })
    await expect(rollback(again('99'))).rejects.toThrow('资源库 hb-edu-talent 没有批次 99')
  })

  it('wait for a person when they remove too much, and go on when one confirms', async () => {
    const { release } = await send('人才.csv', [header, ...wuhan.slice(0, 6)])
    expect(release).toMatchObject({ number: 5, state: 'HELD', unchanged: 6, removed: 6, rows: 24 })
    expect(held.size).toBe(24)
    expect(await changesOf('5')).toEqual(['W10', 'W11', 'W6', 'W7', 'W8', 'W9'].map((id) => `${id} REMOVED`))
    await expect(rollback(again('5'))).rejects.toThrow('批次 hb-edu-talent@5 从未生效，不能回退到它。')
    expect(await confirmRelease(again('5'))).toMatchObject({
      number: 6,
      state: 'IN_FORCE',
      unchanged: 6,
      removed: 6,
      rows: 18,
    })
    expect(held.size).toBe(18)
    await expect(confirmRelease(again('5'))).rejects.toThrow('批次 hb-edu-talent@5 不是待确认的批次。')
  })

  it('are thrown away when a person declines them', async () => {
    const { release } = await send('人才.csv', [header, wuhan[0]!])
    expect(release).toMatchObject({ number: 7, state: 'HELD', removed: 5, rows: 18 })
    expect(await declineRelease(again('7'))).toMatchObject({ id: 'hb-edu-talent@7', state: 'DECLINED' })
    await expect(confirmRelease(again('7'))).rejects.toThrow('批次 hb-edu-talent@7 不是待确认的批次。')
    await expect(changesOf('7')).rejects.toThrow('批次 hb-edu-talent@7 未采用，内容没有保留。')
    expect(held.size).toBe(18)
  })

  it('leave rows with one id in two waiting, and what was in force as it was', async () => {
    const twice = [...wuhan.slice(0, 6), person('W0', '10486', '别的方向')]
    const { release } = await send('人才.csv', [header, ...twice])
    expect(release).toMatchObject({ number: 8, read: 7, unchanged: 5, held: 2, removed: 0, rows: 18 })
    expect(held.get('hb-edu-talent:W0')).toMatchObject({ fields: { researchDirections: ['遥感', '测绘'] } })
    expect(
      await asOwner(fresh.url, `select code, count from library.flag_count where release = 'hb-edu-talent@8'`),
    ).toEqual([{ code: 'DUPLICATE_LOCAL_ID', count: 2 }])
  })

  it('do not wait for those of another library', async () => {
    const { promise: end, resolve: finish } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const other = fresh.database.write(async (tx) => {
      await prepareLibraries(tx)
      await lockLibraries(tx, ['hl-demand'])
      begin()
      await end
    })
    await begun
    const { release } = await send('人才.csv', [header, ...wuhan.slice(0, 6)])
    expect(release).toMatchObject({ state: 'IN_FORCE', unchanged: 6 })
    finish()
    await other
  })

  it('are there whole or not at all: a file that breaks off in its last row changes nothing', async () => {
    const before = await listReleases(fresh.database, 'hb-edu-talent')
    await expect(send('人才.csv', [header, ...huake, 'H99,10487,"没有写完'])).rejects.toThrow('引号不成对')
    expect(await listReleases(fresh.database, 'hb-edu-talent')).toEqual(before)
  })
})

describe('what may not be stored', () => {
  it('leaves no trace of a classified row but its place and a digest', async () => {
    const secret = '某型号推进剂配方'
    const rows = [
      person('W0', '10486', '遥感；测绘'),
      person('M1', '10486', secret, '机密'),
      person('M2', '10486', '数据处理', '内部'),
    ]
    const { release, refused, doubts } = await send('人才.csv', [header, ...rows], style, { removable: 1 })
    expect({ refused, read: release?.read, rows: release?.rows }).toEqual({ refused: 1, read: 3, rows: 13 })
    expect(doubts.map(({ address, code }) => ({ address, code }))).toEqual([
      { address: 'G3', code: 'CLASSIFIED_REFUSED' },
      { address: 'G4', code: 'INTERNAL_NOT_PUBLISHED' },
    ])
    // What everybody may know of it counts neither the restricted row nor the classified one.
    const question =
      '{ library(id: "hb-edu-talent") { releases(first: 1) { read inserted changed unchanged refused held removed rows flags { code } } } }'
    expect((await answer(fresh.database, library, question)).releases).toEqual([
      { read: 1, inserted: 0, changed: 0, unchanged: 1, refused: 0, held: 0, removed: 5, rows: 13, flags: [] },
    ])
    const [rights] = await asOwner(
      fresh.url,
      `select has_column_privilege('lianku_public', 'library.release', 'refused', 'select') as whole,
        has_column_privilege('lianku_public', 'library.release', 'told_refused', 'select') as told`,
    )
    expect(rights).toEqual({ whole: false, told: true })
    expect(held.get('hb-edu-talent:M2')).toMatchObject({ restricted: true })
    expect(held.has('hb-edu-talent:M1')).toBe(false)
    const tables = ['release', 'version', 'held', 'refusal', 'flag_count']
    const dump = await Promise.all(
      tables.map((table) => asOwner(fresh.url, `select t::text as row from library.${table} t`)),
    )
    expect(JSON.stringify(dump)).not.toContain(secret)
    expect(JSON.stringify(dump)).not.toContain('示例M1')
    expect(await asOwner(fresh.url, `select file, row, code, length(hash) from library.refusal`)).toEqual([
      { file: '人才.csv', row: 3, code: 'CLASSIFIED_REFUSED', length: 22 },
    ])
  })

  it('takes identity and mobile numbers out of every text, and contacts without consent', async () => {
    const rows = [
      'P1,10486,示例甲,"遥感，联系 13800000000",示例乙,不同意,公开',
      'P2,10486,示例丙,身份证110101190001011009的研究,示例丁,同意,公开',
    ]
    const { doubts } = await send('人才.csv', [header, ...rows], style, { removable: 1 })
    expect(held.get('hb-edu-talent:P1')).toMatchObject({
      fields: { researchDirections: ['遥感', '联系 ［手机号码已去除］'] },
    })
    expect(held.get('hb-edu-talent:P1')).not.toHaveProperty('fields.contactName')
    expect(held.get('hb-edu-talent:P2')).toMatchObject({ fields: { contactName: '示例丁' } })
    expect(doubts.map(({ address, code, original }) => ({ address, code, original }))).toEqual([
      { address: 'D2', code: 'PHONE_STRIPPED', original: undefined },
      { address: 'E2', code: 'CONSENT_MISSING', original: undefined },
      { address: 'D3', code: 'PERSONAL_ID_STRIPPED', original: undefined },
    ])
    expect(JSON.stringify(await asOwner(fresh.url, 'select t::text as row from library.version t'))).not.toMatch(
      /13800000000|1101011900/,
    )
  })
})

describe('records without an official key', () => {
  const lines = [
    '标题,单位,含专利',
    '冰雪装备轻量化,武汉示例大学,否',
    '激光清洗,武汉示例大学,是',
    '遥感解译,无此单位,否',
  ]

  it('get the same id in every run, from the columns their style names', async () => {
    const first = await send('需求.csv', lines, demands)
    const second = await send('需求.csv', [lines[0]!, ...lines.slice(1).reverse()], demands)
    expect(first.release).toMatchObject({ inserted: 3, rows: 2 })
    expect(second.release).toMatchObject({ unchanged: 3, inserted: 0, removed: 0 })
  })

  it('are led to their organization when its register comes later, and hidden ones stay hidden', async () => {
    await send('名录.csv', ['代码,名称,省', '10999,武汉示例大学,湖北'], register)
    const found = [...held.values()].filter(
      (one) => JSON.stringify(one).includes('武汉示例大学') && JSON.stringify(one).includes('title'),
    )
    expect(found.map((one) => one)).toEqual([
      expect.objectContaining({
        restricted: false,
        fields: { title: '冰雪装备轻量化', organization: { text: '武汉示例大学', id: 'organization:10999' } },
      }),
      expect.objectContaining({
        restricted: true,
        fields: { title: '激光清洗', organization: { text: '武汉示例大学', id: 'organization:10999' } },
      }),
    ])
    const flags = await asOwner(
      fresh.url,
      `select record ->> 'title' as title, flags from library.version where library = 'hb-std-demand' order by record ->> 'title' collate "C"`,
    )
    expect(flags).toEqual([
      { title: '冰雪装备轻量化', flags: [] },
      { title: '激光清洗', flags: [] },
      { title: '遥感解译', flags: [{ code: 'ORGANIZATION_UNRESOLVED', field: 'organization', original: '无此单位' }] },
    ])
  })
})

describe('a record that names two units', () => {
  it('is handed on once when the registers of both come later', async () => {
    await send('榜单.csv', ['编号,发榜单位,揭榜单位', 'B1,襄阳示例大学,宜昌示例大学'], challenges)
    await send(
      '名录.csv',
      ['代码,名称,省', '10999,武汉示例大学,湖北', '10997,襄阳示例大学,湖北', '10998,宜昌示例大学,湖北'],
      register,
    )
    expect(held.get('hb-std-demand:B1')).toMatchObject({
      fields: { poster: { id: 'organization:10997' }, winner: { id: 'organization:10998' } },
    })
  })
})

describe('the reading process', () => {
  it('costs the run and not the service when a file exhausts it', async () => {
    const wide = `{"data":{"rows":[${Array(200_000).fill('{"编号":"甲"}').join(',')}]}}`
    const file = await folder.write('大.json', wide)
    const reading = readInChild(
      [file],
      { jsonRows: [{ file: /大/, rows: 'data.rows' }] },
      { heapMb: 24, silentMs: 60_000 },
    )
    await expect(Array.fromAsync(reading)).rejects.toThrow('文件过大或结构异常，解析内存超过 24 MB')
  })

  it('is stopped when it says nothing for too long', async () => {
    const file = await folder.write('小.csv', '甲,乙\n1,2\n')
    const reading = readInChild([file], { jsonRows: [] }, { heapMb: 64, silentMs: 1 })
    await expect(Array.fromAsync(reading)).rejects.toThrow('秒没有进展，已停止')
  })
})
