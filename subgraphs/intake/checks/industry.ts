import { type CodeList, coded, findCode, knowsChildrenOf } from '#schema/codes/code-list.ts'
import { type CodedValue, unmapped } from '#schema/codes/coded-value.ts'
import { industries } from '#schema/codes/industries.ts'
import type { Doubt } from '#schema/flags.ts'
import { type Checked, isEmpty } from './checked.ts'
import { checkTerm, splitTerm } from './term.ts'

/** An industry of GB/T 4754 by code (with or without its section letter) or name, or a term of a provincial scheme. */
export function checkIndustry(raw: unknown, options: { list?: CodeList } = {}): Checked<CodedValue> {
  const list = options.list ?? industries
  if (isEmpty(raw)) return { flags: [] }
  const code = /^(?=.)([A-T])?(\d{2,4})?$/.exec(splitTerm(raw).code ?? '')
  if (list.scheme !== industries.scheme || !code) return checkTerm(raw, list)
  const original = String(raw).trim()
  const [, section, digits] = code
  if (!digits) return checkTerm(section, list)
  const entry = nearest(digits)
  if (!entry) {
    return { value: unmapped(list.scheme, original), flags: [{ code: 'INDUSTRY_CODE_UNKNOWN', original }] }
  }
  const expected = findCode(industries, digits.slice(0, 2))?.parent
  const flags: Doubt[] =
    section && section !== expected
      ? [{ code: 'INDUSTRY_SECTION_MISMATCH', original, interpreted: `${expected}${digits}` }]
      : []
  const match = entry.code === digits ? 'EXACT' : 'BROAD'
  return { value: coded(industries, entry, original, match), key: entry.code, flags }
}

/** The entry itself, or the wider one when the list does not go so deep. */
function nearest(digits: string) {
  for (let code = digits; code.length >= 2; code = code.slice(0, -1)) {
    const entry = findCode(industries, code)
    if (entry) return code === digits || !knowsChildrenOf(industries, code) ? entry : undefined
  }
  return undefined
}
