import { coded, findCode } from '#schema/codes/code-list.ts'
import { heilongjiang4567, hubeiFive } from '#schema/codes/industry-schemes.ts'
import { record } from '../ask.ts'

const industry = (code: string) => coded(heilongjiang4567, findCode(heilongjiang4567, code)!, code)
const [equipment, digital] = [industry('54'), industry('41')]

/** Four challenges of two demands, a ledger of two units over two quarters, and two batches of demands. */
export const heilongjiangRecords = [
  record('challenge', 'hl-challenge', 'HLJBD20220003', {
    demandLocalId: 'HLJXQ202300011',
    poster: { text: '大庆示例重工科技股份有限公司', id: 'organization:91230600MAYYA25E60' },
    amount: { yuan: '1500000', text: '150' },
    mode: '揭榜挂帅',
    postedOn: '2022-06-01',
    closesOn: '2022-12-31',
    status: '发榜',
  }),
  record('challenge', 'hl-challenge', 'HLJBD20230011', {
    demandLocalId: 'HLJXQ202300011',
    poster: { text: '大庆示例重工科技股份有限公司', id: 'organization:91230600MAYYA25E60' },
    amount: { yuan: '2050000', text: '205' },
    mode: '赛马',
    postedOn: '2023-01-13',
    closesOn: '2024-02-12',
    winner: { text: '东北林业大学', id: 'organization:10225' },
    status: '签约',
  }),
  record('challenge', 'hl-challenge', 'HLJBD20230006', {
    demandLocalId: 'HLJXQ202300006',
    poster: { text: '哈尔滨示例智能科技有限公司' },
    amount: { text: '约250，面议' },
    mode: '揭榜挂帅',
    postedOn: '2023-03',
    status: '征集',
  }),
  record('challenge', 'hl-challenge', 'HLJBD20230046', {
    poster: { text: '哈尔滨示例农机科技股份有限公司' },
    mode: '悬赏',
  }),

  ledger('2023Q3', '东北林业大学', 3, '25000000', '275000000', 1),
  ledger('2023Q4', '东北林业大学', 4, '36000000.50', '246000000', 0),
  ledger('2023Q4', '哈尔滨工业大学', 9, '2000000', '656000000', 2),

  record('demand', 'hl-demand', 'HLJXQ202300011', { period: '2023H1', industries: [equipment] }),
  record('demand', 'hl-demand', 'HLJXQ202300006', { period: '2022H2', industries: [digital, equipment] }),
  record('demand', 'hl-demand', 'HLJXQ202300099', { period: '2023H2', industries: [digital] }, { restricted: true }),
  record('achievement', 'hl-project', 'HLJXM-10217-0002', { type: 'PROJECT', period: '2023H1', industries: [digital] }),
  record('achievement', 'hl-achievement', 'HLJCG2023000001', { type: 'ACHIEVEMENT', period: '2023H2' }),
  record('achievement', 'hl-achievement', 'HLJCG2023000002', { type: 'ACHIEVEMENT', period: '2023H2' }),
  record('demand', 'hb-std-demand', 'XQ2023000001', {
    industries: [coded(hubeiFive, findCode(hubeiFive, '4')!, '高端装备')],
  }),
]

function ledger(
  quarter: string,
  unit: string,
  achievements: number,
  investment: string,
  output: string,
  highTechFirms: number,
) {
  return record('ledger', 'hl-ledger', `k-${quarter}-${unit}`, {
    quarter,
    unit: { text: unit, ...(unit === '东北林业大学' && { id: 'organization:10225' }) },
    achievements,
    investment: { yuan: investment, text: '' },
    output: { yuan: output, text: '' },
    highTechFirms,
  })
}
