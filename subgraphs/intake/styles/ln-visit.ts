import { boolean, creditCode, identifier, integer } from '../cells.ts'
import type { Style } from '../style.ts'

/** Liaoning's experts in enterprises, `ZJJQ`: one row for a person, an enterprise and a year. */
export const lnVisit: Style = {
  id: 'ln-visit',
  title: '辽宁专家进企表 ZJJQ',
  sheets: [
    {
      library: 'ln-visit',
      file: /^ZJJQ.*\.csv$/i,
      table: 'zjjq',
      format: 'csv',
      record: 'visit',
      key: ['RYBH', 'QYXYDM', 'NF'],
      columns: [
        { column: 'RYBH', to: 'talentLocalId', as: identifier(), required: true },
        { column: 'JZGH' }, // a staff number inside the university; the person is already named by RYBH
        { column: 'QYXYDM', to: 'enterprise.uscc', as: creditCode() },
        { column: 'NF', to: 'year', as: identifier() },
        { column: 'RC(人次)', also: ['RC'], to: 'visits', as: integer() },
        { column: 'GJYFJG', to: 'jointBody', as: boolean() },
      ],
    },
  ],
}
