import type { CodedValue } from '#schema/codes/coded-value.ts'
import type { Doubt, FlagCode } from '#schema/flags.ts'
import { type AmountUnit, checkAmount } from './checks/amount.ts'
import { type Checked, isEmpty, plain } from './checks/checked.ts'
import { checkCreditCode } from './checks/credit-code.ts'
import { checkPartialDate } from './checks/partial-date.ts'
import { checkPatentNumber } from './checks/patent-number.ts'
import { checkRegion } from './checks/region.ts'
import type { Money } from './record.ts'
import type { Cell, CellContext, CellReader } from './style.ts'
import { fold } from './text/fold.ts'

/** Text exactly as it stands. */
export function text(): CellReader {
  return ({ text }) => (isBlank(text) ? nothing : { value: text })
}

/** A key of the source's own: outer space, characters nobody sees and a number's `.0` are no part of it. */
export function identifier(): CellReader {
  return (cell) => {
    const value = plain(wholeNumber(cell).replace(/\p{Cf}/gu, ''))
    return isBlank(value) ? nothing : { value }
  }
}

/** A number; full-width digits and thousands separators are understood, anything else is doubted. */
export function number(): CellReader {
  return (cell) => {
    if (typeof cell.value === 'number') return { value: cell.value }
    if (isBlank(cell.text)) return nothing
    const digits = plain(cell.text).replace(/(?<=\d),(?=\d{3}(\D|$))/g, '')
    const value = Number(digits)
    return digits !== '' && Number.isFinite(value) && /^[-+.\d]+$/.test(digits)
      ? { value }
      : doubt('NUMBER_TEXT_MIXED', cell)
  }
}

/** A count: a whole number from 0. */
export function integer(): CellReader {
  const read = number()
  return (cell, context) => {
    const answer = read(cell, context)
    const { value } = answer
    if (value === undefined) return answer
    return Number.isSafeInteger(value) && Number(value) >= 0 ? answer : doubt('VALUE_NOT_ALLOWED', cell)
  }
}

/** 是/否 in all the ways forms write it. */
export function boolean(): CellReader {
  return (cell) => {
    if (typeof cell.value === 'boolean') return { value: cell.value }
    if (isBlank(cell.text)) return nothing
    const value = truth.get(fold(cell.text))
    return value === undefined ? doubt('VALUE_NOT_ALLOWED', cell) : { value }
  }
}

const truth = new Map<string, boolean>([
  ...['是', '√', '✓', '✔', '☑', '1', 'y', 'yes', 'true', 't', '有', '对'].map((word) => [word, true] as const),
  ...['否', '×', '✗', '✘', 'x', '0', 'n', 'no', 'false', 'f', '不是'].map((word) => [word, false] as const),
])

/** Several values in one cell, separated by ；;、,， outside of brackets and 《》; `also` names further separators. */
export function list(options: { readonly also?: RegExp } = {}): CellReader {
  return ({ text }) => {
    if (isBlank(text)) return nothing
    const value = splitList(text, options.also)
    return value.length > 0 ? { value } : nothing
  }
}

/** The parts of a list, outer space and empty tokens gone. */
export function splitList(text: string, also?: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const character of text) {
    if ('《（(“「'.includes(character)) depth++
    if ('》）)”」'.includes(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && ('；;、,，\n'.includes(character) || also?.test(character))) {
      parts.push(part)
      part = ''
    } else part += character
  }
  return [...parts, part].map((entry) => entry.trim()).filter((entry) => !isBlank(entry))
}

/** Money as exact yuan. The unit stands in the header, else the format fixes it (`unit`), else in the cell. */
export function yuan(unit?: AmountUnit): CellReader {
  return (cell, { header }) => {
    if (isBlank(cell.text)) return nothing
    const named = /[(（](元|万元|亿元)[)）]/.exec(header)?.[1] as AmountUnit | undefined
    const known = named ?? unit
    const { value, flags } = checkAmount(typed(cell), known ? { unit: known } : {})
    const money: Money = { ...(value?.yuan && { yuan: value.yuan }), text: cell.text }
    return { value: money, flags: flags.map(toFlag) }
  }
}

/** A date as precise as it was written. Deadlines may lie ahead, so the future is no doubt here. */
export function partialDate(): CellReader {
  return (cell, context) => readDate(cell, context, undefined)
}

/** A date of something that has happened. */
export function pastDate(): CellReader {
  return (cell, context) => readDate(cell, context, context.today)
}

/** Only the year of a date, where the day is nobody's business. */
export function year(): CellReader {
  return (cell, context) => {
    const answer = readDate(cell, context, context.today)
    const { value } = answer
    return typeof value === 'string' ? { value: value.slice(0, 4), flags: answer.flags ?? [] } : answer
  }
}

/** A reporting period such as `2023H1` or `2023Q3`, or a date. */
export function period(): CellReader {
  return (cell) => {
    const { value, flags } = checkPartialDate(typed(cell))
    return answer(value?.value, flags)
  }
}

function readDate(cell: Cell, context: CellContext, today: string | undefined) {
  const { value, flags } = checkPartialDate(typed(cell), {
    serials: context.date1904 ? 1904 : 1900,
    ...(today && { today }),
  })
  if (value && (value.precision === 'HALF_YEAR' || value.precision === 'QUARTER')) {
    const interpreted = value.value.slice(0, 4)
    return { value: interpreted, flags: [{ code: 'DATE_AMBIGUOUS' as const, original: cell.text, interpreted }] }
  }
  return answer(value?.value, flags)
}

