import { type Code, type CodeList, coded, findCode, findNamed, knowsChildrenOf } from '#schema/codes/code-list.ts'
import { type CodedValue, type Match, unmapped } from '#schema/codes/coded-value.ts'
import { disciplines } from '#schema/codes/disciplines.ts'
import { subjects } from '#schema/codes/subjects.ts'
import type { Doubt } from '#schema/flags.ts'
import { type Checked, isEmpty } from './checked.ts'
import { splitTerm } from './term.ts'

/**
 * A discipline of GB/T 13745 (`520`, `510.1010`) or a subject of the Ministry (`0812`, also with its zero lost), by
 * code or name. `scheme` is what the library says it uses; otherwise the form decides, with a flag.
 */
export function checkDiscipline(
  raw: unknown,
  options: { scheme?: 'GB/T 13745-2009' | 'MOE' } = {},
): Checked<CodedValue> {
  if (isEmpty(raw)) return { flags: [] }
  const original = String(raw).trim()
  const { code, name } = splitTerm(raw)
  const digits = code?.replaceAll('.', '')
  const readings = digits ? readCode(digits, options.scheme) : readName(name ?? '', options.scheme)
  const [found] = readings
  if (!found) {
    const scheme = options.scheme ?? disciplines.scheme
    return { value: unmapped(scheme, original), flags: [{ code: 'VOCABULARY_TERM_UNMAPPED', original }] }
  }
  const [list, entry, match] = found
  const value = coded(list, entry, original, match)
  // A form only one scheme has, with its zero in place, leaves nothing to assume.
  const plain = options.scheme === list.scheme || (readings.length === 1 && !options.scheme)
  const whole = !digits || match === 'BROAD' || entry.code === digits
  const flags: Doubt[] =
    plain && whole
      ? []
      : [{ code: 'DISCIPLINE_SCHEME_ASSUMED', original, interpreted: `${list.scheme} ${entry.code} ${entry.zh}` }]
  return { value, key: `${list.scheme}:${entry.code}`, flags }
}

type Reading = readonly [CodeList, Code, Match]

function readCode(digits: string, scheme: string | undefined): Reading[] {
  const ministry = [digits, `0${digits}`].flatMap((code) => nearest(subjects, code, [6, 4, 2]))
  const national = nearest(disciplines, digits, [7, 5, 3])
  if (scheme === subjects.scheme) return ministry
  if (scheme === disciplines.scheme) return national
  return [...national, ...ministry]
}

/** The entry of a code of an allowed length, or the wider one when the list does not go so deep. */
function nearest(list: CodeList, digits: string, lengths: readonly number[]): Reading[] {
  if (!lengths.includes(digits.length)) return []
  for (const length of lengths.filter((at) => at <= digits.length)) {
    const entry = findCode(list, digits.slice(0, length))
    if (!entry) continue
    if (length === digits.length) return [[list, entry, 'EXACT']]
    return knowsChildrenOf(list, entry.code) ? [] : [[list, entry, 'BROAD']]
  }
  return []
}

function readName(name: string, scheme: string | undefined): Reading[] {
  return [disciplines, subjects]
    .filter((list) => !scheme || list.scheme === scheme)
    .flatMap((list) => {
      const found = findNamed(list, name)
      // 哲学 is a family and its only subject; the narrower one is what people mean.
      const entry = found.at(-1)
      return entry ? [[list, entry, 'EXACT'] as const] : []
    })
}
