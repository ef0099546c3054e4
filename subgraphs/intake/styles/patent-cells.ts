import { enumerated, isBlank, splitList, yuan } from '../cells.ts'
import type { AmountUnit } from '../checks/amount.ts'
import { checkPatentNumber } from '../checks/patent-number.ts'
import type { LegalStatus } from '../record.ts'
import type { CellReader } from '../style.ts'

/** Kind of patent as its own number says it; doubts about the number are told where the number itself is read. */
export function patentType(): CellReader {
  return ({ text }) => {
    const { value } = checkPatentNumber(text)
    if (value?.form !== 'APPLICATION') return {}
    return { value: value.kind === 'UTILITY' ? 'UTILITY_MODEL' : value.kind }
  }
}

/** Owners, applicants or licensors: several names in one cell. */
export function units(): CellReader {
  return ({ text }) => {
    const names = isBlank(text) ? [] : splitList(text)
    return names.length > 0 ? { value: names.map((name) => ({ text: name })) } : {}
  }
}

/** Legal status in the words patent lists use. */
export function legalStatus(): CellReader {
  return enumerated<LegalStatus>({
    公开: 'PENDING',
    审中: 'PENDING',
    在审: 'PENDING',
    实审: 'PENDING',
    实质审查: 'PENDING',
    授权: 'GRANTED',
    有权: 'GRANTED',
    有效: 'GRANTED',
    失效: 'LAPSED',
    无权: 'LAPSED',
    权利终止: 'LAPSED',
    驳回: 'REJECTED',
    撤回: 'WITHDRAWN',
    视为撤回: 'WITHDRAWN',
    届满: 'EXPIRED',
    期限届满: 'EXPIRED',
  })
}

// Platforms without a column for royalties write `5`, `3%` or `5+3%` into the one for the fee, or 免费, or 面议.
const sumOf = (fee: string) => fee.split(/[+＋]/).find((part) => !/[%％]/.test(part) && part.trim() !== '免费')
const shareOf = (fee: string) => fee.split(/[+＋]/).find((part) => /[%％]/.test(part))

/** The sum in a fee that may also be a share of sales; `unit` as for money. */
export function fixedPart(unit?: AmountUnit): CellReader {
  const read = yuan(unit)
  return (cell, context) => {
    const sum = sumOf(cell.text)
    return sum === undefined ? {} : read({ ...cell, text: sum }, context)
  }
}

/** The share of sales in a fee. */
export function royaltyPart(): CellReader {
  return ({ text }) => {
    const share = shareOf(text)
    return share === undefined ? {} : { value: share.trim() }
  }
}

/** How a fee is paid, as far as its own wording tells: of a bare sum it does not. */
export function feeModeOf(): CellReader {
  return ({ text }) => {
    if (text.trim() === '免费') return { value: 'FREE' }
    if (shareOf(text) === undefined) return {}
    return { value: sumOf(text) === undefined ? 'ROYALTY_SALES' : 'ENTRY_PLUS_ROYALTY' }
  }
}

/** A cell read once more for another field: its doubts were told the first time. */
export function again(reader: CellReader): CellReader {
  return (cell, context) => {
    const { value } = reader(cell, context)
    return value === undefined ? {} : { value }
  }
}
