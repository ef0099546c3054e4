import type { FlagCode } from '#schema/flags.ts'
import type { LegalStatus } from '../../subgraphs/intake/record.ts'
import { fullWidth, impossiblePhone, mistyped, spacedPatentNumber, spoil, traditional } from '../defects.ts'
import { inventLicense } from '../invent.ts'
import { type TrueRecord, trueMoney, trueRecord } from '../truth.ts'
import type { Achievement, License, Patent, World } from '../world.ts'
import { type Batch, type BundleTable, isChanged, lastWritten } from './hl-batch.ts'
import type { Line } from './lines.ts'

const textRates = { phone: 0.01, fullWidth: 0.04, traditional: 0.04 } as const
const patentRates = { patentCheckMissing: 0.04, patentMistyped: 0.02, patentSpaced: 0.05, statusUnknown: 0.02 } as const
const licenseRates = { feeMissing: 0.04, feeNegotiable: 0.04, feeExcessive: 0.02, termMissing: 0.04 } as const

type Defect = keyof typeof textRates | keyof typeof patentRates | keyof typeof licenseRates

/** 成果库 of a bundle: every patent with its license, then achievements that have no patent. */
export function achievementTables(world: World, bundle: Batch): BundleTable[] {
  const licenses = declarations(world)
  const items: Item[] = [
    ...world.patents.map((patent) => ({
      patent,
      license: licenses.get(patent),
      achievement: patent.achievement,
    })),
    ...world.achievements.filter(({ patents }) => patents.length === 0).map((achievement) => ({ achievement })),
  ]
  const licensed = [...licenses.keys()]
  const ofLicenses = spoil(licensed.length, licenseRates, world.random('hl-achievement', 'licenses'))
  const planned = new Map(licensed.map((patent, i) => [patent, ofLicenses[i]]))
  const ofPatents = spoil(world.patents.length, patentRates, world.random('hl-achievement', 'patents'))
  const ofTexts = spoil(items.length, textRates, world.random('hl-achievement', 'texts'))
  const lines = items.flatMap((item, i) => {
    const batch = lastWritten(world, 'hl-achievement', i, bundle)
    const defect = (item.patent && planned.get(item.patent)) ?? ofPatents[i] ?? ofTexts[i]
    return batch ? [lineOf(item, i + 1, batch, bundle, defect)] : []
  })
  return [{ library: 'hl-achievement', name: '成果库.csv', columns, lines }]
}

/** What is on offer, by patent; some universities also offer what was never granted or has lapsed. */
function declarations(world: World): Map<Patent, License> {
  const idle = world.patents.filter(({ status, shared }) => status !== 'GRANTED' && !shared)
  const hasty = idle.filter((_, i) => i % 8 === 0)
  const offers = hasty.map((patent, i) => inventLicense(patent, i, world.random('hl-achievement', 'hasty', i)))
  return new Map([...world.licenses, ...offers].map((license) => [license.patent, license]))
}

type Item = {
  readonly patent?: Patent
  readonly license?: License | undefined
  readonly achievement?: Achievement | undefined
}

const columns = [
  '成果编号',
  '成果名称',
  '完成单位',
  '专利号',
  '法律状态',
  '开放许可',
  '许可方式',
  '许可费(万元)',
  '许可期限(年)',
  '市场化前景',
  '更新批次',
]

const statuses: Record<Patent['status'], string> = { PENDING: '实质审查', GRANTED: '授权', LAPSED: '失效' }
const modes = { ONE_OFF: '一次总付', ROYALTY_SALES: '提成', ENTRY_PLUS_ROYALTY: '入门费加提成', FREE: '免费' } as const

