import { enumerated, partialDate, patentNumber, text, yuan } from '../cells.ts'
import type { FeeMode } from '../record.ts'
import type { CellReader, Style } from '../style.ts'
import { again, units } from './patent-cells.ts'

/**
 * Open licenses of Hubei. Nothing is known of the province's own platform, so the layout is borrowed from Guangdong's:
 * `data.records`, with the fee as JSON in a string. What stands in that string is invented: `zffs` mode of payment,
 * `je` fixed or entry fee in 元, `tcbl` percent of sales.
 */
export const hbIpLicense: Style = {
  id: 'hb-ip-license',
  title: '湖北专利开放许可（沿用广东平台格式）',
  sheets: [
    {
      library: 'hb-ip-license',
      file: /\.json$/i,
      format: 'json',
      rows: 'data.records',
      record: 'openLicense',
      columns: [
        { column: 'zlxkCode', to: 'localId', as: again(patentNumber()), required: true },
        { column: 'zlxkCode', to: 'patentNumber', as: patentNumber() },
        { column: 'type', to: 'patentType', as: enumerated({ 1: 'INVENTION', 2: 'UTILITY_MODEL', 3: 'DESIGN' }) },
        { column: 'zlxxUser', to: 'licensors', as: units() },
        { column: 'zlxxUsertype' },
        {
          column: 'xkfyJson',
          to: 'feeMode',
          as: member(
            'zffs',
            enumerated<FeeMode>({
              一次总付: 'ONE_OFF',
              提成: 'ROYALTY_SALES',
              入门费加提成: 'ENTRY_PLUS_ROYALTY',
              分阶段支付: 'STAGED',
              免费: 'FREE',
            }),
          ),
        },
        { column: 'xkfyJson', to: 'feeModeText', as: again(member('zffs', text())) },
        { column: 'xkfyJson', to: 'fixedFee', as: member('je', yuan('元')) },
        { column: 'xkfyJson', to: 'royalty', as: member('tcbl', text()) },
        { column: 'zlxkDate', to: 'termEnd', as: partialDate() },
        { column: 'zlxkArea' },
      ],
    },
  ],
}

/** One member of the JSON in the cell, read as if it were a cell of its own. */
function member(name: string, as: CellReader): CellReader {
  return (cell, context) => {
    if (cell.text.trim() === '') return {}
    try {
      const found = JSON.parse(cell.text)?.[name]
      return found === undefined || found === null ? {} : as({ text: String(found), address: cell.address }, context)
    } catch {
      return { flags: [{ code: 'VALUE_NOT_ALLOWED', original: cell.text }] }
    }
  }
}