/** One value of a code list, by a check such as `(raw) => checkIpc(raw)`. */
export function coded(check: (raw: string, context: CellContext) => Checked<CodedValue>): CellReader {
  return (cell, context) => {
    if (isBlank(cell.text)) return nothing
    const { value, flags } = check(wholeNumber(cell), context)
    return answer(value, flags)
  }
}

/** Several values of a code list in one cell. */
export function codedList(
  check: (raw: string, context: CellContext) => Checked<CodedValue>,
  options: { readonly also?: RegExp } = {},
): CellReader {
  return (cell, context) => {
    if (isBlank(cell.text)) return nothing
    const read = splitList(wholeNumber(cell), options.also).map((part) => check(part, context))
    const value = read.flatMap((one) => one.value ?? [])
    return answer(
      value.length > 0 ? value : undefined,
      read.flatMap((one) => one.flags),
    )
  }
}

/** A place by code or name; outside the library's province is doubted mildly. */
export function region(): CellReader {
  return coded((raw, { province }) => checkRegion(raw, province ? { province } : {}))
}

/** Unified social credit code. */
export function creditCode(): CellReader {
  return (cell) => {
    if (isBlank(cell.text)) return nothing
    const { value, flags } = checkCreditCode(cell.text)
    return answer(value, flags)
  }
}

/** Five-digit school code of the Ministry of Education, also out of the ten-digit identification code. */
export function moeCode(): CellReader {
  return (cell) => {
    if (isBlank(cell.text)) return nothing
    const [, code] = /^(?:4\d{4})?(\d{5})$/.exec(plain(wholeNumber(cell))) ?? []
    return code ? { value: code } : doubt('VALUE_NOT_ALLOWED', cell)
  }
}

/** One patent as its key form `CN…`. */
export function patentNumber(): CellReader {
  return (cell, { today }) => {
    if (isBlank(cell.text)) return nothing
    const { key, flags } = checkPatentNumber(wholeNumber(cell), { today })
    return answer(key, key || flags.length > 0 ? flags : [notAllowed(cell.text)])
  }
}

/** Several patents as key forms; one that cannot be read is named in a flag and left out. */
export function patentNumbers(): CellReader {
  return (cell, { today }) => {
    if (isBlank(cell.text)) return nothing
    const read = splitList(wholeNumber(cell)).map((part) => {
      const { key, flags } = checkPatentNumber(part, { today })
      return { key, flags: key || flags.length > 0 ? flags : [notAllowed(part)] }
    })
    const value = [...new Set(read.flatMap(({ key }) => key ?? []))]
    return answer(
      value.length > 0 ? value : undefined,
      read.flatMap(({ flags }) => flags),
    )
  }
}

/** A publication number `CN114081026A`. */
export function publicationNumber(): CellReader {
  return (cell, { today }) => {
    if (isBlank(cell.text)) return nothing
    const { value, flags } = checkPatentNumber(cell.text, { today })
    if (value?.form === 'PUBLICATION') return { value: value.number }
    return { flags: flags.length > 0 ? flags.map(toFlag) : [{ code: 'PATENT_NUMBER_FORMAT', original: cell.text }] }
  }
}

/** The source's word for one of the hub's values: `{ 个人: 'PERSON', 团队: 'TEAM' }`. */
export function enumerated<Value extends string>(words: Readonly<Record<string, Value>>): CellReader {
  const known = new Map(Object.entries(words).map(([word, value]) => [fold(word), value]))
  return (cell) => {
    if (isBlank(cell.text)) return nothing
    const value = known.get(fold(wholeNumber(cell)))
    return value === undefined ? doubt('VALUE_NOT_ALLOWED', cell) : { value }
  }
}

/** What an outside check found, as a cell reader answers it. */
export function checked(check: (raw: string, context: CellContext) => Checked<unknown>): CellReader {
  return (cell, context) => {
    if (isBlank(cell.text)) return nothing
    const { value, flags } = check(cell.text, context)
    return answer(value, flags)
  }
}

const nothing: ReturnType<CellReader> = {}

/** 无, /, —, 暂无, N/A and the like. */
export function isBlank(text: string): boolean {
  return text === '' || (text.length <= 12 && mayBeBlank.test(text) && isEmpty(text))
}

// What a token for nothing may begin with; everything else needs no closer look.
const mayBeBlank = /^[\s无没暂未不\-—–－/／nｎ]/i

/** What a check reads: the number itself unless the text says more, such as a formatted date. */
function typed(cell: Cell): string | number {
  return typeof cell.value === 'number' && /^[-+\d.,E]+$/i.test(cell.text) ? cell.value : cell.text
}

/** Text of a cell; `10486.0` in a number cell is the code 10486. */
function wholeNumber({ text, value }: Cell): string {
  return typeof value === 'number' ? text.replace(/^(\d+)\.0+$/, '$1') : text
}

function answer(value: unknown, flags: readonly Doubt[]): ReturnType<CellReader> {
  if (flags.length === 0) return value === undefined ? nothing : { value }
  return { ...(value !== undefined && { value }), flags: flags.map(toFlag) }
}

function toFlag({ code, original, interpreted }: Doubt) {
  return { code, original, ...(interpreted !== undefined && { interpreted }) }
}

function doubt(code: FlagCode, cell: Cell): ReturnType<CellReader> {
  return { flags: [{ code, original: cell.text }] }
}

function notAllowed(original: string): Doubt {
  return { code: 'PATENT_NUMBER_FORMAT', original }
}
