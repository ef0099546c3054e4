import { type SQL, sql } from 'drizzle-orm'
import type { Measure } from '../indicator.ts'
import { alliances, fairs, institutes, visits } from './tables.ts'

/** How far the opinion of 2016 has come, by what the libraries hold; what no library holds is not measured. */
export const measures: readonly Measure[] = [
  standing('LN20-1', '经典联盟', sql`kind = 'CLASSIC'`),
  standing('LN20-3', '骨干联盟', sql`kind = 'BACKBONE'`),
  standing('LN20-3-1', '工业骨干联盟', sql`kind = 'BACKBONE' and sector = 'INDUSTRY'`),
  standing('LN20-3-2', '农业骨干联盟', sql`kind = 'BACKBONE' and sector = 'AGRICULTURE'`),
  standing('LN20-3-3', '现代服务业骨干联盟', sql`kind = 'BACKBONE' and sector = 'SERVICE'`),
  standing('LN20-5', '城市联盟', sql`kind = 'CITY'`),
  {
    code: 'LN20-6',
    kind: 'lnInstitute',
    library: 'ln-institute',
    method: '研究院库中有研究院的市的数目',
    value: sql`select count(distinct region_code) from ${institutes.open}`,
  },
  {
    code: 'LNY-1',
    kind: 'lnFair',
    library: 'ln-fair',
    method: '数据中最近一年举办过大型对接会的市的数目',
    value: sql`select count(distinct region_code) from ${fairs.open}
      where scale = 'LARGE' and left(held_on, 4) = (${lastFairYear()})`,
    period: lastFairYear(),
  },
  {
    code: 'LNY-2',
    kind: 'lnFair',
    library: 'ln-fair',
    method: '数据中最近一年的小型和专题对接会数',
    value: sql`select count(*) from ${fairs.open}
      where scale in ('SMALL', 'SPECIAL') and left(held_on, 4) = (${lastFairYear()})`,
    period: lastFairYear(),
  },
  ofLastYear('LNY-3', '专家进企人次', sql`coalesce(sum(visits), 0)`),
  ofLastYear('LNY-4', '有专家进入的企业数', sql`count(distinct enterprise_id)`),
  // Several experts may found one body with one enterprise.
  ofLastYear('LNY-5', '与专家共建研发机构的企业数', sql`count(distinct enterprise_id) filter (where has_joint_body)`),
]

function standing(code: string, what: string, condition: SQL): Measure {
  return {
    code,
    kind: 'lnAlliance',
    library: 'ln-alliance',
    method: `已备案、运行和评估合格的${what}数`,
    value: sql`select count(*) from ${alliances.open} where ${condition} and status in ('FILED', 'ACTIVE', 'EVALUATED')`,
  }
}

function lastFairYear(): SQL {
  return sql`select left(max(held_on), 4) from ${fairs.open}`
}

function ofLastYear(code: string, what: string, value: SQL): Measure {
  const year = sql`select max(year) from ${visits.open}`
  return {
    code,
    kind: 'lnVisit',
    library: 'ln-visit',
    method: `数据中最近一年的${what}`,
    value: sql`select ${value} from ${visits.open} where year = (${year})`,
    period: year,
  }
}
