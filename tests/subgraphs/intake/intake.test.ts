import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifier, integer, partialDate, region, text } from '../../../subgraphs/intake/cells.ts'
import { importFiles } from '../../../subgraphs/intake/intake.ts'
import type { Prepared, Sink } from '../../../subgraphs/intake/sink.ts'
import type { Style } from '../../../subgraphs/intake/style.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { openFolder } from './folder.ts'

const style: Style = {
  id: 'ln-fair',
  title: '对接会（试）',
  sheets: [
    {
      library: 'ln-fair',
      file: /^对接会.*\.csv$/,
      format: 'csv',
      record: 'fair',
      columns: [
        { column: '会议编号', to: 'localId', as: identifier(), required: true },
        { column: '会议名称', to: 'name', as: text() },
        { column: '地区', to: 'region', as: region() },
        { column: '举办日期', to: 'heldOn', as: partialDate() },
        { column: '参会单位数', also: ['参会数'], to: 'attendees', as: integer() },
      ],
    },
  ],
}

const header = '会议编号,会议名称,地区,举办日期,参会单位数'
const rows = [
  'DJ-001,沈阳高端装备对接会（示例）,沈阳市,2023-05-01,120',
  'DJ-002,大连石化校企对接会（示例）,2102,2023.6,86',
  'DJ-003,"鞍山钢铁冶金对接会,第二场（示例）",鞍山,2023年9月8日,57',
]

let fresh: FreshDatabase
let folder: Awaited<ReturnType<typeof openFolder>>
const saved: Prepared[] = []
const removed: string[] = []
const sink: Sink<'fair'> = {
  kind: 'fair',
  save: async (_, records) => void saved.push(...records),
  remove: async (_, ids) => void removed.push(...ids),
}

beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await openFolder()
})
afterAll(async () => {
  await fresh.drop()
  await folder.remove()
})

async function run(name: string, content: string | Buffer) {
  const file = await folder.write(name, content)
  saved.length = 0
  removed.length = 0
  return importFiles({
    database: fresh.database,
    sinks: [sink as unknown as Sink],
    style,
    files: [file],
    today: '2024-03-01',
  })
}

describe('a library of files', () => {
  it('puts a first file in force and hands its records to the subgraph as they stand', async () => {
    const report = await run('对接会.csv', [header, ...rows].join('\r\n'))
    expect(report.libraries).toEqual([
      {
        library: 'ln-fair',
        read: 3,
        skipped: 0,
        refused: 0,
        counts: {},
        doubts: [],
        more: 0,
        release: {
          id: 'ln-fair@1',
          library: 'ln-fair',
          number: 1,
          state: 'IN_FORCE',
          read: 3,
          inserted: 3,
          changed: 0,
          unchanged: 0,
          refused: 0,
          held: 0,
          removed: 0,
          reidentified: 0,
          rows: 3,
        },
      },
    ])
    expect(saved.map(({ id, fields, source }) => ({ id, fields, source }))[2]).toEqual({
      id: 'ln-fair:DJ-003',
      fields: {
        name: '鞍山钢铁冶金对接会,第二场（示例）',
        region: {
          scheme: 'GB/T 2260',
          code: '210300',
          label: '鞍山市',
          labelEn: 'Anshan',
          original: '鞍山',
          match: 'EXACT',
        },
        heldOn: '2023-09-08',
        attendees: 57,
      },
      source: { file: '对接会.csv', row: 4, synthetic: false },
    })
  })

  it('changes nothing when the same file comes again', async () => {
    const report = await run('对接会.csv', [header, ...rows].join('\r\n'))
    expect(report.libraries[0]?.release).toMatchObject({
      state: 'IN_FORCE',
      inserted: 0,
      changed: 0,
      unchanged: 3,
      removed: 0,
    })
    expect({ saved, removed }).toEqual({ saved: [], removed: [] })
  })

  it('holds a release that would remove more than a tenth, and leaves what is in force', async () => {
    const report = await run('对接会.csv', [header, rows[0]].join('\n'))
    expect(report.libraries[0]?.release).toMatchObject({ state: 'HELD', unchanged: 1, removed: 2, rows: 3 })
    expect({ saved, removed }).toEqual({ saved: [], removed: [] })
    expect(await asOwner(fresh.url, 'select id from library.record_id order by id')).toEqual([
      { id: 'ln-fair:DJ-001' },
      { id: 'ln-fair:DJ-002' },
      { id: 'ln-fair:DJ-003' },
    ])
  })
})
