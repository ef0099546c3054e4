import { unmapped } from '#schema/codes/coded-value.ts'
import { contractKinds, demandCategories } from '#schema/codes/contracts.ts'
import { regions } from '#schema/codes/regions.ts'
import type { FlagCode } from '#schema/flags.ts'
import { commonRates, damagedCreditCode, mistyped, spoil, traditional } from '../defects.ts'
import type { Random } from '../random.ts'
import { placed, type RowTruth, trueCode, trueMoney, trueRecord } from '../truth.ts'
import type { Demand, World } from '../world.ts'
import type { Sample } from '../writer.ts'
import { freeIndustry, industryOf, personalSlips } from './hubei-cells.ts'

const rates = {
  phone: commonRates.phone,
  creditCodeMistyped: 0.03,
  creditCodeDamaged: 0.02,
  regionRetired: 0.02,
  categoryUnknown: 0.02,
  freeIndustry: 0.05,
  returnWithoutReason: 0.03,
  wrongContract: 0.02,
  subsidyOverCap: 0.02,
  evidenceMissing: 0.02,
  /** The enterprise has been funded for another demand already: seen only across rows. */
  secondSubsidy: 0.02,
  traditional: 0.03,
} as const

type Defect = keyof typeof rates

/** Demands of Hubei's special action as answers of the platform's paged interface. */
export function* writeHbStdDemand(world: World): Generator<Sample> {
  const { demands } = world
  const plan = spoil(demands.length, rates, world.random('hb-std-demand'))
  const rows = placeDemands(world, plan).map(({ demand, step }, i) =>
    rowOf(demand, step, world.random('hb-std-demand', i), plan[i]),
  )
  const pageSize = demands.length > 500 ? 500 : 20
  for (let pageNo = 1; (pageNo - 1) * pageSize < rows.length; pageNo++) {
    const page = rows.slice((pageNo - 1) * pageSize, pageNo * pageSize)
    const path = `hb-std-demand/page-${pageNo}.json`
    const data = { total: rows.length, pageNo, pageSize, rows: page.map(({ cells }) => cells) }
    const answer = { code: 0, msg: 'SYNTHETIC 合成样例，企业与需求均为虚构', data }
    yield {
      path,
      content: Buffer.from(`${JSON.stringify(answer, null, 1)}\n`),
      truth: placed(
        path,
        'hb-std-demand',
        page.map(({ truth }) => truth),
        { first: 1 },
      ),
    }
  }
}

const steps = {
  '00': ['草稿', 'DRAFT'],
  '10': ['待地方初审', 'IN_REVIEW'],
  '15': ['已推荐', 'IN_REVIEW'],
  '20': ['待平台审核', 'IN_REVIEW'],
  '29': ['已退回', 'RETURNED'],
  '30': ['已发布', 'PUBLISHED'],
  '40': ['对接中', 'MATCHING'],
  '50': ['已签约', 'CONTRACTED'],
  '55': ['待立项审核', 'CONTRACTED'],
  '60': ['已立项', 'FUNDED'],
  '65': ['未立项', 'NOT_FUNDED'],
  '70': ['实施中', 'EXECUTING'],
  '80': ['已自主验收', 'ACCEPTED'],
  '90': ['已评价', 'EVALUATED'],
  '99': ['撤回', 'WITHDRAWN'],
} as const

type Step = keyof typeof steps

/** Steps as often as they occur. */
const usual = '00 10 15 20 29 30 30 30 30 40 40 50 55 60 65 70 80 90 99'.split(' ') as Step[]

/** The old code of Yichang prefecture, and the city it became. */
const retired = { code: '422700', successor: '420500' }

