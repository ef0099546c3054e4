import type { Flag, Kind } from './record.ts'

/** A library's native format as one declarative value: which files, which columns, where each goes. */
export type Style = {
  /** Name a person gives on the command line; the library's own name unless it is a bundle. */
  readonly id: string
  /** Chinese name of the format, shown to clerks. */
  readonly title: string
  readonly sheets: readonly SheetStyle[]
}

/** One table of a native format: a workbook's sheet, a CSV file, the rows of a JSON document. */
export type SheetStyle = {
  /** The library these rows belong to. */
  readonly library: string
  /** File or zip-entry name it is found by, without folders. */
  readonly file: RegExp
  /** Sheet name in a workbook. */
  readonly sheet?: RegExp
  readonly format: 'xlsx' | 'csv' | 'json'
  /** Table or view of a province's own database that has the same columns, e.g. `rc_xx`; `lianku refresh` reads it. */
  readonly table?: string
  /** Path to the array of rows in a JSON document, e.g. `data.rows`. */
  readonly rows?: string
  /** A release of this sheet replaces only the records that share this column's value; the whole library if absent. */
  readonly scope?: string
  /** A column that says of each row what changed; where it stands, the file is no whole but what is to be changed. */
  readonly delta?: Marker
  readonly record: Kind
  /** Columns whose keyed digest becomes the local id where the source gives none; never a person's name alone. */
  readonly key?: readonly string[]
  readonly columns: readonly Column[]
  /** Further records the same row carries, e.g. the patent named in a row about an achievement. */
  readonly alongside?: readonly Alongside[]
}

/** Words of a marker column: which rows are to be taken in, and which name a record that is no more. */
export type Marker = { readonly column: string; readonly kept: readonly string[]; readonly removed: readonly string[] }

export type Alongside = {
  readonly record: Kind
  /** The column that must be filled (for a boolean column: true) for this record to exist. */
  readonly when: string
  /** As for the sheet; an organization without a local id takes its credit code, else its ministry code. */
  readonly key?: readonly string[]
  readonly columns: readonly Column[]
}

/** One column: its header, where its value goes, how it is read. */
export type Column = {
  /** Header as the source writes it; for a two-row header both joined by `/`. */
  readonly column: string
  /** Other wordings of the same header. */
  readonly also?: readonly string[]
  /** `localId`, or a dotted path of the record's fields, e.g. `organization.moeCode`; absent: read by nobody, kept for recognition. */
  readonly to?: string
  readonly as?: CellReader
  /** A row without it is refused. */
  readonly required?: boolean
  /** The sheet may lack the whole column. */
  readonly optional?: boolean
  readonly gate?: Gate
}

/**
 * What a column decides about its row before anything is stored.
 * `classified`: any value other than 公开 (or, for yes/no columns, 是) refuses the row without keeping its content;
 * 内部 restricts it. `restricted`: 是 stores the row out of public sight. `restrictedBy`: so do the values listed.
 */
export type Gate = 'classified' | 'restricted' | { readonly restrictedBy: readonly string[] }

/** A cell as the file has it: its text as shown, and for workbooks the typed value behind it. */
export type Cell = { readonly text: string; readonly value?: number | boolean; readonly address: string }

/** What a reader may know beside the cell. */
export type CellContext = {
  /** The header as it stands in the file, which may carry a unit. */
  readonly header: string
  /** Two-digit province code of the library; absent for national ones. */
  readonly province?: string
  /** ISO date of the run, for checks against the future. */
  readonly today: string
  /** Excel's 1904 date system. */
  readonly date1904: boolean
}

/** Interprets one cell. `undefined` value: nothing there, or not understood (then a flag says so). */
export type CellReader = (
  cell: Cell,
  context: CellContext,
) => { readonly value?: unknown; readonly flags?: readonly Flag[] }
