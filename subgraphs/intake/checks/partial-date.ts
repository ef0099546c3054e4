import type { Doubt } from '#schema/flags.ts'
import { type Checked, isEmpty, plain } from './checked.ts'
import { arabicNumerals } from './numerals.ts'

/** A date as precise as its source: `2023`, `2023H1`, `2023Q2`, `2023-06` or `2023-06-30`. */
export type PartialDate = {
  readonly value: string
  readonly precision: 'YEAR' | 'HALF_YEAR' | 'QUARTER' | 'MONTH' | 'DAY'
  readonly original: string
}

/**
 * Reads a date, in Asia/Shanghai; the key is its first day, YYYY-MM-DD, for sorting. With `today` (YYYY-MM-DD) a later
 * date is doubted. `serials` names the epoch of spreadsheet day numbers.
 */
export function checkPartialDate(
  raw: unknown,
  options: { today?: string; serials?: 1900 | 1904 } = {},
): Checked<PartialDate> {
  if (isEmpty(raw)) return { flags: [] }
  const original = String(raw).trim()
  const text = arabicNumerals(plain(raw)).replace(/^(截至|于)|[前止]$/g, '')
  const read = readSerial(raw, text, options.serials ?? 1900) ?? readLost(raw, text) ?? readText(text)
  if (!read) return { flags: [{ code: 'DATE_INVALID', original }] }
  const { value, doubt } = read
  if (value === undefined) return { flags: [{ code: doubt ?? 'DATE_INVALID', original }] }
  const day = firstDay(value)
  if (!isDay(day)) return { flags: [{ code: 'DATE_INVALID', original }] }
  const flags: Doubt[] = []
  if (doubt) flags.push({ code: doubt, original, interpreted: value })
  if (options.today && day > options.today) flags.push({ code: 'DATE_IN_FUTURE', original, interpreted: value })
  return { value: { value, precision: precisionOf(value), original }, key: day, flags }
}

/** First day of a partial date such as `2023`, `2023H2`, `2023Q3` or `2023-06`. */
export function firstDay(value: string): string {
  const [, year, kind, part] = /^(\d{4})(H|Q|-)?(.*)$/.exec(value)!
  if (kind === 'H') return `${year}-${part === '1' ? '01' : '07'}-01`
  if (kind === 'Q') return `${year}-${two((Number(part) - 1) * 3 + 1)}-01`
  return [year, ...(part ? part.split('-') : []), '01', '01'].slice(0, 3).join('-')
}

/** Doubts a range whose end lies before its start; `2023` may well end `2023-05`. */
export function checkDateRange(from: Checked<PartialDate>, to: Checked<PartialDate>): readonly Doubt[] {
  if (!from.key || !to.key || from.key <= to.key || from.value!.value.startsWith(to.value!.value)) return []
  return [{ code: 'DATE_RANGE_REVERSED', original: `${from.value!.original} → ${to.value!.original}` }]
}

type Read = { readonly value?: string; readonly doubt?: 'DATE_AMBIGUOUS' | 'DATE_INVALID' }

/** Day numbers a spreadsheet wrote in place of a date, with or without a time of day behind the point. */
function readSerial(raw: unknown, text: string, epoch: 1900 | 1904): Read | undefined {
  const [, whole] = /^(\d{5})(\.\d+)?$/.exec(text) ?? []
  if (!whole) return undefined
  const serial = Number(whole) + (epoch === 1904 ? 1462 : 0)
  // Text such as 00123 is an identifier in the wrong column; numbers from 1954 to 2064 can be dates.
  if (typeof raw !== 'number' && (serial < 20000 || serial > 60500)) return { doubt: 'DATE_INVALID' }
  return { value: new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10) }
}

/** `2023.10` typed as a number arrives as 2023.1, so a number ending in .1 may be January or October. */
function readLost(raw: unknown, text: string): Read | undefined {
  const [, year] = /^((?:19|20)\d\d)\.1$/.exec(text) ?? []
  if (!year) return undefined
  return { value: typeof raw === 'number' ? year : `${year}-01`, doubt: 'DATE_AMBIGUOUS' }
}

