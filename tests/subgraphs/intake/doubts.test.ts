import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader, type Reader } from '../../../subgraphs/intake/child.ts'
import { importFiles } from '../../../subgraphs/intake/intake.ts'
import type { Doubt } from '../../../subgraphs/intake/report.ts'
import { findStyle } from '../../../subgraphs/intake/styles/find.ts'
import { isCutOff, isInTraditional } from '../../../subgraphs/intake/text/script.ts'
import { liaoning } from '../../../subgraphs/liaoning/subgraph.ts'
import { library } from '../../../subgraphs/library/subgraph.ts'
import { sinks } from '../../../subgraphs/registry.ts'
import { type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer } from '../ask.ts'
import { openFolder } from './folder.ts'

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

async function send(styleId: string, files: Record<string, readonly string[]>) {
  const { database } = fresh
  const paths = await Promise.all(Object.entries(files).map(([name, lines]) => folder.write(name, lines.join('\n'))))
  const report = await importFiles({
    database,
    sinks,
    style: findStyle(styleId),
    files: paths,
    today: '2024-03-01',
    reader,
    removable: 1,
  })
  return report.libraries[0]!
}

const told = (doubts: readonly Doubt[]) =>
  doubts.map(({ file, address, column, code, original }) => [file, address, column, code, original])

const agreement = 'XYBH,XYMC,JFDWH,YFDWH,HYBH,HTJE,BADW,BAH,BARQ'
const fairs = 'HYBH,HYMC,HYLB,SSCS,JBRQ,CHDWS'

describe('a reference', () => {
  it('to what is not there is doubted at its cell, and no more once that has come', async () => {
    await send('ln-fair', { 'DJH_XX.csv': [fairs, 'DJH1,沈阳示例会,1,2101,20230908,12'] })
    const rows = [
      'XY1,示例协议一,,,DJH1,10万元,省教育厅,BA1,20230910',
      'XY2,示例协议二,,,DJH2,10万元,省教育厅,BA2,20230910',
    ]
    const { doubts, counts } = await send('ln-agreement', { 'XY_BA.csv': [agreement, ...rows] })
    expect(told(doubts)).toEqual([['XY_BA.csv', 'E3', 'HYBH', 'BROKEN_REFERENCE', 'DJH2']])
    expect(counts).toEqual({ BROKEN_REFERENCE: 1 })
    const flags = () =>
      answer(
        fresh.database,
        liaoning,
        '{ lnAgreements(first: 9) { nodes { localId flags { code field original rule ruleVersion clause } } } }',
      )
    const broken = { code: 'BROKEN_REFERENCE', field: 'fairLocalId', original: 'DJH2' }
    expect(await flags()).toEqual({
      nodes: [
        { localId: 'XY1', flags: [] },
        { localId: 'XY2', flags: [{ ...broken, rule: null, ruleVersion: '1', clause: null }] },
      ],
    })
    await send('ln-fair', {
      'DJH_XX.csv': [fairs, 'DJH1,沈阳示例会,1,2101,20230908,12', 'DJH2,大连示例会,1,2102,20230908,12'],
    })
    expect((await flags()).nodes.map((node: { flags: unknown[] }) => node.flags)).toEqual([[], []])
  })

  it('to a restricted record is doubted like one to nothing, and no more once that is public', async () => {
    const fair = (id: string, sharing: string) => `${id},沈阳示例会,1,2101,20230908,12,${sharing}`
    const sendFairs = (third: string) =>
      send('ln-fair', { 'DJH_XX.csv': [`${fairs},密级`, fair('DJH1', '公开'), fair('DJH3', third)] })
    await sendFairs('内部')
    const rows = ['DJH3', 'DJH4'].map((fair, at) => `XY${at},示例协议,,,${fair},10万元,省教育厅,BA${at},20230910`)
    await send('ln-agreement', { 'XY_BA.csv': [agreement, ...rows] })
    const doubted = async () => {
      const question = '{ lnAgreements(first: 9) { nodes { fair { id } flags { code original } } } }'
      return (await answer(fresh.database, liaoning, question)).nodes
    }
    const broken = (original: string) => ({ fair: null, flags: [{ code: 'BROKEN_REFERENCE', original }] })
    expect(await doubted()).toEqual([broken('DJH3'), broken('DJH4')])
    await sendFairs('公开')
    expect(await doubted()).toEqual([{ fair: { id: 'ln-fair:DJH3' }, flags: [] }, broken('DJH4')])
  })
})

it('rows with one id in two are named, each at its cell', async () => {
  const twice = [
    'DJH1,沈阳示例会,1,2101,20230908,12',
    'DJH7,甲示例会,1,2101,20230908,12',
    'DJH7,乙示例会,1,2101,20230908,9',
  ]
  const { doubts, release } = await send('ln-fair', { 'DJH_XX.csv': [fairs, ...twice] })
  expect(release).toMatchObject({ read: 3, held: 2 })
  expect(told(doubts)).toEqual([
    ['DJH_XX.csv', 'A3', 'HYBH', 'DUPLICATE_LOCAL_ID', 'DJH7'],
    ['DJH_XX.csv', 'A4', 'HYBH', 'DUPLICATE_LOCAL_ID', 'DJH7'],
  ])
})

