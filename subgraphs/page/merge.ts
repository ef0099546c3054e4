import { compare } from '../intake/checks/decimal.ts'
import type { Ordering } from './order.ts'

/** A row with the order's keys as text, as `keyColumns` selects them. */
export type Keyed = { readonly id: string } & Readonly<Record<`key${number}`, string>>

/** Rows of several places, each in the order given, as one. */
export function merged<Row extends Keyed>(parts: readonly Row[][], { keys }: Ordering, backward: boolean): Row[] {
  if (parts.length === 1) return parts[0]!
  const compares = keys.map(({ type, direction }, index) => {
    const compareValues = type === 'numeric' ? compareNumbers : compareText
    const sign = (direction === 'ASC') !== backward ? 1 : -1
    return (a: Row, b: Row) => sign * compareValues(a[`key${index}`]!, b[`key${index}`]!)
  })
  compares.push((a, b) => (backward ? -1 : 1) * compareText(a.id, b.id))
  return parts.flat().sort((a, b) => {
    for (const compareKeys of compares) {
      const order = compareKeys(a, b)
      if (order !== 0) return order
    }
    return 0
  })
}

/** By code points, as `COLLATE "C"` compares UTF-8. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

// A surrogate stands for a character beyond all that one unit can say.
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

function compareNumbers(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)]
  if (x !== y) return x < y ? -1 : 1
  return Number.isFinite(x) ? compare(a, b) : 0
}
