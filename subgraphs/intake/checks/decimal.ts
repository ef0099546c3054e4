/** Moves the decimal point to the right by `places`, keeping every digit and at least `decimals` decimals. */
export function shift(digits: string, places: number, decimals = 2): string {
  const [whole = '', fraction = ''] = digits.split('.')
  const moved = fraction.padEnd(places, '0')
  const left = (whole + moved.slice(0, places)).replace(/^0+(?=\d)/, '')
  const right = moved.slice(places).replace(/0+$/, '').padEnd(decimals, '0')
  return right ? `${left}.${right}` : left
}

/** Exact sum of two decimals. */
export function add(a: string, b: string): string {
  const [decimals, x, y] = aligned(a, b)
  const text = String(x + y).padStart(decimals + 1, '0')
  return decimals ? `${text.slice(0, -decimals)}.${text.slice(-decimals)}` : text
}

/** Negative, zero or positive as `a` is below, equal to or above `b`; exact. */
export function compare(a: string, b: string): number {
  const [, x, y] = aligned(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

function aligned(a: string, b: string): [decimals: number, a: bigint, b: bigint] {
  const decimals = Math.max(...[a, b].map((part) => part.split('.')[1]?.length ?? 0))
  return [decimals, BigInt(shift(a, decimals, 0)), BigInt(shift(b, decimals, 0))]
}
