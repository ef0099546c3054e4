import { enumerated, partialDate, patentNumber, text, yuan } from '../cells.ts'
import type { CellReader, Style } from '../style.ts'
import { again, units } from './patent-cells.ts'

/** Liaoning's open-license platform: JSON with `data.records`. It lacks term, territory and mode of payment. */
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
        { column: 'price', to: 'fixedFee', as: fixedFee() },
        { column: 'price', to: 'royalty', as: royalty() },
        { column: 'price', to: 'feeMode', as: feeMode() },
        { column: 'createTime', to: 'announcedOn', as: partialDate() },
      ],
    },
  ],
}

// One field says it all: `50000元`, `3%`, `2万元+3%`, 免费, 面议.
function parts(price: string) {
  const list = price.split(/[+＋]/)
  return {
    share: list.find((part) => /[%％]/.test(part)),
    sum: list.find((part) => /\d/.test(part) && !/[%％]/.test(part)),
  }
}

function fixedFee(): CellReader {
  const read = yuan()
  return (cell, context) => {
    const { sum } = parts(cell.text)
    return sum === undefined ? {} : read({ ...cell, text: sum }, context)
  }
}

function royalty(): CellReader {
  return ({ text }) => {
    const { share } = parts(text)
    return share === undefined ? {} : { value: share.trim() }
  }
}

/** A bare sum does not say how it is to be paid. */
function feeMode(): CellReader {
  return ({ text }) => {
    const { share, sum } = parts(text)
    if (text.trim() === '免费') return { value: 'FREE' }
    if (share === undefined) return {}
    return { value: sum === undefined ? 'ROYALTY_SALES' : 'ENTRY_PLUS_ROYALTY' }
  }
}