describe('text', () => {
  it('in Traditional script is kept and said to be so', async () => {
    const { doubts } = await send('ln-fair', {
      'DJH_XX.csv': [fairs, 'DJH1,瀋陽產學研對接會（示例）,1,2101,20230908,12'],
    })
    expect(told(doubts)).toEqual([['DJH_XX.csv', 'B2', 'HYMC', 'TEXT_TRADITIONAL', undefined]])
    expect(['瀋陽產學研對接會', '国家標準', '臺灣大學'].map(isInTraditional)).toEqual([true, true, true])
    const simplified = ['乾隆年间著作权登记', '后里、范围、藉由、瞭望、余额', '征收著名干部', 'Harbin 2023']
    expect(simplified.map(isInTraditional)).toEqual([false, false, false, false])
  })

  it('that ends where the fields of older systems end is doubted', async () => {
    const title = `${'示例'.repeat(127)}会`
    const { doubts } = await send('ln-fair', { 'DJH_XX.csv': [fairs, `DJH1,${title},1,2101,20230908,12`] })
    expect(doubts.map(({ address, code }) => [address, code])).toEqual([['B2', 'FIELD_TRUNCATED']])
    expect(isCutOff(`${title.slice(0, 254)}。`)).toBe(false)
    expect(isCutOff(title.slice(0, 254))).toBe(false)
    expect(isCutOff('本成果适用于示例装备的在线监测与故障诊断……')).toBe(true)
    expect(isCutOff('等等……')).toBe(false)
  })
})

describe('the rules of the graph', () => {
  it('are listed with version, time and clause, each with the flag it raises', async () => {
    const rules = await answer(fresh.database, library, '{ rules { id version validFrom clause title flag } }')
    expect(rules.map(({ id }: { id: string }) => id)).toEqual([
      'LK-R1',
      'HB-R1',
      'HB-R3',
      'HB-R4',
      'HB-R6',
      'HB-R6-2',
      'HB-R7',
      'HB-R8',
      'HB-R9',
      'LN-R1',
      'LN-R2',
      ...Array.from({ length: 11 }, (_, i) => `OL-${String(i + 1).padStart(2, '0')}`),
    ])
    expect(rules.find(({ id }: { id: string }) => id === 'LN-R2')).toEqual({
      id: 'LN-R2',
      version: '1',
      validFrom: '2016',
      clause: '辽政办发〔2016〕64号',
      title: '对接会上签订的协议须备案。',
      flag: 'AGREEMENT_NOT_FILED',
    })
  })

  it('stand beside the flags they raise: an agreement not filed, money without a unit, an alliance unlike its mode', async () => {
    const { doubts } = await send('ln-agreement', { 'XY_BA.csv': [agreement, 'XY1,示例协议,,,DJH1,10,省教育厅,,'] })
    expect(told(doubts)).toEqual([
      ['XY_BA.csv', 'F2', 'HTJE', 'AMOUNT_UNIT_ASSUMED', '10'],
      ['XY_BA.csv', 'I2', 'BARQ', 'AGREEMENT_NOT_FILED', undefined],
    ])
    await send('ln-alliance', {
      'LM_XX.csv': ['LMBH,LMMC,LMLB,CYLB,MS,QTDWH,SSCS,XYBH,BARQ,ZTM', 'LM1,示例联盟,1,1,11,10145,2101,XY1,20230910,3'],
      'LM_CY.csv': [
        'LMBH,DWH,DWLX,JSRQ,JS',
        'LM1,10145,1,20230910,1',
        'LM1,10141,1,20230910,2',
        'LM9,QY0001,2,20230910,2',
      ],
    })
    const { nodes } = await answer(
      fresh.database,
      liaoning,
      '{ lnAlliances(first: 5) { nodes { flags { code rule clause } } } }',
    )
    expect(nodes[0].flags).toEqual([
      { code: 'ALLIANCE_MODE_MEMBER_MISMATCH', rule: 'LN-R1', clause: '辽政办发〔2016〕64号' },
    ])
    const flags = await answer(
      fresh.database,
      library,
      '{ library(id: "ln-agreement") { quality { flags { code rule ruleVersion clause count } } } }',
    )
    expect(flags.quality.flags).toEqual([
      { code: 'AGREEMENT_NOT_FILED', rule: 'LN-R2', ruleVersion: '1', clause: '辽政办发〔2016〕64号', count: 1 },
      { code: 'AMOUNT_UNIT_ASSUMED', rule: 'LK-R1', ruleVersion: '1', clause: null, count: 1 },
    ])
  })
})
