import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gb18030 } from '../../../../samples/write/gb18030.ts'
import { zip } from '../../../../samples/write/zip.ts'
import { checkFiles } from '../../../../subgraphs/intake/intake.ts'
import type { Canonical, CanonicalOf, Kind } from '../../../../subgraphs/intake/record.ts'
import { hlHalfyear } from '../../../../subgraphs/intake/styles/hl-halfyear.ts'
import { type ReadRow, readBack, truthOf } from '../../../samples/read-back.ts'
import { openFolder } from '../folder.ts'

let read: Map<string, ReadRow>
let folder: Awaited<ReturnType<typeof openFolder>>

beforeAll(async () => {
  read = await readBack(hlHalfyear, 'hl-halfyear')
  folder = await openFolder()
})
afterAll(() => folder.remove())

/** Records of a kind in one of the two bundles. */
function recordsOf<K extends Kind>(kind: K, bundle: '2023H1' | '2023H2'): CanonicalOf<K>[] {
  const rows = [...read].filter(([place]) => place.startsWith(`HLJ_${bundle}.zip/`)).map(([, row]) => row)
  const records = rows.flatMap((row) => row.records as readonly Canonical[])
  return records.filter((record): record is CanonicalOf<K> & Canonical => record.kind === kind)
}

describe('the half-year bundles of Heilongjiang', () => {
  it('come back from intake as the truth has them, row by row: records, doubts and refusals', () => {
    const truth = truthOf('hl-halfyear')
    expect([...read.keys()].sort()).toEqual([...truth.keys()].sort())
    for (const [place, { library, records, flags, refused }] of truth) {
      const row = read.get(place)!
      // The truth leaves out ids that are digests under a key of the hub's own.
      const found = (row.records as readonly Canonical[]).map(({ localId, ...record }, i) =>
        records[i]?.localId === undefined ? record : { ...record, localId },
      )
      expect({ place, library: row.library, found, flags: row.flags, refused: row.refused }).toEqual({
        place,
        library,
        found: records,
        flags,
        refused,
      })
    }
  })

  it('are known as invented in every row', () => {
    expect([...read].filter(([, { synthetic, refused }]) => !synthetic && !refused)).toEqual([])
  })

  it('feed six libraries, with the ledger as text or as a workbook', () => {
    const libraries = (bundle: string) =>
      new Set([...read].flatMap(([place, { library }]) => (place.startsWith(`HLJ_${bundle}`) ? [library] : [])))
    const six = new Set(['hl-talent', 'hl-project', 'hl-demand', 'hl-achievement', 'hl-challenge', 'hl-ledger'])
    expect(libraries('2023H1')).toEqual(six)
    expect(libraries('2023H2')).toEqual(six)
    const quarters = (bundle: '2023H1' | '2023H2') =>
      new Set(recordsOf('ledger', bundle).map(({ fields }) => fields.quarter))
    expect(quarters('2023H1')).toEqual(new Set(['2023Q1', '2023Q2']))
    expect(quarters('2023H2')).toEqual(new Set(['2023Q3', '2023Q4']))
  })

  it('name a person the same in both halves and namesakes apart', () => {
    const people = (bundle: '2023H1' | '2023H2') =>
      new Map(recordsOf('talent', bundle).map(({ localId, fields }) => [localId, fields.name]))
    const [first, second] = [people('2023H1'), people('2023H2')]
    const kept = [...first].filter(([id]) => second.has(id))
    expect(kept.length).toBeGreaterThan(first.size * 0.9)
    expect(kept.filter(([id, name]) => second.get(id) !== name)).toEqual([])
    expect([...second.values()].filter((name) => name === '周拟航').length).toBe(2)
  })

  it('keep projects with patents and demands not yet sent to universities out of sight', () => {
    const projects = recordsOf('achievement', '2023H2').filter(({ fields }) => fields.type === 'PROJECT')
    expect(new Set(projects.map(({ restricted }) => restricted))).toEqual(new Set([true, false]))
    const demands = recordsOf('demand', '2023H2')
    expect(demands.filter(({ fields, restricted }) => restricted !== (fields.status === 'IN_REVIEW'))).toEqual([])
    expect(demands.filter(({ restricted }) => restricted).length).toBeGreaterThan(0)
  })

  it('give the patent and the license of a row ids of their own', () => {
    const rows = recordsOf('achievement', '2023H2').filter(({ fields }) => fields.type === 'ACHIEVEMENT')
    const ids = [...rows, ...recordsOf('patent', '2023H2'), ...recordsOf('openLicense', '2023H2')]
    expect(new Set(ids.map(({ localId }) => localId)).size).toBe(ids.length)
  })

  it('show how a demand and a price moved between the halves', () => {
    const both = <K extends Kind>(kind: K, show: (record: CanonicalOf<K>) => unknown) => {
      const second = new Map(recordsOf(kind, '2023H2').map((record) => [record.localId, show(record)]))
      return recordsOf(kind, '2023H1').filter(
        (record) => second.has(record.localId) && second.get(record.localId) !== show(record),
      )
    }
    expect(both('demand', ({ fields }) => fields.statusText).length).toBeGreaterThan(0)
    expect(both('openLicense', ({ fields }) => fields.fixedFee?.yuan).length).toBeGreaterThan(0)
  })

  it('are refused with advice when the ledger is an old Excel file', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)])
    const file = await folder.write('HLJ_2024H1.zip', zip([{ name: '台账.xls', data: old }], gbk))
    await expect(checkFiles({ style: hlHalfyear, files: [file], today: '2024-07-01' })).rejects.toThrow(
      /台账\.xls.*请另存为 \.xlsx/,
    )
  })

  it('are refused with what was expected when a column is missing', async () => {
    const data = gb18030('榜单编号,需求编号,发榜单位\r\nBD-1,XQ-1,哈尔滨示例重工有限公司\r\n')
    const file = await folder.write('HLJ_2024H2.zip', zip([{ name: '揭榜挂帅.csv', data }], gbk))
    await expect(checkFiles({ style: hlHalfyear, files: [file], today: '2024-07-01' })).rejects.toThrow(
      /揭榜挂帅\.csv：缺少列 .*榜单金额\(万元\).*收到的列：榜单编号、需求编号、发榜单位/,
    )
  })
})

const gbk = { names: 'GBK', comment: 'SYNTHETIC' } as const
