/** A code as the graph shows it: the list it comes from, what it means, what was written, how well the two agree. */
export type CodedValue = {
  /** Code list with its edition, `GB/T 4754-2017`. */
  readonly scheme: string
  /** Null when nothing in the list fits. */
  readonly code: string | null
  readonly label: string
  readonly labelEn?: string
  /** What the source wrote. */
  readonly original: string
  readonly match: Match
}

/** Strength of a match: BROAD when the code is wider than the wording, NARROW when it is narrower. */
export type Match = 'EXACT' | 'CLOSE' | 'BROAD' | 'NARROW' | 'UNMAPPED'

/** A wording no entry fits, kept as it came. */
export function unmapped(scheme: string, original: string): CodedValue {
  return { scheme, code: null, label: original, original, match: 'UNMAPPED' }
}
