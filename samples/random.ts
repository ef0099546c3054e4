/** A repeatable stream of chances. The same name always gives the same stream, on every machine. */
export type Random = {
  /** In [0, 1). */
  next(): number
  /** Whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** `count` different members (all of them when there are fewer), in the list's order. */
  some<T>(list: readonly T[], count: number): T[]
}

/** Streams are named by what they are for, so that a new column somewhere does not change every other record. */
export function randomOf(...name: readonly (string | number)[]): Random {
  let state = hash(name.join('/'))
  // mulberry32: 32 bits of state are plenty for words drawn from lists.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const some = <T>(list: readonly T[], count: number): T[] => {
    let wanted = count
    return list.filter((_, i) => next() * (list.length - i) < wanted && wanted-- > 0)
  }
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)]!,
    some,
  }
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value
}
