import { coded, findCode } from '#schema/codes/code-list.ts'
import type { CodedValue } from '#schema/codes/coded-value.ts'
import { maturityStages } from '#schema/codes/contracts.ts'
import { type Checked, isEmpty, plain } from './checked.ts'
import { arabicNumerals } from './numerals.ts'
import { checkTerm } from './term.ts'

/** Readiness of an achievement: level 1–9 of GB/T 22900, market level 10–13, and the stage of registration forms. */
export type Maturity = {
  readonly trl?: number
  readonly commercialLevel?: number
  readonly stage: CodedValue
}

/** Reads a level (`TRL6`, `6级`) or a stage (`中试`). A stage follows from a level by a bridge, so it is only close. */
export function checkMaturity(raw: unknown): Checked<Maturity> {
  if (isEmpty(raw)) return { flags: [] }
  const original = String(raw).trim()
  const [, digits] = /^(?:TRL|技术成熟度|成熟度)?[:\s-]*第?(\d{1,3})级?$/i.exec(arabicNumerals(plain(raw))) ?? []
  if (!digits) {
    const { value: stage, flags, key } = checkTerm(raw, maturityStages)
    return { ...(stage && { value: { stage } }), ...(key && { key }), flags }
  }
  const level = Number(digits)
  if (level < 1 || level > 13) return { flags: [{ code: 'TRL_OUT_OF_RANGE', original }] }
  const code = level <= 4 ? 'INITIAL' : level <= 7 ? 'MIDDLE' : 'MATURE'
  const stage = coded(maturityStages, findCode(maturityStages, code)!, original, 'CLOSE')
  return { value: { ...(level <= 9 ? { trl: level } : { commercialLevel: level }), stage }, key: code, flags: [] }
}

/** The stage alone, which every library can be compared by. */
export function checkStage(raw: unknown): Checked<CodedValue> {
  const { value, ...read } = checkMaturity(raw)
  return { ...read, ...(value && { value: value.stage }) }
}
