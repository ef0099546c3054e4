import { enumerated, partialDate, patentNumber, text } from '../cells.ts'
import type { Style } from '../style.ts'
import { again, feeModeOf, fixedPart, royaltyPart, units } from './patent-cells.ts'

/**
 * Liaoning's open-license platform: JSON with `data.records`. Field names are the platform's own, their meanings are
 * inferred; it lacks term, territory and mode of payment.
 */
export const lnLicense: Style = {
  id: 'ln-license',
  title: '辽宁专利开放许可平台',
  sheets: [
    {
      library: 'ln-license',
      file: /\.json$/i,
      format: 'json',
      rows: 'data.records',
      record: 'openLicense',
      columns: [
        { column: 'patentNum', to: 'localId', as: again(patentNumber()), required: true },
        { column: 'patentNum', to: 'patentNumber', as: patentNumber() },
        {
          column: 'type',
          to: 'patentType',
          as: enumerated({ 发明专利: 'INVENTION', 实用新型: 'UTILITY_MODEL', 外观设计: 'DESIGN' }),
        },
        { column: 'company', to: 'licensors', as: units() },
        { column: 'price', to: 'feeModeText', as: text() },
        { column: 'price', to: 'fixedFee', as: fixedPart() },
        { column: 'price', to: 'royalty', as: royaltyPart() },
        { column: 'price', to: 'feeMode', as: feeModeOf() },
        { column: 'createTime', to: 'announcedOn', as: partialDate() },
      ],
    },
  ],
}
