import { contractKinds } from '#schema/codes/contracts.ts'
import { heilongjiang4567 } from '#schema/codes/industry-schemes.ts'
import { regions } from '#schema/codes/regions.ts'
import type { FlagCode } from '#schema/flags.ts'
import type { Money } from '../../subgraphs/intake/record.ts'
import { damagedCreditCode, fullWidth, mistyped, spoil, traditional } from '../defects.ts'
import { trueCode, trueMoney, trueRecord } from '../truth.ts'
import type { Demand, World } from '../world.ts'
import { type Batch, type BundleTable, isChanged, lastWritten } from './hl-batch.ts'
import type { Line } from './lines.ts'

const rates = {
  bareAmount: 0.06,
  fullWidth: 0.04,
  creditMistyped: 0.02,
  creditDamaged: 0.02,
  creditMissing: 0.03,
  regionRetired: 0.02,
  dateImpossible: 0.02,
  titleMissing: 0.02,
  traditional: 0.04,
} as const

type Defect = keyof typeof rates

/** 需求库 of a bundle. */
export function demandTables(world: World, bundle: Batch): BundleTable[] {
  const plan = spoil(world.demands.length, rates, world.random('hl-demand'))
  const lines = world.demands.flatMap((demand, i) => {
    const batch = lastWritten(world, 'hl-demand', i, bundle)
    return batch ? [lineOf(demand, world, batch, bundle, plan[i])] : []
  })
  return [{ library: 'hl-demand', name: '需求库.csv', columns, lines, delimiter: '\t' }]
}

/** Number of a demand, by which challenges name it. */
export function demandId({ serial }: Demand): string {
  return `HLJXQ2023${String(serial).padStart(5, '0')}`
}

const columns = [
  '需求编号',
  '企业名称',
  '统一社会信用代码',
  '市(地)',
  '需求名称',
  '所属产业',
  '技术指标',
  '意向投入',
  '需求类型',
  '截止日期',
  '推送高校数',
  '更新批次',
  '状态',
]

const kinds = { 技术开发: 'DEVELOPMENT', 转让: 'TRANSFER', 咨询: 'CONSULTING', 服务: 'SERVICE' } as const
const stages = [
  ['已征集', 'IN_REVIEW'],
  ['已推送', 'PUBLISHED'],
  ['已推送', 'PUBLISHED'],
  ['已对接', 'MATCHING'],
  ['已签约', 'CONTRACTED'],
  ['已撤销', 'WITHDRAWN'],
] as const

function lineOf(demand: Demand, world: World, batch: Batch, bundle: Batch, defect: Defect | undefined): Line {
  const { enterprise, field } = demand
  const random = world.random('hl-demand', demand.serial)
  const script = defect === 'traditional' ? traditional : (text: string) => text
  const amount = amountAs(demand.yuan, defect)
  const kind = random.pick(['技术开发', '技术开发', '转让', '咨询', '服务'] as const)
  const deadline = random.pick([
    [demand.deadline, demand.deadline],
    [demand.deadline.replaceAll('-', '.'), demand.deadline],
    [`${demand.deadline.slice(0, 4)}年${Number(demand.deadline.slice(5, 7))}月`, demand.deadline.slice(0, 7)],
  ] as const)
  const step = Math.min(random.int(0, stages.length - 1) + (isChanged(batch, bundle) ? 1 : 0), stages.length - 1)
  const [state, status] = stages[step]!
  const pushed = status === 'IN_REVIEW' ? 0 : random.int(3, world.place.universities.length)
  const retired = defect === 'regionRetired'
  const city = retired ? '松花江地区' : enterprise.city.name
  const code = codeAs(enterprise, defect)
  const industry = defect === 'fullWidth' ? fullWidth(field.heilongjiang.code) : field.heilongjiang.code
  const cells = {
    需求编号: demandId(demand),
    企业名称: enterprise.name,
    统一社会信用代码: code.written,
    '市(地)': city,
    需求名称: defect === 'titleMissing' ? '' : script(demand.title),
    所属产业: industry,
    技术指标: script(demand.indicators),
    意向投入: amount.text,
    需求类型: kind,
    截止日期: defect === 'dateImpossible' ? '2024-02-30' : deadline[0],
    推送高校数: String(pushed),
    更新批次: batch,
    状态: state,
  }
  if (defect === 'titleMissing') {
    return { cells, truth: { records: [], flags: [], refused: 'VALUE_MISSING', defect } }
  }
  const region = retired ? trueCode(regions, '230100', city, 'CLOSE') : trueCode(regions, enterprise.city.code, city)
  // Demands not yet sent to the universities are not published.
  const restricted = status === 'IN_REVIEW'
  const record = trueRecord(
    'demand',
    demandId(demand),
    {
      title: script(demand.title),
      enterprise: { text: enterprise.name, ...(code.read && { uscc: code.read }) },
      region,
      industries: [trueCode(heilongjiang4567, field.heilongjiang.code, industry)],
      keyIndicators: script(demand.indicators),
      intendedAmount: amount,
      contractKind: trueCode(contractKinds, kinds[kind], kind),
      deadline: defect === 'dateImpossible' ? undefined : deadline[1],
      pushedUniversities: pushed,
      period: batch,
      updatedOn: batch.slice(0, 4),
      status,
      statusText: state,
    },
    restricted,
  )
  const { name } = enterprise
  const unit = code.read
    ? [trueRecord('organization', code.read, { uscc: code.read, name, type: 'ENTERPRISE', region }, restricted)]
    : []
  const flag = defect && raised[defect]
  return { cells, truth: { records: [record, ...unit], flags: flag ? [flag] : [], ...(defect && { defect }) } }
}

/** 80万元, ８０万元, or a bare 80 that may be 80 yuan. */
function amountAs(yuan: number, defect: Defect | undefined): Money {
  const count = String(yuan / 10_000)
  if (defect === 'bareAmount') return { text: count }
  return trueMoney(yuan, `${defect === 'fullWidth' ? fullWidth(count) : count}万元`)
}

function codeAs(enterprise: Demand['enterprise'], defect: Defect | undefined): { written: string; read?: string } {
  const { uscc, city } = enterprise
  if (defect === 'creditMissing') return { written: '' }
  if (defect === 'creditDamaged') return { written: damagedCreditCode(city.code) }
  if (defect === 'creditMistyped') return { written: mistyped(uscc), read: mistyped(uscc) }
  return { written: uscc, read: uscc }
}

const raised: Partial<Record<Defect, FlagCode>> = {
  bareAmount: 'AMOUNT_UNIT_ASSUMED',
  creditMistyped: 'USCC_CHECKSUM',
  creditDamaged: 'IDENTIFIER_PRECISION_LOST',
  regionRetired: 'REGION_CODE_RETIRED',
  dateImpossible: 'DATE_INVALID',
}