function lineOf(item: Item, serial: number, batch: Batch, bundle: Batch, defect: Defect | undefined): Line {
  const { patent, license, achievement } = item
  const localId = `HLJCG2023${String(serial).padStart(6, '0')}`
  const script = defect === 'traditional' ? traditional : (text: string) => text
  const title = script(titleOf(patent) ?? achievement?.title ?? '')
  const owners = patent ? patent.applicants.map(({ name }) => name) : [achievement!.university.name]
  const number = patent && numberAs(patent, defect)
  const [statusText, status] = patent ? statusOf(patent, defect) : []
  const mode = license && (defect === 'feeNegotiable' || defect === 'feeExcessive' ? 'ONE_OFF' : license.mode)
  const fee = license && feeOf(license, isChanged(batch, bundle), defect)
  const years = defect === 'termMissing' ? undefined : license?.termYears
  const term = years === undefined ? '' : String(years)
  const prospect = achievement?.prospect ?? '已有多家企业询价'
  const cells = {
    成果编号: localId,
    成果名称: title,
    完成单位: owners.join('；'),
    专利号: number?.written ?? '',
    法律状态: statusText ?? '',
    开放许可: license ? '是' : '否',
    许可方式: mode ? modes[mode] : '/',
    '许可费(万元)': fee?.written ?? '',
    '许可期限(年)': defect === 'fullWidth' ? fullWidth(term) : term,
    市场化前景: script(prospect) + (defect === 'phone' ? `，联系${impossiblePhone}` : ''),
    更新批次: batch,
  }
  const year = batch.slice(0, 4)
  const records: TrueRecord[] = [
    trueRecord('achievement', localId, {
      type: 'ACHIEVEMENT',
      title,
      organization: { text: owners[0]! },
      patentNumbers: number && [number.read],
      marketProspect: script(prospect) + (defect === 'phone' ? '，联系［手机号码已去除］' : ''),
      period: batch,
      updatedOn: year,
    }),
  ]
  const names = owners.map((text) => ({ text }))
  if (patent && number) {
    records.push(
      trueRecord('patent', number.read, {
        applicationNumber: number.read,
        type: patent.type,
        title,
        applicants: names,
        legalStatusText: statusText,
        legalStatus: status,
        updatedOn: year,
      }),
    )
  }
  if (mode && number && patent) {
    records.push(
      trueRecord('openLicense', `KFXK-${localId}`, {
        patentNumber: number.read,
        patentType: patent.type,
        patentTitle: title,
        legalStatus: status,
        licensors: names,
        feeModeText: modes[mode],
        feeMode: mode,
        fixedFee: fee?.fixed,
        royalty: fee?.royalty,
        termYears: years,
        updatedOn: year,
      }),
    )
  }
  // Offered though the patent is not in force.
  const idle: FlagCode[] = mode && number && patent && status && status !== 'GRANTED' ? ['OL_01'] : []
  const flags = [...((defect && raised[defect]) ?? []), ...idle]
  return { cells, truth: { records, flags, ...(defect && { defect }) } }
}

/** A patent held with another province is named a little differently here. */
function titleOf(patent: Patent | undefined): string | undefined {
  return patent?.shared ? patent.title.replace(/^一种/, '') : patent?.title
}

/** Of two patents held with another province one is said to have lapsed, which its other owner denies. */
function statusOf(patent: Patent, defect: Defect | undefined): [string, LegalStatus | undefined] {
  if (defect === 'statusUnknown') return ['待定', undefined]
  const status = patent.shared && patent.serial % 2 === 0 ? 'LAPSED' : patent.status
  return [statuses[status], status]
}

function numberAs({ number, key, status }: Patent, defect: Defect | undefined): { written: string; read: string } {
  const wrong = mistyped(number)
  if (defect === 'patentCheckMissing') return { written: number.slice(0, 12), read: key }
  if (defect === 'patentMistyped') return { written: `ZL${wrong.slice(0, 12)}.${wrong.slice(12)}`, read: `CN${wrong}` }
  if (defect === 'patentSpaced') return { written: spacedPatentNumber(number), read: key }
  return { written: `${status === 'GRANTED' ? 'ZL' : ''}${number.slice(0, 12)}.${number.slice(12)}`, read: key }
}

/** `5`, `3%` or `5+3%` in 万元; what changed in the second half year is the price. */
function feeOf({ fixedYuan, royaltyPercent }: License, cheaper: boolean, defect: Defect | undefined) {
  if (defect === 'feeMissing') return { written: '' }
  if (defect === 'feeNegotiable') return { written: '面议', fixed: { text: '面议' } }
  if (defect === 'feeExcessive') return { written: '2500', fixed: trueMoney(25_000_000, '2500') }
  const yuan = fixedYuan && (cheaper ? fixedYuan / 2 : fixedYuan)
  const count = yuan && String(yuan / 10_000)
  const sum = count && (defect === 'fullWidth' ? fullWidth(count) : count)
  const share = royaltyPercent && `${royaltyPercent}%`
  return {
    written: [sum, share].filter(Boolean).join('+'),
    ...(yuan && sum && { fixed: trueMoney(yuan, sum) }),
    ...(share && { royalty: share }),
  }
}

const raised: Partial<Record<Defect, readonly FlagCode[]>> = {
  phone: ['PHONE_STRIPPED'],
  patentCheckMissing: ['PATENT_CHECK_DIGIT_ADDED'],
  patentMistyped: ['PATENT_CHECK_DIGIT'],
  statusUnknown: ['VALUE_NOT_ALLOWED'],
  feeNegotiable: ['NUMBER_TEXT_MIXED', 'OL_04'],
  feeExcessive: ['OL_05'],
}
