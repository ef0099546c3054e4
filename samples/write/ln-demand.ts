import { type CodedValue, unmapped } from '#schema/codes/coded-value.ts'
import { industries } from '#schema/codes/industries.ts'
import { regions } from '#schema/codes/regions.ts'
import type { DemandStatus } from '../../subgraphs/intake/record.ts'
import { damagedCreditCode, fullWidth, mistyped, spoil, traditional } from '../defects.ts'
import { trueCode, trueMoney, trueRecord } from '../truth.ts'
import type { Demand, World } from '../world.ts'
import type { Sample } from '../writer.ts'
import type { Line } from './lines.ts'
import { compact, lnTable, rowTruth } from './ln-table.ts'

const rates = {
  unitContradicted: 0.03,
  fullWidth: 0.04,
  creditMistyped: 0.02,
  creditDamaged: 0.02,
  regionOutside: 0.04,
  regionUnknown: 0.02,
  industryShifted: 0.02,
  industryUnknown: 0.02,
  stateUnknown: 0.02,
  traditional: 0.04,
} as const

type Defect = keyof typeof rates

/** `XQ_JSXX`: technical demands. */
export function* writeLnDemand(world: World): Generator<Sample> {
  const plan = spoil(world.demands.length, rates, world.random('ln-demand'))
  const lines = world.demands.map((demand, i) => lineOf(demand, world, plan[i]))
  yield lnTable('ln-demand', 'XQ_JSXX', 'XQBH XQMC QYMC XYDM SSCS HYDM JSNT YXJE(万元) QWFS ZTM GXSJ', lines)
}

const states = {
  1: ['PUBLISHED', '意向'],
  2: ['CONTRACTED', '已签约'],
  3: ['CONTRACTED', '已备案'],
  4: ['EXECUTING', '运行'],
  5: ['EVALUATED', '评估合格'],
  6: ['WITHDRAWN', '终止'],
} as const satisfies Record<number, readonly [DemandStatus, string]>

function lineOf(demand: Demand, world: World, defect: Defect | undefined): Line {
  const { enterprise, field } = demand
  const random = world.random('ln-demand', demand.serial)
  const script = defect === 'traditional' ? traditional : (text: string) => text
  const localId = `LNXQ2023${String(demand.serial).padStart(5, '0')}`
  const count = String(demand.yuan / 10_000)
  const amount = defect === 'unitContradicted' ? `${demand.yuan}元` : defect === 'fullWidth' ? fullWidth(count) : count
  const state = random.pick([1, 1, 1, 1, 2, 3, 4, 5, 6] as const)
  const [status, statusText] = states[state]
  const mode = random.pick(['委托开发', '合作开发', '技术转让', '共建研发平台', '一校对一企'])
  const place = regionAs(enterprise.city.code, defect)
  const trade = industryAs(field.gbt4754.code, defect)
  const code =
    defect === 'creditDamaged'
      ? damagedCreditCode(enterprise.city.code)
      : defect === 'creditMistyped'
        ? mistyped(enterprise.uscc)
        : enterprise.uscc
  const uscc = defect === 'creditDamaged' ? undefined : code
  const cells = {
    XQBH: localId,
    XQMC: script(demand.title),
    QYMC: enterprise.name,
    XYDM: code,
    SSCS: place.written,
    HYDM: trade.written,
    JSNT: script(demand.description),
    'YXJE(万元)': amount,
    QWFS: mode,
    ZTM: defect === 'stateUnknown' ? '9' : String(state),
    GXSJ: compact(demand.publishedOn),
  }
  const record = trueRecord('demand', localId, {
    title: script(demand.title),
    description: script(demand.description),
    enterprise: { text: enterprise.name, ...(uscc && { uscc }) },
    region: place.value,
    industries: [trade.value],
    intendedAmount: trueMoney(demand.yuan, amount),
    cooperationMode: mode,
    status: defect === 'stateUnknown' ? undefined : status,
    statusText: defect === 'stateUnknown' ? undefined : statusText,
    updatedOn: demand.publishedOn,
  })
  const { name } = enterprise
  const unit = uscc ? [trueRecord('organization', uscc, { uscc, name, type: 'ENTERPRISE', region: place.value })] : []
  return { cells, truth: rowTruth([record, ...unit], defect, raised) }
}

type Written = { readonly written: string; readonly value: CodedValue }

/** Four digits, as in technology contract forms. */
function regionAs(code: string, defect: Defect | undefined): Written {
  if (defect === 'regionUnknown') return { written: '2199', value: unmapped(regions.scheme, '2199') }
  const whole = defect === 'regionOutside' ? '230100' : code
  const written = whole.slice(0, 4)
  return { written, value: trueCode(regions, whole, written) }
}

function industryAs(code: string, defect: Defect | undefined): Written {
  if (defect === 'industryUnknown') return { written: '99', value: unmapped(industries.scheme, '99') }
  const written = defect === 'industryShifted' ? `S${code.slice(1)}` : code
  return { written, value: trueCode(industries, code.slice(1), written) }
}

const raised = {
  unitContradicted: ['AMOUNT_UNIT_ASSUMED'],
  creditMistyped: ['USCC_CHECKSUM'],
  creditDamaged: ['IDENTIFIER_PRECISION_LOST'],
  regionOutside: ['REGION_OUTSIDE_LIBRARY_PROVINCE'],
  regionUnknown: ['REGION_CODE_UNKNOWN'],
  industryShifted: ['INDUSTRY_SECTION_MISMATCH'],
  industryUnknown: ['INDUSTRY_CODE_UNKNOWN'],
  stateUnknown: ['VALUE_NOT_ALLOWED'],
} as const
