import { hubeiFive } from '#schema/codes/industry-schemes.ts'
import { codedList, moeCode, text } from '../cells.ts'
import { checkDiscipline } from '../checks/discipline.ts'
import { checkIndustry } from '../checks/industry.ts'
import type { Alongside, CellReader } from '../style.ts'

/** The university a row of Hubei's education libraries names, by its Ministry code. */
export const university: Alongside = {
  record: 'organization',
  when: '学校代码',
  columns: [
    { column: '学校代码', to: 'moeCode', as: moeCode() },
    { column: '学校名称', to: 'name', as: text() },
    { column: '学校名称', to: 'type', as: () => ({ value: 'UNIVERSITY' }) },
  ],
}

/** Disciplines by the Ministry's catalog, four digits; a spreadsheet drops the leading zero. */
export const subject: CellReader = codedList((raw) => checkDiscipline(raw, { scheme: 'MOE' }))

/** Hubei's five leading industries; other wording is kept unmapped. */
export const leadingIndustries: CellReader = codedList((raw) => checkIndustry(raw, { list: hubeiFive }))
