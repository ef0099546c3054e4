import type { FlagCode } from '#schema/flags.ts'
import { isEmpty, plain } from './checks/checked.ts'
import { checkCreditCode } from './checks/credit-code.ts'
import { checkClassification, findClassificationMarks, stripPersonal } from './checks/personal.ts'
import type { Flag, Kind } from './record.ts'
import type { Cell, Gate } from './style.ts'
import { fold } from './text/fold.ts'

/** What a gate column decides about its row. */
export type Passage = 'OPEN' | 'RESTRICTED' | 'REFUSED'

/**
 * Reads a gate. 密级: 公开 passes, 内部 restricts, everything else is refused. Yes/no columns: 否 passes, 是 refuses or
 * restricts; other columns restrict by the values they list. A gate left empty restricts: nobody said the row is public.
 */
export function passGate(gate: Gate, text: string): Passage {
  if (gate === 'restricted') return no.has(fold(text)) ? 'OPEN' : 'RESTRICTED'
  if (gate !== 'classified') return isEmpty(text) || gate.restrictedBy.includes(plain(text)) ? 'RESTRICTED' : 'OPEN'
  const { value } = checkClassification(text)
  return value === 'PUBLIC' ? 'OPEN' : value === 'INTERNAL' ? 'RESTRICTED' : 'REFUSED'
}

const no = new Set(['否', '无', '不含', '0', 'n', 'no', 'false', 'f', '×'])

/** Headers that are a gate even where a style does not know them. */
export function isClassificationHeader(folded: string): boolean {
  return /^(成果|项目|信息)?(密级|保密级别|秘密等级|涉密等级|是否涉密|涉密)(\(.*\))?$/.test(folded)
}

/** Whether a text carries a mark of classification itself, such as 机密★10年. */
export function isMarkedClassified(text: string): boolean {
  return text.includes('密') && findClassificationMarks(text).length > 0
}

/** A cell without resident identity and mobile numbers, and what was taken out of it. */
export function stripCell(cell: Cell): { readonly cell: Cell; readonly stripped: readonly FlagCode[] } {
  if (!elevenDigits.test(cell.text)) return { cell, stripped: [] }
  const { value, flags } = stripPersonal(cell.text)
  if (flags.length === 0 || isCreditCode(cell.text)) return { cell, stripped: [] }
  return { cell: { text: value, address: cell.address }, stripped: flags.map(({ code }) => code) }
}

// No shorter run holds either kind of number; most cells need no closer look.
const elevenDigits = /(?:[\d０-９][ \u00a0\u3000－-]?){11}/

/** An all-digit credit code may look like an identity number; its own check characters tell them apart. */
function isCreditCode(text: string): boolean {
  const { value, flags } = checkCreditCode(text)
  return value !== undefined && flags.length === 0
}

/** A doubt that quotes nothing that is a person's own: whoever sent the file finds the cell by its place. */
export function unquoted<D extends Flag>(kind: Kind, doubt: D): D {
  if (doubt.field === undefined || !personal[kind]?.has(doubt.field)) return doubt
  const { original, interpreted, ...rest } = doubt
  return rest as D
}

const personal: Partial<Record<Kind, ReadonlySet<string>>> = {
  talent: new Set(['name', 'leader', 'gender', 'birthYear', 'contactName']),
}

/** Characters no database text can hold as they are: NUL and halves of a surrogate pair. */
export function isBrokenText(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed()
}