function rowOf(demand: Demand, step: Step, random: Random, defect: Defect | undefined) {
  const { enterprise, field } = demand
  const id = `XQ2023${String(demand.serial).padStart(6, '0')}`
  const script = defect === 'traditional' ? traditional : (text: string) => text
  const contract = Number(step) >= 50 && step !== '99' ? contractOf(demand, step, defect, random) : undefined
  const region = defect === 'regionRetired' ? retired.code : enterprise.city.code
  const uscc =
    defect === 'creditCodeMistyped'
      ? mistyped(enterprise.uscc)
      : defect === 'creditCodeDamaged'
        ? damagedCreditCode(enterprise.city.code)
        : enterprise.uscc
  const slip = defect === 'phone' ? personalSlips.phone : undefined
  const description = script(demand.description)
  const category = defect === 'categoryUnknown' ? '6' : String(random.int(1, 5))
  const amount = (demand.yuan / 10_000).toFixed(2)
  const isPublished = Number(step) >= 30
  const review = Number(step) >= 15 ? (step === '29' ? '建议补充材料' : '同意推荐') : ''
  const reason = step === '29' && defect !== 'returnWithoutReason' ? random.pick(returnReasons) : ''
  // Whoever reviews first is the city's own department.
  const authority = review === '' ? undefined : `${enterprise.city.name}科学技术局`
  const industry = defect === 'freeIndustry' ? freeIndustry.original : (field.hubei ?? '')
  const zone = enterprise.inZone ? enterprise.city.zone : undefined
  const cells = {
    xqbh: id,
    qymc: enterprise.name,
    tyshxydm: uscc,
    gxq: zone ?? '',
    kjxzxqyrkbh: enterprise.smeNumber ?? '',
    szs: enterprise.city.name,
    xzqhdm: region,
    cyly: industry,
    xqmc: script(demand.title),
    xqlb: Number(category),
    xqms: slip ? `${description}联系电话${slip.number}。` : description,
    jszb: demand.indicators,
    xmyxje: amount,
    qwwcsj: `${demand.deadline} 00:00:00`,
    zt: step,
    csyj: review,
    csbm: authority ?? '',
    thyy: reason,
    thsj: step === '29' ? `${demand.publishedOn} 16:00:00` : '',
    fbsj: isPublished ? `${demand.publishedOn} ${String(random.int(8, 17)).padStart(2, '0')}:30:00` : '',
    htbh: contract?.number ?? '',
    htlx: contract?.kind ?? '',
    htje: contract?.amount ?? '',
    fph: contract?.invoice ?? '',
    lsh: contract?.transfer ?? '',
    zzje: contract?.subsidy ?? '',
  }
  const isRetired = defect === 'regionRetired'
  const place = trueCode(regions, isRetired ? retired.successor : region, region, isRetired ? 'CLOSE' : 'EXACT')
  const isKnown = defect !== 'creditCodeDamaged'
  const isRestricted = Number(step) < 30
  const record = trueRecord(
    'demand',
    id,
    {
      title: script(demand.title),
      description: slip ? `${description}联系电话${slip.mark}。` : description,
      keyIndicators: demand.indicators,
      enterprise: { text: enterprise.name, ...(isKnown && { uscc }) },
      region: place,
      industries: defect === 'freeIndustry' ? [freeIndustry] : industryOf(field.hubei),
      category:
        category === '6' ? unmapped(demandCategories.scheme, category) : trueCode(demandCategories, category, category),
      intendedAmount: trueMoney(demand.yuan, amount),
      deadline: demand.deadline,
      status: steps[step][1],
      statusText: steps[step][0],
      localReview: review || undefined,
      localAuthority: authority,
      returnReason: reason || undefined,
      returnedOn: step === '29' ? demand.publishedOn : undefined,
      publishedOn: isPublished ? demand.publishedOn : undefined,
      contract: contract?.truth,
    },
    isRestricted,
  )
  const { name, smeNumber } = enterprise
  const owner = trueRecord(
    'organization',
    uscc,
    { uscc, name, type: 'ENTERPRISE', region: place, hiTechZone: zone, smeLibraryNumber: smeNumber },
    isRestricted,
  )
  const flags: FlagCode[] = demand.yuan < 100_000 ? ['AMOUNT_BELOW_MINIMUM'] : []
  const raises = defect && raised[defect]
  if (raises) flags.push(raises)
  const truth: RowTruth = { records: isKnown ? [record, owner] : [record], flags, ...(defect && { defect }) }
  return { cells, truth }
}

