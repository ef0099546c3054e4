import { codedList, identifier, list, partialDate, text } from '../cells.ts'
import { checkTerm } from '../checks/term.ts'
import type { Style } from '../style.ts'
import { changes, liaoningStudies } from './liaoning-cells.ts'

/**
 * Liaoning's table of university talents, `RC_XX`. No such table was found: it is invented in the manner of the
 * province's other tables, with pinyin initials for columns.
 */
export const lnTalent: Style = {
  id: 'ln-talent',
  title: '辽宁高校人才表 RC_XX',
  sheets: [
    {
      library: 'ln-talent',
      file: /^RC_XX.*\.csv$/i,
      table: 'rc_xx',
      format: 'csv',
      record: 'talent',
      delta: changes,
      columns: [
        { column: 'BGLX', optional: true }, // only in the extracts that give what changed since the last one
        { column: 'RYBH', to: 'localId', as: identifier(), required: true },
        { column: 'RYBH', to: 'type', as: () => ({ value: 'PERSON' }) },
        { column: 'XM', to: 'name', as: text(), required: true },
        { column: 'DWH', to: 'organization.code', as: identifier() },
        { column: 'DWMC', to: 'organization.text', as: text() },
        { column: 'XKLYM', to: 'disciplines', as: codedList((raw) => checkTerm(raw, liaoningStudies, { digits: 2 })) },
        { column: 'YJFX', to: 'researchDirections', as: list() },
        { column: 'KHZLY', to: 'cooperationAreas', as: list() },
        { column: 'ZC', to: 'titles', as: list() },
        { column: 'GXSJ', to: 'updatedOn', as: partialDate() },
      ],
    },
  ],
}
