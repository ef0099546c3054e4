import type { FlagCode } from '#schema/flags.ts'
import { mistyped, spoil } from '../defects.ts'
import type { Random } from '../random.ts'
import { placed, type RowTruth, trueMoney, trueRecord } from '../truth.ts'
import type { License, World } from '../world.ts'
import type { Sample } from '../writer.ts'

const rates = {
  patentMistyped: 0.03,
  feeOverGuidance: 0.04,
  royaltyOverGuidance: 0.04,
  /** Offered though the patent has lapsed: seen only by who knows the patent. */
  lapsed: 0.04,
  /** Ends long after the patent does. */
  termTooLong: 0.04,
} as const

type Defect = keyof typeof rates

/** Open licenses of Hubei in the layout of Guangdong's platform, as the style says. */
export function* writeHbIpLicense(world: World): Generator<Sample> {
  const plan = spoil(world.licenses.length, rates, world.random('hb-ip-license'))
  const lapsed = world.patents.filter(({ status }) => status === 'LAPSED')
  const rows = world.licenses.map((license, i) => {
    const patent = plan[i] === 'lapsed' ? lapsed[i % lapsed.length]! : license.patent
    return rowOf({ ...license, patent }, world.random('hb-ip-license', i), plan[i])
  })
  const path = 'hb-ip-license/kfxk_20231215.json'
  const answer = {
    code: 200,
    msg: 'SYNTHETIC 合成样例，专利与声明均为虚构',
    data: { total: rows.length, records: rows.map(({ cells }) => cells) },
  }
  const truth = placed(
    path,
    'hb-ip-license',
    rows.map(({ truth }) => truth),
    { first: 1 },
  )
  yield { path, content: Buffer.from(`${JSON.stringify(answer, null, 1)}\n`), truth }
}

const words = {
  ONE_OFF: '一次总付',
  ROYALTY_SALES: '提成',
  ENTRY_PLUS_ROYALTY: '入门费加提成',
  FREE: '免费',
} as const

function rowOf({ patent, ...license }: License, random: Random, defect: Defect | undefined) {
  const mode =
    defect === 'feeOverGuidance' ? 'ONE_OFF' : defect === 'royaltyOverGuidance' ? 'ROYALTY_SALES' : license.mode
  const fixedYuan = defect === 'feeOverGuidance' ? 30_000_000 : mode === license.mode ? license.fixedYuan : undefined
  const percent = defect === 'royaltyOverGuidance' ? 25 : mode === license.mode ? license.royaltyPercent : undefined
  const number = defect === 'patentMistyped' ? mistyped(patent.number) : patent.number
  const termEnd = defect === 'termTooLong' ? `2049${license.endsOn.slice(4)}` : license.endsOn
  const royalty = percent === undefined ? undefined : `净销售额的${percent}%`
  const owners = patent.applicants.map(({ name }) => name)
  const fee = {
    zffs: words[mode],
    ...(fixedYuan !== undefined && { je: fixedYuan.toFixed(2) }),
    ...(royalty && { tcbl: royalty }),
  }
  const cells = {
    zlxkCode: `ZL${number.slice(0, 12)}.${number.slice(12)}`,
    type: patent.type === 'INVENTION' ? '1' : '2',
    zlxxUser: owners.join('；'),
    zlxxUsertype: random.chance(0.9) ? '1' : '4',
    xkfyJson: JSON.stringify(fee),
    zlxkDate: termEnd,
    zlxkArea: random.pick(['全国', '中国境内', '湖北省']),
  }
  const record = trueRecord('openLicense', `CN${number}`, {
    patentNumber: `CN${number}`,
    patentType: patent.type,
    licensors: owners.map((text) => ({ text })),
    feeMode: mode,
    feeModeText: words[mode],
    fixedFee: fixedYuan === undefined ? undefined : trueMoney(fixedYuan, fixedYuan.toFixed(2)),
    royalty,
    termEnd,
  })
  const code = defect && raised[defect]
  const truth: RowTruth = { records: [record], flags: code ? [code] : [], ...(defect && { defect }) }
  return { cells, truth }
}

const raised: Partial<Record<Defect, FlagCode>> = {
  patentMistyped: 'PATENT_CHECK_DIGIT',
  feeOverGuidance: 'OL_05',
  royaltyOverGuidance: 'OL_05',
  termTooLong: 'OL_06',
}
