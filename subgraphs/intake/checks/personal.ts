import type { Doubt } from '#schema/flags.ts'
import { provinceOfCode } from '#schema/provinces.ts'
import { type Checked, plain } from './checked.ts'

/** Removes resident identity and mobile numbers from any text. The doubts say that it happened, never what stood there. */
export function stripPersonal(text: string): { readonly value: string; readonly flags: readonly Doubt[] } {
  const flags: Doubt[] = []
  let value = text
  for (const { pattern, holds, mark, code } of personal) {
    const before = value
    value = replaceHalfWidth(value, pattern, (found) => (holds(found) ? mark : undefined))
    if (value !== before) flags.push({ code, original: mark })
  }
  return { value, flags }
}

export type Classification = 'PUBLIC' | 'INTERNAL'

/**
 * What a 密级 or 是否涉密 column says. Only what is plainly public is published, only what is plainly 内部 is kept
 * unpublished; anything else is refused before storage.
 */
export function checkClassification(raw: unknown): Checked<Classification> {
  const text = plain(raw ?? '').replace(/\s/g, '')
  if (/^(公开|无|否|非密|不涉密|非涉密|不予定密|-|—|\/)$/.test(text)) return { value: 'PUBLIC', flags: [] }
  if (text === '') return { value: 'INTERNAL', flags: [{ code: 'VALUE_MISSING', original: '' }] }
  if (/^内部(公开|资料|使用|事项)?$/.test(text)) {
    return { value: 'INTERNAL', flags: [{ code: 'INTERNAL_NOT_PUBLISHED', original: text }] }
  }
  return { flags: [{ code: 'CLASSIFIED_REFUSED', original: /绝密|机密|秘密/.exec(text)?.[0] ?? '涉密' }] }
}

/** Marks of classification inside a text, `机密★10年`; speaking of 商业秘密 or 国家秘密 is no mark. */
export function findClassificationMarks(text: string): readonly Doubt[] {
  const [, mark] =
    /(绝密|机密|秘密)\s*[★☆]/.exec(text) ?? /^\s*[【[(（]?(绝密|机密|秘密)[】\])）]?\s*$/m.exec(text) ?? []
  return mark ? [{ code: 'CLASSIFIED_REFUSED', original: mark }] : []
}

/**
 * Whether 18 characters are laid out as a resident identity number of GB 11643: a province, a birth date. The check
 * character is not asked: a mistyped number still points at a person.
 */
export function looksLikeResidentId(text: string): boolean {
  const [, province, year, month, day] = /^(\d\d)\d{4}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/i.exec(text) ?? []
  if (!province || !provinceOfCode(province)) return false
  const born = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(born.getTime()) && born.getUTCDate() === Number(day)
}

const personal = [
  {
    pattern: /(?<![\dA-Z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dX](?![\dA-Z])/gi,
    holds: (found: string) => looksLikeResidentId(found.replace(/[ -]/g, '')),
    mark: '［身份证号码已去除］',
    code: 'PERSONAL_ID_STRIPPED',
  },
  {
    pattern: /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g,
    holds: () => true,
    mark: '［手机号码已去除］',
    code: 'PHONE_STRIPPED',
  },
] as const

/** Replaces what a pattern finds in the half-width reading of a text, and leaves the rest as it was written. */
function replaceHalfWidth(text: string, pattern: RegExp, mark: (found: string) => string | undefined): string {
  // One code unit for one, so that places in the reading are places in the text.
  const reading = text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
  let result = ''
  let at = 0
  for (const found of reading.matchAll(pattern)) {
    const replacement = mark(found[0])
    if (replacement === undefined) continue
    result += text.slice(at, found.index) + replacement
    at = found.index + found[0].length
  }
  return result + text.slice(at)
}
