import type { Doubt } from '#schema/flags.ts'
import { type Checked, isEmpty, plain } from './checked.ts'

/** A Chinese patent number: an application number (with `key` = `CN…`), or a publication number, which is no key. */
export type PatentNumber =
  | {
      readonly form: 'APPLICATION'
      /** As printed, `201710601862.3`; the patent number is `ZL` before it. */
      readonly number: string
      readonly kind: 'INVENTION' | 'UTILITY' | 'DESIGN'
      /** Entered the national phase from PCT. */
      readonly pct: boolean
      readonly year: number
    }
  | { readonly form: 'PUBLICATION'; readonly number: string; readonly kindCode: string }

/** Application number (check digit verified, or added when missing) or publication number. `today` is YYYY-MM-DD. */
export function checkPatentNumber(raw: unknown, options: { today?: string } = {}): Checked<PatentNumber> {
  if (isEmpty(raw)) return { flags: [] }
  const original = String(raw)
  const text = plain(raw).toUpperCase()
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return { flags: [{ code: 'IDENTIFIER_PRECISION_LOST', original }] }
  const publication = /^CN\s*(\d{7,9})\s*([A-CSUYD]\d?)$/.exec(text)
  if (publication) {
    const [, serial, kindCode] = publication as unknown as [string, string, string]
    return { value: { form: 'PUBLICATION', number: `CN${serial}${kindCode}`, kindCode }, flags: [] }
  }
  const digits = text.replace(/专利号|申请号|[:\s.·•-]|^\(?(ZL|CN)+/g, '').replace(/^(ZL|CN)+/, '')
  if (!/^(\d{12}|\d{8})[\dX]?$/.test(digits)) return { flags: [{ code: 'PATENT_NUMBER_FORMAT', original }] }
  const length = digits.length > 9 ? 12 : 8
  const body = digits.slice(0, length)
  const kind = kinds[body[length === 12 ? 4 : 2]!]
  const year = length === 12 ? Number(body.slice(0, 4)) : pastYear(body.slice(0, 2))
  const latest = Number(options.today?.slice(0, 4) ?? 2100)
  // The twelve-digit form began in October 2003 and the eight-digit form ended then.
  const inEra = length === 12 ? year >= 2003 && year <= latest : year >= 1985 && year <= 2003
  if (!kind || !inEra) return { flags: [{ code: 'PATENT_NUMBER_FORMAT', original }] }

  const computed = patentCheckDigit(body)
  const check = digits[length] ?? computed
  const flags: Doubt[] = []
  if (digits.length === length) {
    flags.push({ code: 'PATENT_CHECK_DIGIT_ADDED', original, interpreted: `${body}.${computed}` })
  } else if (check !== computed) {
    flags.push({ code: 'PATENT_CHECK_DIGIT', original, interpreted: `${body}.${computed}` })
  }
  const pct = body[length === 12 ? 4 : 2]! >= '8'
  return {
    value: { form: 'APPLICATION', number: `${body}.${check}`, kind, pct, year },
    key: `CN${body}${check}`,
    flags,
  }
}

/** Check digit of the 8 or 12 digits before it: weights 2…9 repeated from the left, modulo 11, X for ten. */
export function patentCheckDigit(body: string): string {
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * ((i % 8) + 2), 0)
  return sum % 11 === 10 ? 'X' : String(sum % 11)
}

const kinds: Record<string, 'INVENTION' | 'UTILITY' | 'DESIGN' | undefined> = {
  1: 'INVENTION',
  2: 'UTILITY',
  3: 'DESIGN',
  8: 'INVENTION',
  9: 'UTILITY',
}

function pastYear(twoDigits: string): number {
  const year = Number(twoDigits)
  return year >= 85 ? 1900 + year : 2000 + year
}
