import type { Encoding } from '../decode.ts'

/** What reading a file yields: a table is opened, its rows follow, then the next one. Plain values, so they can cross to another process. */
export type ReadEvent =
  | { readonly type: 'table'; readonly table: RawTable }
  | { readonly type: 'rows'; readonly rows: readonly RawRow[]; readonly keys?: readonly string[] }
  | { readonly type: 'end'; readonly declaredRows?: number }
  | { readonly type: 'ignored'; readonly file: string; readonly why: string }

/** One grid: a CSV file, a sheet, the rows of a JSON document. */
export type RawTable = {
  /** Path as the sender knows it, with the bundle's name before an entry's: `HLJ_2023H1.zip/人才库.csv`. */
  readonly file: string
  readonly sheet?: string
  readonly form: 'csv' | 'xlsx' | 'json'
  /** Where the rows of JSON stand, `data.rows`. */
  readonly path?: string
  readonly encoding?: Encoding
  readonly date1904: boolean
  /** Marked as invented for trial by the bundle or the document itself. */
  readonly synthetic: boolean
  /** Merged areas near the top, where headers are. */
  readonly merges: readonly Merge[]
}

/** Rows and columns from 0, both ends included. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

export type RawRow = {
  /** Row as its owner counts it, from 1. */
  readonly row: number
  readonly cells: readonly RawCell[]
}

/** Text as shown, or with the typed value behind it; null where there is nothing. */
export type RawCell = string | { readonly text: string; readonly value: number | boolean } | null

/** What reading may be told: where a JSON file keeps its rows, by file name. */
export type ReadOptions = { readonly jsonRows: readonly { readonly file: RegExp; readonly rows: string }[] }

export const batchRows = 1000
/** Rows of long texts come fewer at a time. */
export const batchCharacters = 2 ** 20
export const mostColumns = 1000

/** The word a file carries where it is invented: in a title or note row, a JSON member or a bundle's comment. */
export const syntheticMark = /SYNTHETIC/

/** A1 name of a cell; row and column from 1. */
export function address(row: number, column: number): string {
  return columnName(column) + row
}

/** Letters of a column from 1: A, …, Z, AA, …. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}
