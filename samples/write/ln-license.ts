import type { FlagCode } from '#schema/flags.ts'
import { mistyped, spoil } from '../defects.ts'
import { placed, type RowTruth, trueMoney, trueRecord } from '../truth.ts'
import type { License, World } from '../world.ts'
import type { Sample } from '../writer.ts'

const rates = { priceOpen: 0.08, priceBare: 0.08, patentMistyped: 0.04, feeExcessive: 0.04 } as const

type Defect = keyof typeof rates

/** Liaoning's open licenses as its platform answers: one JSON document with `data.records`. */
export function* writeLnLicense(world: World): Generator<Sample> {
  const plan = spoil(world.licenses.length, rates, world.random('ln-license'))
  const rows = world.licenses.map((license, i) => rowOf(license, i, plan[i]))
  const path = 'ln-license/records_20231130.json'
  const answer = {
    code: 200,
    message: 'SYNTHETIC 虚构样例',
    data: { total: rows.length, records: rows.map(({ record }) => record) },
  }
  yield {
    path,
    content: Buffer.from(`${JSON.stringify(answer, null, 1)}\n`),
    truth: placed(
      path,
      'ln-license',
      rows.map(({ truth }) => truth),
      { first: 1 },
    ),
  }
}

function rowOf(license: License, i: number, defect: Defect | undefined) {
  const { patent } = license
  const number = defect === 'patentMistyped' ? mistyped(patent.number) : patent.number
  const key = `CN${number}`
  const owners = patent.applicants.map(({ name }) => name)
  const { price, ...fee } = priceOf(license, i, defect)
  const record = {
    patentNum: `ZL${number.slice(0, 12)}.${number.slice(12)}`,
    type: patent.type === 'INVENTION' ? '发明专利' : '实用新型',
    company: owners.join(','),
    price,
    createTime: `${license.announcedOn} 09:30:00`,
  }
  const canonical = trueRecord('openLicense', key, {
    patentNumber: key,
    patentType: patent.type,
    licensors: owners.map((text) => ({ text })),
    feeModeText: price,
    ...fee,
    announcedOn: license.announcedOn,
  })
  const flags = (defect && raised[defect]) ?? []
  const truth: RowTruth = { records: [canonical], flags, ...(defect && { defect }) }
  return { record, truth }
}

/** The one field that says price and manner together. */
function priceOf({ mode, fixedYuan, royaltyPercent }: License, i: number, defect: Defect | undefined) {
  if (defect === 'priceOpen') return { price: '面议', fixedFee: { text: '面议' } }
  if (defect === 'priceBare') return { price: '5', fixedFee: { text: '5' } }
  if (defect === 'feeExcessive') return { price: '2500万元', fixedFee: trueMoney(25_000_000, '2500万元') }
  if (mode === 'FREE') return { price: '免费', feeMode: mode }
  const sum = fixedYuan && (i % 2 === 0 ? `${fixedYuan}元` : `${fixedYuan / 10_000}万元`)
  const share = royaltyPercent && `${royaltyPercent}%`
  return {
    price: [sum, share].filter(Boolean).join('+'),
    ...(fixedYuan && sum && { fixedFee: trueMoney(fixedYuan, sum) }),
    ...(share && { royalty: share, feeMode: mode }),
  }
}

const raised: Partial<Record<Defect, readonly FlagCode[]>> = {
  priceOpen: ['NUMBER_TEXT_MIXED'],
  priceBare: ['AMOUNT_UNIT_ASSUMED'],
  patentMistyped: ['PATENT_CHECK_DIGIT'],
  feeExcessive: ['OL_05'],
}
