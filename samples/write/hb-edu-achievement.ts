import { maturityStages } from '#schema/codes/contracts.ts'
import { subjects } from '#schema/codes/subjects.ts'
import type { FlagCode } from '#schema/flags.ts'
import { commonRates, fullWidth, spoil, traditional } from '../defects.ts'
import { placed, type RowTruth, trueCode, trueMoney, trueRecord } from '../truth.ts'
import type { Achievement, World } from '../world.ts'
import type { Sample } from '../writer.ts'
import { industryOf, patentAs, patentRead, personalSlips, portraitId, universityRecord } from './hubei-cells.ts'
import { type CellValue, columnsOf, firstRow, workbook } from './workbook.ts'

const rates = {
  ...commonRates,
  internal: 0.03,
  patentCheckMissing: 0.02,
  patentPointZero: 0.01,
  unitInCell: 0.03,
  traditional: 0.03,
  fullWidth: 0.03,
} as const

type Defect = keyof typeof rates

/** Achievements of Hubei's universities, one workbook each. */
export function* writeHbEduAchievement(world: World): Generator<Sample> {
  const plan = spoil(world.achievements.length, rates, world.random('hb-edu-achievement'))
  for (const university of world.place.universities) {
    const rows = world.achievements.flatMap((achievement, i) =>
      achievement.university === university ? [rowOf(achievement, world, plan[i])] : [],
    )
    const path = `hb-edu-achievement/${university.moeCode}_成果_20231215.xlsx`
    yield {
      path,
      content: workbook([
        {
          sheet: '科技成果',
          title: '湖北省高校科技成果表',
          note: 'SYNTHETIC 合成样例，人员与成果均为虚构。填表说明：画像编号与画像表一致，多人用分号分隔。',
          columns,
          rows: rows.map(({ cells }) => cells),
        },
      ]),
      truth: placed(
        path,
        'hb-edu-achievement',
        rows.map(({ truth }) => truth),
        { first: firstRow, sheet: '科技成果' },
      ),
    }
  }
}

const columns = [
  { group: '成果', columns: ['成果编号', '成果名称'] },
  { group: '完成单位', columns: ['学校名称', '学校代码'] },
  { group: '完成人', columns: ['负责人', '画像编号'] },
  '成果简介',
  { group: '分类', columns: ['成熟度', '一级学科', '所属产业'] },
  { group: '转化', columns: ['转化方式', '意向价格(万元)', '专利号', '市场化前景'] },
  '密级',
  '更新日期',
]

function rowOf(achievement: Achievement, world: World, defect: Defect | undefined) {
  const id = `HBCG-${achievement.university.moeCode}-${String(achievement.serial).padStart(5, '0')}`
  const random = world.random('hb-edu-achievement', id)
  const { university, field, maturity, transferModes, askingYuan } = achievement
  const script = defect === 'traditional' ? traditional : (text: string) => text
  const separator = random.pick(['；', '、', ';'])
  const restricted = defect === 'internal'
  const slip = defect === 'phone' ? personalSlips.phone : undefined
  const abstract = script(achievement.abstract)
  const price = askingYuan === undefined ? '' : String(askingYuan / 10_000)
  const priceText =
    defect === 'fullWidth' ? fullWidth(price) : defect === 'unitInCell' && price ? `${price}万元` : price
  const people = achievement.talents.map(portraitId)
  // A spreadsheet takes 202010100103.0 for a number and shows it without the check digit.
  const zero = defect === 'patentPointZero' ? world.patents.find(({ number }) => number.endsWith('0')) : undefined
  const patents = zero ? [zero] : achievement.patents
  const values: Record<string, CellValue> = {
    成果编号: id,
    成果名称: script(achievement.title),
    学校名称: university.name,
    学校代码: university.moeCode,
    负责人: achievement.leader.leader,
    画像编号: people.join(separator),
    成果简介: slip ? `${abstract}联系人电话${slip.number}。` : abstract,
    成熟度: maturity,
    一级学科: field.moe.code,
    所属产业: field.hubei ?? '—',
    转化方式: transferModes.join(separator),
    '意向价格(万元)': priceText || '暂无',
    专利号: zero
      ? Number(zero.number.slice(0, 12))
      : patents.map((patent) => patentAs(patent, defect)).join('；') || '无',
    市场化前景: achievement.prospect,
    密级: defect === 'classified' ? '秘密' : restricted ? '内部' : '公开',
    更新日期: achievement.updatedOn,
  }
  const cells = columnsOf({ columns }).map((column) => values[column] ?? null)
  if (defect === 'classified') {
    const truth: RowTruth = { records: [], flags: [], refused: 'CLASSIFIED_REFUSED', defect }
    return { cells, truth }
  }
  const record = trueRecord(
    'achievement',
    id,
    {
      title: script(achievement.title),
      type: 'ACHIEVEMENT',
      abstract: slip ? `${abstract}联系人电话${slip.mark}。` : abstract,
      organization: { text: university.name, moeCode: university.moeCode },
      leader: achievement.leader.leader,
      talentLocalIds: people,
      maturity: trueCode(maturityStages, stages[maturity], maturity),
      disciplines: [trueCode(subjects, field.moe.code, field.moe.code)],
      industries: industryOf(field.hubei),
      transferModes,
      askingPrice: askingYuan === undefined ? undefined : trueMoney(askingYuan, priceText),
      patentNumbers: patents.length > 0 ? patents.map((patent) => patentRead(patent, defect)) : undefined,
      marketProspect: achievement.prospect,
      updatedOn: achievement.updatedOn,
    },
    restricted,
  )
  const flags = flagsOf(defect, patents.length > 0)
  const truth = { records: [record, universityRecord(university, restricted)], flags, ...(defect && { defect }) }
  return { cells, truth }
}

const stages = { 小试: 'INITIAL', 中试: 'MIDDLE', 产业化: 'MATURE' } as const

function flagsOf(defect: Defect | undefined, patents: boolean): FlagCode[] {
  if (defect === 'internal') return ['INTERNAL_NOT_PUBLISHED']
  if (defect === 'phone') return ['PHONE_STRIPPED']
  return (defect === 'patentCheckMissing' || defect === 'patentPointZero') && patents
    ? ['PATENT_CHECK_DIGIT_ADDED']
    : []
}
