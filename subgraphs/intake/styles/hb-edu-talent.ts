import {
  boolean,
  enumerated,
  identifier,
  integer,
  list,
  moeCode,
  pastDate,
  patentNumbers,
  text,
  year,
  yuan,
} from '../cells.ts'
import type { CellReader, Column, SheetStyle, Style } from '../style.ts'
import { leadingIndustries, subject, university } from './hubei-cells.ts'

/**
 * Portraits of Hubei's researchers and teams: one workbook per university, `10486_画像_20231215.xlsx`, a sheet for
 * people and one for teams, a title in A1, a note in row 2 and a merged header of two rows.
 */
export const hbEduTalent: Style = {
  id: 'hb-edu-talent',
  title: '湖北省高校科技人员（团队）画像表',
  sheets: [portraits(/^科技人员画像$/), portraits(/^团队画像$/)],
}

function portraits(sheet: RegExp): SheetStyle {
  return {
    library: 'hb-edu-talent',
    file: /^\d{5}_画像_\d{8}.*\.xlsx$/i,
    sheet,
    format: 'xlsx',
    // Every university hands in its own workbook; the others stay in force.
    scope: '学校代码',
    record: 'talent',
    columns: columns(),
    alongside: [{ ...university, columns: [...university.columns, doctorates()] }],
  }
}

function doctorates(): Column {
  return { column: '学校博士总人数', to: 'doctorates', as: integer(), optional: true }
}

function columns(): readonly Column[] {
  return [
    { column: '画像编号', to: 'localId', as: identifier(), required: true },
    { column: '画像类型', to: 'type', as: enumerated({ 个人: 'PERSON', 团队: 'TEAM' }) },
    { column: '学校名称', to: 'organization.text', as: text() },
    { column: '学校代码', to: 'organization.moeCode', as: moeCode() }, // Excel may hold it as a number
    { column: '院系', to: 'department', as: text() },
    // Joined to the group above it, the slash of this header would look like a group's own.
    { column: '姓名/团队名称', also: ['基本信息/姓名/团队名称'], to: 'name', as: text(), required: true },
    { column: '负责人', to: 'leader', as: text() },
    { column: '出生年月', to: 'birthYear', as: year() }, // 1978.06 or 1978-6; the month is nobody's business
    { column: '性别', to: 'gender', as: text() },
    { column: '职称', to: 'titles', as: titles },
    { column: '最高学位', to: 'highestDegree', as: text() },
    { column: '学科门类' }, // 理/工/农/医/其他: the first digits of 一级学科
    { column: '一级学科', to: 'disciplines', as: subject },
    { column: '研究方向', to: 'researchDirections', as: list() },
    { column: '服务标签', to: 'keywords', as: list() },
    { column: '可服务产业', to: 'industries', as: leadingIndustries },
    { column: '可提供服务方式', to: 'serviceModes', as: list() },
    { column: '代表成果', to: 'achievementTitles', as: list() },
    { column: '授权专利号', to: 'patentNumbers', as: patentNumbers() },
    { column: '横向项目数', to: 'horizontalProjects', as: integer() },
    { column: '横向经费(万元)', to: 'horizontalFunding', as: yuan('万元') },
    { column: '选派专项', to: 'programmes', as: list() },
    { column: '创新联络员', to: 'isLiaison', as: boolean() },
    // Invented, as is the total below: the notice sets a ratio of resident doctorates, and no template at hand tells it.
    { column: '是否常驻企业', to: 'isResident', as: boolean(), optional: true },
    { column: '学校博士总人数', optional: true },
    { column: '产业教授标准', to: 'isIndustryProfessor', as: boolean() },
    { column: '所在都市圈', to: 'metroArea', as: text() },
    { column: '联系人', to: 'contactName', as: text() },
    { column: '联系电话' }, // telephone numbers are never stored
    { column: '公开意愿', to: 'consents', as: consents },
    { column: '公开意愿', to: 'nameWithheld', as: refusal },
    { column: '密级', gate: 'classified' },
    { column: '入库日期', to: 'enteredOn', as: pastDate() },
    { column: '更新日期', to: 'updatedOn', as: pastDate() },
    { column: '推送平台', to: 'pushedTo', as: list() },
  ]
}

/** 教授(博导): the supervisor's standing stands in brackets behind the title. */
function titles({ text }: { readonly text: string }): ReturnType<CellReader> {
  const value = text.split(/[()（）、，,；;]/).flatMap((part) => part.trim() || [])
  return value.length > 0 ? { value } : {}
}

/** What the person agreed to. The answers are the template's three choices. */
function consents({ text }: { readonly text: string }): ReturnType<CellReader> {
  if (text.trim() === '同意公开') return { value: ['LIST_NAME', 'LIST_CONTACT', 'PUSH_TO_ENTERPRISE'] }
  if (text.trim() === '仅公开姓名') return { value: ['LIST_NAME'] }
  return {}
}

/** Whoever has not said yes has not agreed to be listed by name: 个人信息保护法 art. 25 wants consent of its own. */
function refusal({ text }: { readonly text: string }): ReturnType<CellReader> {
  const isAgreed = ['同意公开', '仅公开姓名'].includes(text.trim())
  return isAgreed ? {} : { value: true }
}
