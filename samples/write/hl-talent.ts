import { unmapped } from '#schema/codes/coded-value.ts'
import { disciplines } from '#schema/codes/disciplines.ts'
import type { FlagCode } from '#schema/flags.ts'
import { commonRates, fullWidth, impossiblePhone, spoil, traditional } from '../defects.ts'
import { trueCode, trueRecord } from '../truth.ts'
import type { Talent, World } from '../world.ts'
import { type Batch, type BundleTable, lastWritten } from './hl-batch.ts'
import type { Line } from './lines.ts'

const rates = {
  ...commonRates,
  internal: 0.03,
  nameMissing: 0.01,
  disciplineUnknown: 0.02,
  fullWidth: 0.03,
  traditional: 0.03,
} as const

type Defect = keyof typeof rates

/** 人才库 of a bundle: a file for every university, every other one separated by tabs. */
export function talentTables(world: World, bundle: Batch): BundleTable[] {
  const plan = spoil(world.talents.length, rates, world.random('hl-talent'))
  return world.place.universities.map((university, i) => {
    const lines: Line[] = []
    world.talents.forEach((talent, k) => {
      const batch = lastWritten(world, 'hl-talent', k, bundle)
      if (batch && talent.university === university) lines.push(lineOf(talent, world, batch, lines.length + 1, plan[k]))
    })
    return {
      library: 'hl-talent',
      // Some offices name the file after the university, others its folder.
      name: bundle === '2023H1' ? `人才库_${university.moeCode}.csv` : `${university.moeCode}/人才库.csv`,
      columns,
      lines,
      delimiter: i % 2 === 0 ? ',' : '\t',
    }
  })
}

const columns = [
  '序号',
  '单位代码',
  '单位名称',
  '姓名',
  '人才类型',
  '人才计划',
  '学科代码',
  '研究方向',
  '可合作领域',
  '技术经理人',
  '联系方式(脱敏)',
  '更新批次',
  '密级',
]

function lineOf(talent: Talent, world: World, batch: Batch, position: number, defect: Defect | undefined): Line {
  const { university, field } = talent
  const random = world.random('hl-talent', university.moeCode, talent.serial)
  const script = defect === 'traditional' ? traditional : (text: string) => text
  const programme = random.pick(['头雁', '春雁', '龙江学者', '无', '无'])
  const code = defect === 'disciplineUnknown' ? '998' : field.gbt13745.code
  const codeText = defect === 'fullWidth' ? fullWidth(code) : code
  const directions = talent.directions.map(script)
  // What the second half year adds is one more service.
  const services = batch === '2023H2' ? [...talent.serviceModes, '成果路演'] : talent.serviceModes
  const separator = random.pick(['；', '、', '，', ';', ' ； '])
  const slip = defect === 'phone'
  const restricted = defect === 'internal'
  const cells = {
    序号: String(position),
    单位代码: university.moeCode,
    单位名称: university.name,
    姓名: defect === 'nameMissing' ? '' : talent.name,
    人才类型: talent.type === 'TEAM' ? '团队' : '个人',
    人才计划: programme,
    学科代码: codeText,
    研究方向: directions.join(separator) + (slip ? `（电话${impossiblePhone}）` : ''),
    可合作领域: services.join(separator),
    技术经理人: talent.isTechnologyManager ? '是' : '否',
    '联系方式(脱敏)': '由学校科技处转达',
    更新批次: batch,
    密级: defect === 'classified' ? random.pick(['秘密', '机密']) : restricted ? '内部' : '公开',
  }
  const refused = defect && refusals[defect]
  if (refused) return { cells, truth: { records: [], flags: [], refused, defect } }
  const record = trueRecord(
    'talent',
    undefined,
    {
      name: talent.name,
      type: talent.type,
      organization: { text: university.name, moeCode: university.moeCode },
      programmes: programme === '无' ? undefined : [programme],
      disciplines: [
        defect === 'disciplineUnknown' ? unmapped(disciplines.scheme, code) : trueCode(disciplines, code, codeText),
      ],
      researchDirections: slip
        ? [...directions.slice(0, -1), `${directions.at(-1)}（电话［手机号码已去除］）`]
        : directions,
      cooperationAreas: services,
      isTechnologyManager: talent.isTechnologyManager,
      updatedOn: batch.slice(0, 4),
      period: batch,
    },
    restricted,
  )
  const { moeCode, name } = university
  const unit = trueRecord('organization', moeCode, { moeCode, name, type: 'UNIVERSITY' }, restricted)
  const flag = defect && raised[defect]
  return { cells, truth: { records: [record, unit], flags: flag ? [flag] : [], ...(defect && { defect }) } }
}

const refusals: Partial<Record<Defect, FlagCode>> = { classified: 'CLASSIFIED_REFUSED', nameMissing: 'VALUE_MISSING' }
const raised: Partial<Record<Defect, FlagCode>> = {
  internal: 'INTERNAL_NOT_PUBLISHED',
  phone: 'PHONE_STRIPPED',
  disciplineUnknown: 'VOCABULARY_TERM_UNMAPPED',
}
