import { maturityStages } from '#schema/codes/contracts.ts'
import { liaoningStudies } from '../../subgraphs/intake/styles/liaoning-cells.ts'
import { impossiblePhone, mistyped, spoil, traditional } from '../defects.ts'
import { universityUnit } from '../liaoning.ts'
import { trueCode, trueRecord } from '../truth.ts'
import type { Achievement, World } from '../world.ts'
import type { Sample } from '../writer.ts'
import type { Line } from './lines.ts'
import { compact, lnTable, rowTruth } from './ln-table.ts'
import { studyOf } from './ln-talent.ts'

const rates = { classified: 0.03, phone: 0.01, maturityTooHigh: 0.02, titleMissing: 0.01, traditional: 0.04 } as const
const patentRates = { patentCheckMissing: 0.05, patentMistyped: 0.05 } as const

type Defect = keyof typeof rates | keyof typeof patentRates

/** `GY_CGXX`: achievements, every tenth of them at both tiers of the platform. */
export function* writeLnSupply(world: World): Generator<Sample> {
  const { achievements } = world
  const protectedOnes = achievements.filter(({ patents }) => patents.length > 0)
  const ofPatents = spoil(protectedOnes.length, patentRates, world.random('ln-supply', 'patents'))
  const planned = new Map(protectedOnes.map((achievement, i) => [achievement, ofPatents[i]]))
  const plan = spoil(achievements.length, rates, world.random('ln-supply'))
  const lines = achievements.flatMap((achievement, i) => {
    const defect = planned.get(achievement) ?? plan[i]
    const tier = i % 3 === 0 ? '2' : '1'
    const twice = i % 10 === 5
    return twice
      ? [lineOf(achievement, world, '1', defect), lineOf(achievement, world, '2', undefined)]
      : [lineOf(achievement, world, tier, defect)]
  })
  yield lnTable('ln-supply', 'GY_CGXX', 'CGBH CGMC DWH DWMC FZRXM XKLYM CGJJ CSD ZLH ZHFS LX PTCJ GXSJ', lines)
}

const stages = { 小试: ['INITIAL', '4'], 中试: ['MIDDLE', '6'], 产业化: ['MATURE', '9'] } as const

function lineOf(achievement: Achievement, world: World, tier: '1' | '2', defect: Defect | undefined): Line {
  const { university, field, leader } = achievement
  const random = world.random('ln-supply', achievement.serial, tier)
  const script = defect === 'traditional' ? traditional : (text: string) => text
  const serial = String(achievement.serial).padStart(5, '0')
  const localId = tier === '1' ? `LNCG${serial}` : `${university.moeCode}CG${serial}`
  // A university numbers its own departments, so the same number means another unit there.
  const unit = tier === '1' ? universityUnit(world, university.moeCode) : String(random.int(1, 40)).padStart(4, '0')
  const [stage, level] = stages[achievement.maturity]
  const worded = random.chance(0.4)
  const maturity = defect === 'maturityTooHigh' ? '15' : worded ? achievement.maturity : level
  const study = studyOf(field)
  const numbers = achievement.patents.map(({ number, key }, i) => {
    if (i > 0 || !defect?.startsWith('patent')) return { written: `ZL${number.slice(0, 12)}.${number.slice(12)}`, key }
    if (defect === 'patentCheckMissing') return { written: number.slice(0, 12), key }
    return { written: mistyped(number), key: mistyped(key) }
  })
  const kind = random.pick(['技术成果', '技术成果', '专利', '样机样品'])
  const cells = {
    CGBH: localId,
    CGMC: defect === 'titleMissing' ? '' : script(achievement.title),
    DWH: unit,
    DWMC: university.name,
    FZRXM: leader.leader,
    XKLYM: study,
    // The table has no column for it, so the mark stands in the text, as it does on paper.
    CGJJ:
      (defect === 'classified' ? '机密★5年 ' : '') +
      script(achievement.abstract) +
      (defect === 'phone' ? `电话：${impossiblePhone}` : ''),
    CSD: maturity,
    ZLH: numbers.map(({ written }) => written).join(random.pick(['；', ';', '、'])) || random.pick(['无', '', '/']),
    ZHFS: achievement.transferModes.join('，'),
    LX: kind,
    PTCJ: tier,
    GXSJ: compact(achievement.updatedOn),
  }
  if (defect === 'classified') {
    return { cells, truth: { records: [], flags: [], refused: 'CLASSIFIED_REFUSED', defect } }
  }
  if (defect === 'titleMissing') {
    return { cells, truth: { records: [], flags: [], refused: 'VALUE_MISSING', defect } }
  }
  const record = trueRecord('achievement', localId, {
    type: 'ACHIEVEMENT',
    title: script(achievement.title),
    organization: { text: university.name, code: unit },
    leader: leader.leader,
    disciplines: [trueCode(liaoningStudies, study, study)],
    abstract: script(achievement.abstract) + (defect === 'phone' ? '电话：［手机号码已去除］' : ''),
    maturity:
      defect === 'maturityTooHigh' ? undefined : trueCode(maturityStages, stage, maturity, worded ? 'EXACT' : 'CLOSE'),
    patentNumbers: numbers.length > 0 ? numbers.map(({ key }) => key) : undefined,
    transferModes: achievement.transferModes,
    supplyType: kind,
    tier: tier === '1' ? '省级' : '校级',
    updatedOn: achievement.updatedOn,
  })
  return { cells, truth: rowTruth([record], defect, raised) }
}

const raised = {
  phone: ['PHONE_STRIPPED'],
  maturityTooHigh: ['TRL_OUT_OF_RANGE'],
  patentCheckMissing: ['PATENT_CHECK_DIGIT_ADDED'],
  patentMistyped: ['PATENT_CHECK_DIGIT'],
} as const
