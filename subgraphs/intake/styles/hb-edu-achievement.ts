import { coded, identifier, list, moeCode, pastDate, patentNumbers, text, yuan } from '../cells.ts'
import { checkStage } from '../checks/maturity.ts'
import type { Style } from '../style.ts'
import { leadingIndustries, subject, university } from './hubei-cells.ts'

/**
 * Achievements of Hubei's universities, one workbook each, `10486_成果_20231215.xlsx`. The province's template was not
 * found: the columns are invented in the manner of the portraits, to which 画像编号 points.
 */
export const hbEduAchievement: Style = {
  id: 'hb-edu-achievement',
  title: '湖北省高校科技成果表',
  sheets: [
    {
      library: 'hb-edu-achievement',
      file: /^\d{5}_成果_\d{8}.*\.xlsx$/i,
      sheet: /^科技成果$/,
      format: 'xlsx',
      // Every university hands in its own workbook; the others stay in force.
      scope: '学校代码',
      record: 'achievement',
      columns: [
        { column: '成果编号', to: 'localId', as: identifier(), required: true },
        { column: '成果编号', to: 'type', as: () => ({ value: 'ACHIEVEMENT' }) },
        { column: '成果名称', to: 'title', as: text(), required: true },
        { column: '学校名称', to: 'organization.text', as: text() },
        { column: '学校代码', to: 'organization.moeCode', as: moeCode() },
        { column: '负责人', to: 'leader', as: text() },
        { column: '画像编号', to: 'talentLocalIds', as: list() },
        { column: '成果简介', to: 'abstract', as: text() },
        { column: '成熟度', to: 'maturity', as: coded(checkStage) },
        { column: '一级学科', to: 'disciplines', as: subject },
        { column: '所属产业', to: 'industries', as: leadingIndustries },
        { column: '转化方式', to: 'transferModes', as: list() },
        { column: '意向价格(万元)', to: 'askingPrice', as: yuan('万元') },
        { column: '专利号', to: 'patentNumbers', as: patentNumbers() },
        { column: '市场化前景', to: 'marketProspect', as: text() },
        { column: '密级', gate: 'classified' },
        { column: '更新日期', to: 'updatedOn', as: pastDate() },
      ],
      alongside: [university],
    },
  ],
}
