import { type FlagCode, flags, type Severity } from '#schema/flags.ts'
import type { CellDoubt } from './build.ts'

/** What one run did, as its sender reads it. */
export type Report = {
  readonly style: string
  readonly files: readonly FileInfo[]
  /** What was found in them. */
  readonly tables: readonly TableInfo[]
  readonly libraries: readonly LibraryReport[]
  /** Rows, sheets and columns that nobody reads, in Chinese. */
  readonly notices: readonly string[]
}

export type FileInfo = { readonly name: string; readonly bytes: number; readonly sha256: string }

/** One table as it was read: what it was taken for, in which encoding, and the last row of its header. */
export type TableInfo = {
  readonly file: string
  readonly sheet?: string
  readonly library: string
  readonly form: 'csv' | 'xlsx' | 'json'
  /** Where the rows of JSON stand, `data.rows`. */
  readonly path?: string
  readonly encoding?: string
  readonly headerRow: number
}

export type LibraryReport = {
  readonly library: string
  /** Rows read, totals and repeated headers aside. */
  readonly read: number
  /** Total rows and repeated headers. */
  readonly skipped: number
  readonly refused: number
  /** Absent in a dry run without a database. */
  readonly release?: ReleaseSummary
  readonly counts: Readonly<Partial<Record<FlagCode, number>>>
  readonly doubts: readonly Doubt[]
  /** Doubts beyond those listed. */
  readonly more: number
}

/** What a release would do, or did. `read = inserted + changed + unchanged + refused + held`; removed comes beside. */
export type ReleaseSummary = {
  readonly id: string
  readonly library: string
  readonly number: number
  readonly state: ReleaseState
  readonly read: number
  readonly inserted: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
  readonly held: number
  readonly removed: number
  /** Records that came under another id with their content unchanged; they count among the new, changed and removed too. */
  readonly reidentified: number
  /** Public records of the library in force afterwards. */
  readonly rows: number
}

export type ReleaseState = 'IN_FORCE' | 'SUPERSEDED' | 'HELD' | 'DECLINED'

/** One doubt with its place, its sentence, what stood there and how it was understood. */
export type Doubt = {
  readonly file: string
  readonly sheet?: string
  readonly row: number
  readonly address?: string
  readonly column?: string
  readonly code: FlagCode
  readonly severity: Severity
  readonly message: string
  readonly original?: string
  readonly interpreted?: string
}

/** A row that was not taken: where, why, and a keyed digest of it. */
export type Refusal = {
  readonly file: string
  readonly sheet?: string
  readonly row: number
  readonly code: FlagCode
  readonly hash: string
}

/** A doubt as the report lists it. */
export function describeDoubt(doubt: CellDoubt, file: string, sheet: string | undefined): Doubt {
  const { code, row, address, column, original, interpreted } = doubt
  return {
    file,
    ...(sheet !== undefined && { sheet }),
    row,
    ...(address !== undefined && { address }),
    ...(column !== undefined && { column }),
    code,
    severity: flags[code].severity,
    message: flags[code].zh,
    ...(original !== undefined && { original }),
    ...(interpreted !== undefined && { interpreted }),
  }
}
