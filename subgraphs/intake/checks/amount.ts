import type { Doubt } from '#schema/flags.ts'
import { type Checked, isEmpty, plain } from './checked.ts'
import { add, shift } from './decimal.ts'
import { arabicNumerals } from './numerals.ts'

export type AmountUnit = '元' | '万元' | '亿元'

/** Money as exact decimal yuan (`500000.00`, at least two decimals), with the wording it came from. */
export type Money = {
  /** Null when a bare number may mean yuan as well as 万元. */
  readonly yuan: string | null
  readonly original: string
  readonly unit: AmountUnit | 'UNKNOWN'
  readonly comparator: Comparator
}

export type Comparator = 'EXACT' | 'AT_LEAST' | 'AT_MOST' | 'APPROX' | 'MORE_THAN' | 'EXPECTED'

/**
 * Reads an amount. `unit` is what the column header says; `assume` is what a style takes a bare number for, always
 * with a flag. Digits are moved as text, so none is ever lost.
 */
export function checkAmount(raw: unknown, options: { unit?: AmountUnit; assume?: AmountUnit } = {}): Checked<Money> {
  if (isEmpty(raw)) return { flags: [] }
  const original = String(raw).trim()
  const text = plain(raw).replace(/\s/g, '')
  if (/[$€£]|美元|美金|欧元|日元|港币|港元|英镑|USD|EUR|HKD/i.test(text)) {
    return { flags: [{ code: 'AMOUNT_NOT_YUAN', original }] }
  }
  const comparator = comparators.find(([pattern]) => pattern.test(text))?.[1] ?? 'EXACT'
  const bare = arabicNumerals(comparators.reduce((rest, [pattern]) => rest.replace(pattern, ''), text))
    .replace(/人民币|RMB|CNY|¥|整$|[()]/gi, '')
    .replace(/圆/g, '元')
  const range = /^([^-~至到]+)[-~至到]+([^-~至到]+)$/.exec(bare)
  if (range) return readRange(original, range[1]!, range[2]!, options)

  const read = readNumber(bare)
  if (!read) return { flags: [{ code: 'NUMBER_TEXT_MIXED', original }] }
  const flags: Doubt[] = []
  const assumed = options.unit ?? options.assume
  const conflict = read.unit && options.unit && exponents[read.unit] !== exponents[options.unit]
  const unit = read.unit ?? assumed ?? (isAmbiguous(read.digits) ? undefined : '元')
  const yuan = unit && shift(read.digits, read.unit ? read.exponent : exponents[unit])
  if (conflict || (!read.unit && !options.unit)) {
    flags.push({ code: 'AMOUNT_UNIT_ASSUMED', original, ...(yuan && { interpreted: `${yuan} 元` }) })
  }
  return { value: { yuan: yuan ?? null, original, unit: unit ?? 'UNKNOWN', comparator }, flags }
}

// The longer wording comes first: 不超过 holds 超过.
const comparators: readonly (readonly [RegExp, Comparator])[] = [
  [/最高不超过|不超过|不高于|不多于|至多|最高|以内|以下|[≤<]=?/, 'AT_MOST'],
  [/不低于|不少于|至少|以上|≥|>=/, 'AT_LEAST'],
  [/超过|多于|[余多](?=[万亿元]|$)|>/, 'MORE_THAN'],
  [/左右|大约|约|上下/, 'APPROX'],
  [/预计|预期|达到|计划/, 'EXPECTED'],
]

const exponents: Record<AmountUnit, number> = { 元: 0, 万元: 4, 亿元: 8 }
const powers: Record<string, number> = { 十: 1, 百: 2, 千: 3, '': 0 }

/** `1亿2000万元` and the like: digits and the power of ten they stand for. */
function readNumber(text: string): { digits: string; exponent: number; unit?: AmountUnit } | undefined {
  const scientific = /^(\d(?:\.\d+)?)E\+?(\d{1,2})$/i.exec(text)
  if (scientific) return { digits: shift(scientific[1]!, Number(scientific[2]), 0), exponent: 0 }
  const parts = [...text.matchAll(/(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([十百千]?)(亿|万)?元?/g)]
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text) return undefined
  const read = parts.map(([whole, digits, small, large]) => ({
    digits: digits!.replace(/,/g, ''),
    exponent: powers[small ?? '']! + (large === '亿' ? 8 : large === '万' ? 4 : 0),
    unit: large ? (`${large}元` as AmountUnit) : whole.endsWith('元') ? ('元' as const) : undefined,
  }))
  const [first, ...rest] = read as [(typeof read)[0], ...typeof read]
  if (rest.length === 0) {
    // 5千 says no unit; 5千元 and 5千万 do.
    const unit = first.unit ?? (first.exponent > 0 ? '元' : undefined)
    return { digits: first.digits, exponent: first.exponent, ...(unit && { unit }) }
  }
  if (read.some((part, i) => i > 0 && part.exponent >= read[i - 1]!.exponent)) return undefined
  const digits = read.map((part) => shift(part.digits, part.exponent, 0)).reduce(add)
  return { digits, exponent: 0, unit: first.unit ?? '元' }
}

/** A range is kept as its lower bound, with a flag that prints both ends. */
function readRange(original: string, low: string, high: string, options: object): Checked<Money> {
  const upper = checkAmount(high, options)
  const tail = /(元|万|亿).*$/.exec(high)?.[0] ?? ''
  const lower = checkAmount(/[元万亿]/.test(low) ? low : low + tail, options)
  if (!lower.value?.yuan || !upper.value?.yuan) return { flags: [{ code: 'NUMBER_TEXT_MIXED', original }] }
  return {
    value: { ...lower.value, original, comparator: 'AT_LEAST' },
    flags: [
      ...lower.flags.map((flag) => ({ ...flag, original })),
      { code: 'NUMBER_TEXT_MIXED', original, interpreted: `${lower.value.yuan} 元至 ${upper.value.yuan} 元` },
    ],
  }
}

/** Below 100,000 a bare number is as likely 万元 as 元. */
function isAmbiguous(digits: string): boolean {
  return digits.split('.')[0]!.replace(/^0+/, '').length < 6
}
