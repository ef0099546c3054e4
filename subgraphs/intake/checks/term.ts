import { type CodeList, coded, findCode, findNamed } from '#schema/codes/code-list.ts'
import { type CodedValue, unmapped } from '#schema/codes/coded-value.ts'
import type { FlagCode } from '#schema/flags.ts'
import { type Checked, isEmpty, plain } from './checked.ts'

/** A code or name of one list; `4 共建研发平台类`, `共建研发平台类(4)` and either part alone are the same. */
export function checkTerm(
  raw: unknown,
  list: CodeList,
  options: { unknown?: FlagCode; digits?: number } = {},
): Checked<CodedValue> {
  if (isEmpty(raw)) return { flags: [] }
  const original = String(raw).trim()
  const { code, name } = splitTerm(raw)
  const named = name === undefined ? [] : findNamed(list, name)
  const entry =
    (code && (findCode(list, code) ?? findCode(list, code.padStart(options.digits ?? 0, '0')))) ||
    (named.length === 1 ? named[0] : undefined)
  if (entry) return { value: coded(list, entry, original), key: entry.code, flags: [] }
  return {
    value: unmapped(list.scheme, original),
    flags: [{ code: options.unknown ?? 'VOCABULARY_TERM_UNMAPPED', original }],
  }
}

/** The code and the name in a cell that may hold either or both. */
export function splitTerm(raw: unknown): { code?: string; name?: string } {
  const text = plain(raw).replace(/\s+/g, ' ')
  // No list has so long a name, and the patterns below need not walk through a whole essay.
  if (text.length > 200) return { name: text }
  // A Latin word such as SERVICE is a code too, and as a whole.
  if (/^[A-Z_]{2,}$/.test(text)) return { code: text }
  const behind = /^(.*?) ?\(([A-Z]?\d[\d.]*)\)$/.exec(text)
  const before = /^([A-Z]?[\d.]*)[ :、.-]*(.*)$/.exec(text)
  const [code, name] = behind ? [behind[2], behind[1]] : [before?.[1], before?.[2] ?? text]
  return { ...(code && { code: code.replace(/\.$/, '') }), ...(name && { name: name.replaceAll(' ', '') }) }
}
