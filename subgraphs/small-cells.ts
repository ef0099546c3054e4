/** Fewer of what is restricted than this are not counted aloud: a small number can point at somebody. */
const smallest = 5

/** A count of restricted content as it may be told: null for 1 to 4. */
export function toldCount(count: number): number | null {
  return count > 0 && count < smallest ? null : count
}

/**
 * The cells of one dimension that may be told, from many to few. Where one alone would be left out, the smallest of the
 * others goes with it: otherwise the total would give it away.
 */
export function toldCells<Cell extends { readonly count: number }>(cells: readonly Cell[]): readonly Cell[] {
  const told = cells.filter(({ count }) => toldCount(count) !== null)
  return cells.length - told.length === 1 ? told.slice(0, -1) : told
}
