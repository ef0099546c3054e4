import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifier, list, text, year } from '../../../subgraphs/intake/cells.ts'
import { openReader, type Reader } from '../../../subgraphs/intake/child.ts'
import { takeChange } from '../../../subgraphs/intake/harvest/take.ts'
import { importFiles } from '../../../subgraphs/intake/intake.ts'
import type { Style } from '../../../subgraphs/intake/style.ts'
import { findStyle } from '../../../subgraphs/intake/styles/find.ts'
import { findLibrary } from '../../../subgraphs/libraries.ts'
import { sinks } from '../../../subgraphs/registry.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { mapFiles, openFolder } from './folder.ts'

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

const batch = 'HLJ_2023H1'
const header = '项目编号,项目名称,完成单位,负责人,成熟度,所属产业,拟转化方式,简介,是否含专利,是否涉密,更新批次'
const project = (id: number, title: string, abstract = '', patents = '否', classified = '否') =>
  `HLJXM20230000${id},${title},哈尔滨示例大学,示例甲,,,,${abstract},${patents},${classified},2023H1`

async function send(lines: readonly string[]) {
  const { database } = fresh
  const files = [await folder.write(`项目库_${batch}.csv`, lines.join('\n'))]
  const style = findStyle('hl-project')
  const report = await importFiles({ database, sinks, style, files, today: '2024-03-01', reader, removable: 1 })
  return report.libraries[0]!
}

/** Every table and view whose rows hold a text, among those a role may read; all of them for the owner. */
async function placesOf(text: string, role?: 'lianku_public'): Promise<string[]> {
  const rows = await asOwner(
    fresh.url,
    `select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
       and ${role ? `has_table_privilege('${role}', c.oid, 'select')` : 'true'}
       and position('${text}' in query_to_xml(format('select * from %I.%I', n.nspname, c.relname), true, true, '')::text) > 0
     order by 1`,
  )
  return rows.map(({ name }) => String(name))
}

describe('before anything is stored', () => {
  it('a classified row is refused: its place and a digest are kept, its content nowhere', async () => {
    const { doubts, release } = await send([
      header,
      project(1, '示例公开项目'),
      project(2, '示例绝密雷达', '', '否', '是'),
    ])
    expect(release).toMatchObject({ read: 2, inserted: 1, refused: 1 })
    expect(doubts.map(({ address, code, original }) => [address, code, original])).toEqual([
      ['J3', 'CLASSIFIED_REFUSED', undefined],
      ['C2', 'ORGANIZATION_UNRESOLVED', '哈尔滨示例大学'],
    ])
    expect(await placesOf('示例绝密雷达')).toEqual([])
    const refusals = await asOwner(
      fresh.url,
      'select file, row, code, length(hash)::int as digits from library.refusal',
    )
    expect(refusals).toEqual([{ file: `项目库_${batch}.csv`, row: 3, code: 'CLASSIFIED_REFUSED', digits: 22 }])
  })

  it('a project of Heilongjiang with patents is kept, and shown to nobody without a right to it', async () => {
    const { release } = await send([header, project(1, '示例公开项目'), project(3, '示例专利项目', '', '是')])
    expect(release).toMatchObject({ read: 2, rows: 1 })
    expect(await placesOf('示例专利项目')).toContain('achievement.restricted_achievement')
    expect(await placesOf('示例专利项目', 'lianku_public')).toEqual([])
    expect(await placesOf('示例公开项目', 'lianku_public')).toContain('achievement.achievement')
  })

  it('identity and mobile numbers are taken out of any field, and the row says so', async () => {
    // Built here, so that no file of ours holds one: a birth in 1800, a number no operator hands out.
    const identity = ['230103', '18000101', '0010'].join('')
    const mobile = ['138', '0000', '0000'].join('')
    const { doubts } = await send([header, project(1, '示例公开项目', `联系人 ${identity}，电话 ${mobile}。`)])
    expect(doubts.map(({ address, code }) => [address, code])).toEqual([
      ['H2', 'PERSONAL_ID_STRIPPED'],
      ['H2', 'PHONE_STRIPPED'],
      ['C2', 'ORGANIZATION_UNRESOLVED'],
    ])
    for (const number of [identity, mobile]) expect(await placesOf(number)).toEqual([])
    expect(await placesOf('［手机号码已去除］', 'lianku_public')).toContain('achievement.achievement')
  })

  it('a doubt about what is a person’s own quotes nothing of it, wherever it comes from', async () => {
    const unseen = (text: string) => `${text}\u200b`
    const cells = ['A-01', '周示例', '李示例', '七八年', '男', '王示例', '激光熔覆'].map(unseen)
    const columns = ['编号', '姓名', '负责人', '出生年月', '性别', '联系人', '研究方向']
    const file = await folder.write('portraits.csv', [columns.join(','), cells.join(',')].join('\n'))
    const { records, doubts } = await mapFiles(portraits, [file])
    const quoted = [...records.flatMap(({ flags }) => flags), ...doubts].map(({ field, original }) => [field, original])
    const fields = portraits.sheets[0]!.columns.map(({ to }) => to)
    expect(new Set(quoted.map(([field]) => field))).toEqual(new Set(fields))
    expect(new Set(quoted.filter(([, original]) => original).map(([field]) => field))).toEqual(
      new Set(['localId', 'researchDirections']),
    )

    const change = {
      type: 'UPSERT',
      ...{ kind: 'talent', localId: 'A-01', main: true, scope: null, fields: { name: '周示例' } },
      flags: [{ code: 'TEXT_INVISIBLE', field: 'name', original: unseen('周示例') }],
      source: { file: 'portraits.csv', row: 2, synthetic: true },
    }
    const options = { library: findLibrary('hb-edu-talent')!, today: '2024-03-01', key: 'a key for tests' }
    const taken = takeChange(change, 1, options)
    expect(taken.outcome === 'records' && taken.records[0]!.record.flags).toEqual([
      { code: 'TEXT_INVISIBLE', field: 'name' },
    ])
  })
})

const portraits: Style = {
  id: 'hb-edu-talent',
  title: '画像表（试）',
  sheets: [
    {
      library: 'hb-edu-talent',
      file: /^portraits\.csv$/,
      format: 'csv',
      record: 'talent',
      columns: [
        { column: '编号', to: 'localId', as: identifier(), required: true },
        { column: '姓名', to: 'name', as: text() },
        { column: '负责人', to: 'leader', as: text() },
        { column: '出生年月', to: 'birthYear', as: year() },
        { column: '性别', to: 'gender', as: text() },
        { column: '联系人', to: 'contactName', as: text() },
        { column: '研究方向', to: 'researchDirections', as: list() },
      ],
    },
  ],
}
