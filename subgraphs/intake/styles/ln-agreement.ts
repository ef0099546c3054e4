import { identifier, partialDate, text, yuan } from '../cells.ts'
import type { Style } from '../style.ts'
import { enterpriseCode } from './liaoning-cells.ts'

/** Liaoning's cooperation agreements and their filing, `XY_BA`. */
export const lnAgreement: Style = {
  id: 'ln-agreement',
  title: '辽宁合作协议备案表 XY_BA',
  sheets: [
    {
      library: 'ln-agreement',
      file: /^XY_BA.*\.csv$/i,
      table: 'xy_ba',
      format: 'csv',
      record: 'agreement',
      columns: [
        { column: 'XYBH', to: 'localId', as: identifier(), required: true },
        { column: 'XYMC', to: 'name', as: text(), required: true },
        { column: 'JFDWH', to: 'partyA.code', as: identifier() },
        { column: 'JFDWH', to: 'partyA.uscc', as: enterpriseCode() },
        { column: 'YFDWH', to: 'partyB.code', as: identifier() },
        { column: 'YFDWH', to: 'partyB.uscc', as: enterpriseCode() },
        { column: 'HYBH', to: 'fairLocalId', as: identifier() },
        { column: 'HTJE', to: 'amount', as: yuan() }, // no unit in the header, unlike YXJE: only the cell may say
        { column: 'BADW', to: 'filedWith', as: text() },
        { column: 'BAH', to: 'filingNumber', as: text() },
        { column: 'BARQ', to: 'filedOn', as: partialDate() },
      ],
    },
  ],
}
