import { Converter } from 'opencc-js/cn2t'
import type { Random } from './random.ts'

/**
 * Which rows carry which defect: of every defect its share of the rows and at least one row, never two defects on one
 * row. Rows come back by position; undefined means a clean row.
 */
export function spoil<Defect extends string>(
  rows: number,
  rates: Readonly<Record<Defect, number>>,
  random: Random,
): (Defect | undefined)[] {
  const plan: (Defect | undefined)[] = Array.from({ length: rows })
  for (const [defect, rate] of Object.entries(rates) as [Defect, number][]) {
    let wanted = Math.max(1, Math.round(rows * rate))
    while (wanted > 0 && plan.includes(undefined)) {
      const row = random.int(0, rows - 1)
      if (plan[row] === undefined) {
        plan[row] = defect
        wanted--
      }
    }
  }
  return plan
}

/** Rates every library shares; each writer adds its own beside them. */
export const commonRates = {
  /** The row is marked as a state secret and must be refused. */
  classified: 0.03,
  /** A mobile number, impossible in practice (13800000000), stands in a text. */
  phone: 0.01,
} as const

/** A number no operator hands out, of the form a mobile number has. */
export const impossiblePhone = '13800000000'

/** Laid out like a resident identity number, for a birth in 1800 and with a check character that does not fit. */
export const impossibleResidentId = '420000180001010000'

/** Digits, letters and the decimal point as full-width characters. */
export function fullWidth(text: string): string {
  return text.replace(/[0-9A-Za-z.]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
}

/** The text in Traditional script. */
export const traditional: (text: string) => string = Converter({ from: 'cn', to: 't' })

/** An identifier whose check character was mistyped. */
export function mistyped(identifier: string): string {
  return identifier.slice(0, -1) + (identifier.endsWith('0') ? '1' : '0')
}

/** `zl 2021 1 0900001.2`: a patent number as people write it. */
export function spacedPatentNumber(number: string): string {
  return `ZL ${number.slice(0, 4)} ${number.slice(4, 5)} ${number.slice(5, 12)}.${number.slice(12)}`
}

/** What is left of an all-digit credit code that a spreadsheet took for a number. */
export function damagedCreditCode(regionCode: string): string {
  return `91${regionCode}2000000000`
}
