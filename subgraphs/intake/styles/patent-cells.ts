import { enumerated, isBlank, splitList } from '../cells.ts'
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

/** A cell read once more for another field: its doubts were told the first time. */
export function again(reader: CellReader): CellReader {
  return (cell, context) => {
    const { value } = reader(cell, context)
    return value === undefined ? {} : { value }
  }
}