const raised: Partial<Record<Defect, FlagCode>> = {
  phone: 'PHONE_STRIPPED',
  creditCodeMistyped: 'USCC_CHECKSUM',
  creditCodeDamaged: 'IDENTIFIER_PRECISION_LOST',
  regionRetired: 'REGION_CODE_RETIRED',
  categoryUnknown: 'DEMAND_CATEGORY_UNKNOWN',
  freeIndustry: 'VOCABULARY_TERM_UNMAPPED',
  returnWithoutReason: 'RETURN_WITHOUT_REASON',
  wrongContract: 'CONTRACT_TYPE_NOT_ALLOWED',
  subsidyOverCap: 'SUBSIDY_OVER_CAP',
  evidenceMissing: 'EVIDENCE_MISSING',
}

const returnReasons = ['技术指标不明确，请补充', '佐证材料不完整', '需求描述与企业主营业务不符', '意向金额未说明依据']

/** Where every demand stands. An enterprise is funded once, but where a second subsidy is planted. */
function placeDemands({ demands, random }: World, plan: readonly (Defect | undefined)[]) {
  const funded = new Map<string, Demand>()
  return demands.map((demand, i) => {
    const defect = plan[i]
    const [first] = funded.values()
    if (defect === 'secondSubsidy' && first)
      return { demand: { ...demand, enterprise: first.enterprise }, step: '60' as const }
    const wanted = (defect && stepFor[defect]) ?? random('hb-std-demand step', i).pick(usual)
    const step = isFunded(wanted) && defect === undefined && funded.has(demand.enterprise.uscc) ? '65' : wanted
    if (isFunded(step)) funded.set(demand.enterprise.uscc, demand)
    return { demand, step }
  })
}

const stepFor: Partial<Record<Defect, Step>> = {
  returnWithoutReason: '29',
  wrongContract: '50',
  subsidyOverCap: '60',
  evidenceMissing: '60',
}

function isFunded(step: Step): boolean {
  return Number(step) >= 60 && step !== '65' && step !== '99'
}

/** Contract, evidence and subsidy as filed, in 万元 and as intake must read them. */
function contractOf(demand: Demand, step: Step, defect: Defect | undefined, random: Random) {
  // A contract is worth about what was asked for; one in ten is far from it.
  const yuan = random.chance(0.1) ? demand.yuan * 2 : demand.yuan
  const number = `SYN-2023-${String(demand.serial).padStart(6, '0')}`
  const kind = defect === 'wrongContract' ? '技术服务合同' : '技术开发合同'
  const amount = (yuan / 10_000).toFixed(2)
  const isProven = Number(step) >= 55 && defect !== 'evidenceMissing'
  const subsidyYuan = defect === 'subsidyOverCap' ? 150_000 : Math.min(100_000, yuan)
  const subsidy = isFunded(step) ? (subsidyYuan / 10_000).toFixed(2) : ''
  return {
    number,
    kind,
    amount,
    invoice: isProven ? `FP9${demand.serial}` : '',
    transfer: isProven ? `LS9${demand.serial}` : '',
    subsidy,
    truth: {
      number,
      kind: trueCode(contractKinds, kind === '技术开发合同' ? 'DEVELOPMENT' : 'SERVICE', kind),
      amount: trueMoney(yuan, amount),
      ...(isProven && { invoice: true, transfer: true }),
      ...(isFunded(step) && { subsidy: trueMoney(subsidyYuan, subsidy) }),
    },
  }
}
