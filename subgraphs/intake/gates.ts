import type { FlagCode } from '#schema/flags.ts'
import { isBlank } from './cells.ts'
import type { Gate } from './style.ts'
import { fold } from './text/fold.ts'

/** What a gate column decides about its row. */
export type Passage = 'OPEN' | 'RESTRICTED' | 'REFUSED'

/**
 * Reads a gate. 密级: 公开 passes, 内部 restricts, everything else is refused. Yes/no columns: 否 passes, 是 refuses or
 * restricts. A gate left empty restricts: nobody said the row is public.
 */
export function passGate(gate: Gate, text: string): Passage {
  const word = fold(text)
  if (isBlank(text) && word !== '无') return 'RESTRICTED'
  if (open.has(word)) return 'OPEN'
  if (gate === 'restricted' || internal.has(word)) return 'RESTRICTED'
  return 'REFUSED'
}

const open = new Set(['公开', '非涉密', '不涉密', '非密', '否', '无', '0', 'n', 'no', 'false', 'f', '×', '公开级'])
const internal = new Set(['内部', '内部公开', '内部使用', '内部资料', '依申请公开'])

/** Headers that are a gate even where a style does not know them. */
export function isClassificationHeader(folded: string): boolean {
  return /^(成果|项目|信息)?(密级|保密级别|秘密等级|涉密等级|是否涉密|涉密)(\(.*\))?$/.test(folded)
}

/** The flag a restricted row carries for a gate. */
export function restrictedBy(gate: Gate): FlagCode | undefined {
  return gate === 'classified' ? 'INTERNAL_NOT_PUBLISHED' : undefined
}

/** Characters no database text can hold as they are: NUL and halves of a surrogate pair. */
export function isBrokenText(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed()
}
