import { unmapped } from '#schema/codes/coded-value.ts'
import { maturityStages } from '#schema/codes/contracts.ts'
import { heilongjiang4567 } from '#schema/codes/industry-schemes.ts'
import type { FlagCode } from '#schema/flags.ts'
import { commonRates, fullWidth, impossiblePhone, spoil, traditional } from '../defects.ts'
import { trueCode, trueRecord } from '../truth.ts'
import type { Achievement, World } from '../world.ts'
import { type Batch, type BundleTable, isChanged, lastWritten } from './hl-batch.ts'
import type { Line } from './lines.ts'

const rates = {
  ...commonRates,
  industryUnknown: 0.03,
  industryNamed: 0.05,
  maturityUnknown: 0.02,
  fullWidth: 0.04,
  traditional: 0.04,
} as const

type Defect = keyof typeof rates

/** 项目库 of a bundle: what is ripe enough to be promoted for transfer. Projects with patents stay out of sight. */
export function projectTables(world: World, bundle: Batch): BundleTable[] {
  const ripe = world.achievements.filter(({ maturity }) => maturity !== '小试')
  const plan = spoil(ripe.length, rates, world.random('hl-project'))
  const lines = ripe.flatMap((achievement, i) => {
    const batch = lastWritten(world, 'hl-project', i, bundle)
    return batch ? [lineOf(achievement, batch, bundle, plan[i])] : []
  })
  return [{ library: 'hl-project', name: '项目库.csv', columns, lines }]
}

const columns = [
  '项目编号',
  '项目名称',
  '完成单位',
  '负责人',
  '成熟度',
  '所属产业',
  '拟转化方式',
  '简介',
  '是否含专利',
  '是否涉密',
  '更新批次',
]

function lineOf(achievement: Achievement, batch: Batch, bundle: Batch, defect: Defect | undefined): Line {
  const { university, field, leader } = achievement
  const script = defect === 'traditional' ? traditional : (text: string) => text
  const localId = `HLJXM-${university.moeCode}-${String(achievement.serial).padStart(4, '0')}`
  // Half a year later a pilot may have become a product.
  const ripened = isChanged(batch, bundle) ? '产业化' : achievement.maturity
  const maturity = defect === 'maturityUnknown' ? '概念' : ripened
  const code = field.heilongjiang.code
  const industry = industryAs(field.heilongjiang, defect)
  const restricted = achievement.patents.length > 0
  const cells = {
    项目编号: localId,
    项目名称: script(achievement.title),
    完成单位: university.name,
    负责人: leader.leader,
    成熟度: maturity,
    所属产业: industry,
    拟转化方式: achievement.transferModes.join('、'),
    简介: script(achievement.abstract) + (defect === 'phone' ? `联系${impossiblePhone}。` : ''),
    是否含专利: restricted ? '是' : '否',
    是否涉密: defect === 'classified' ? '是' : '否',
    更新批次: batch,
  }
  if (defect === 'classified') {
    return { cells, truth: { records: [], flags: [], refused: 'CLASSIFIED_REFUSED', defect } }
  }
  const record = trueRecord(
    'achievement',
    localId,
    {
      type: 'PROJECT',
      title: script(achievement.title),
      organization: { text: university.name },
      leader: leader.leader,
      maturity:
        defect === 'maturityUnknown'
          ? unmapped(maturityStages.scheme, maturity)
          : trueCode(maturityStages, maturity === '中试' ? 'MIDDLE' : 'MATURE', maturity),
      industries: [
        defect === 'industryUnknown'
          ? unmapped(heilongjiang4567.scheme, industry)
          : trueCode(heilongjiang4567, code, industry),
      ],
      transferModes: achievement.transferModes,
      abstract: script(achievement.abstract) + (defect === 'phone' ? '联系［手机号码已去除］。' : ''),
      period: batch,
      updatedOn: batch.slice(0, 4),
    },
    restricted,
  )
  const flag = defect && raised[defect]
  return { cells, truth: { records: [record], flags: flag ? [flag] : [], ...(defect && { defect }) } }
}

function industryAs({ code, label }: { code: string; label: string }, defect: Defect | undefined): string {
  if (defect === 'industryUnknown') return '低空经济'
  if (defect === 'industryNamed') return label
  return defect === 'fullWidth' ? fullWidth(code) : code
}

const raised: Partial<Record<Defect, FlagCode>> = {
  phone: 'PHONE_STRIPPED',
  industryUnknown: 'VOCABULARY_TERM_UNMAPPED',
  maturityUnknown: 'VOCABULARY_TERM_UNMAPPED',
}