function readText(text: string): Read | undefined {
  for (const [pattern, read] of forms) {
    const found = pattern.exec(text)
    if (found) return read(found.slice(1).map((part) => part ?? ''))
  }
  return undefined
}

const year = '((?:19|20)\\d\\d)'
const clock = '(?:[T\\s]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?'

const forms: readonly (readonly [RegExp, (parts: string[]) => Read])[] = [
  [
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))$/,
    ([instant]) => readInstant(instant!),
  ],
  [new RegExp(`^${year}(\\d{2})(\\d{2})(?:\\d{6})?$`), ([y, m, d]) => ({ value: `${y}-${m}-${d}` })],
  [new RegExp(`^${year}(0[1-9]|1[0-2])$`), ([y, m]) => ({ value: `${y}-${m}` })],
  [new RegExp(`^${year}年?$`), ([y]) => ({ value: y! })],
  [
    new RegExp(`^${year}年?(?:H|第?)([12]|上|下)(?:半年|(?<=H[12]))$`, 'i'),
    ([y, h]) => ({ value: `${y}H${half(h!)}` }),
  ],
  [new RegExp(`^${year}年?(?:Q([1-4])|第?([1-4])季度)$`, 'i'), ([y, q, k]) => ({ value: `${y}Q${q || k}` })],
  [new RegExp(`^${year}[-./年]\\s*(\\d{1,2})\\s*月?$`), ([y, m]) => ({ value: `${y}-${two(m!)}` })],
  [new RegExp(`^${year}年(\\d{1,2})月[上中下]旬$`), ([y, m]) => ({ value: `${y}-${two(m!)}` })],
  [new RegExp(`^${year}年(\\d{1,2})月底$`), ([y, m]) => ({ value: lastDay(Number(y), Number(m)) })],
  [new RegExp(`^${year}年底$`), ([y]) => ({ value: `${y}-12-31` })],
  [
    new RegExp(`^${year}[-./年]\\s*(\\d{1,2})[-./月]\\s*(\\d{1,2})日?${clock}$`),
    ([y, m, d]) => ({ value: `${y}-${two(m!)}-${two(d!)}` }),
  ],
  [new RegExp(`^(\\d{1,2})[-./](\\d{1,2})[-./]${year}${clock}$`), ([a, b, y]) => readWestern(a!, b!, y!)],
  [/^\d{6}$|^\d{1,2}[-./年]\d{1,2}([-./月]\d{1,2}日?)?$/, () => ({ doubt: 'DATE_AMBIGUOUS' })],
]

/** An instant with a zone, as the day it falls on in China. */
function readInstant(instant: string): Read {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) return { doubt: 'DATE_INVALID' }
  return { value: new Date(time + 8 * 3_600_000).toISOString().slice(0, 10) }
}

/** Day first or month first: only a number above 12 tells. Otherwise the year alone is certain. */
function readWestern(a: string, b: string, y: string): Read {
  if (a === b || Number(b) > 12) return { value: `${y}-${two(a)}-${two(b)}` }
  if (Number(a) > 12) return { value: `${y}-${two(b)}-${two(a)}` }
  return { value: y, doubt: 'DATE_AMBIGUOUS' }
}

function half(word: string): string {
  return word === '1' || word === '上' ? '1' : '2'
}

function lastDay(y: number, m: number): string {
  return `${y}-${two(m)}-${two(new Date(Date.UTC(y, m, 0)).getUTCDate())}`
}

function isDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

function precisionOf(value: string): PartialDate['precision'] {
  if (value.includes('H')) return 'HALF_YEAR'
  if (value.includes('Q')) return 'QUARTER'
  return value.length === 4 ? 'YEAR' : value.length === 7 ? 'MONTH' : 'DAY'
}

function two(part: number | string): string {
  return String(part).padStart(2, '0')
}
