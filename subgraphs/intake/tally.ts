import { HubError } from '#schema/errors.ts'
import type { FlagCode } from '#schema/flags.ts'
import type { Removal } from './map.ts'
import type { RawTable } from './read/table.ts'
import type { Kind } from './record.ts'
import { type Doubt, describeDoubt, type LibraryReport, type Refusal, type TableInfo } from './report.ts'
import type { LateDoubt, StagedRecord } from './stage.ts'
import type { TableRows } from './tables.ts'

// A report is for a person; beyond this many doubts only their counts go on.
const listedDoubts = 5000

/** What has been counted of one library while its rows pass by. */
export type Tally = {
  readonly library: string
  readonly kinds: Set<Kind>
  /** Values of the scope column, where the style has one. */
  readonly scopes: Set<string>
  scoped: boolean
  /** Whether its files say what changed; undefined before the first row. */
  delta: boolean | undefined
  readonly removals: PlacedRemoval[]
  read: number
  skipped: number
  readonly refusals: Refusal[]
  readonly counts: Partial<Record<FlagCode, number>>
  readonly doubts: Doubt[]
  more: number
  readonly fileFlags: FlagCode[]
  /** Files that were not UTF-8. */
  readonly fallbacks: Set<string>
  readonly tables: Map<object, TableInfo>
  /** Of each table, where a field stands in it. */
  readonly places: Map<string, TableRows['placeOf']>
}

/** A removal with the place of its row. */
export type PlacedRemoval = Removal & { readonly file: string; readonly sheet: string | undefined }

/** Counts one batch and gives back its records, ready to be staged. */
export function tally(
  tallies: Map<string, Tally>,
  { sheet, table, rows, skipped, delta, headerRow, placeOf }: TableRows,
): StagedRecord[] {
  const counted = of(tallies, sheet.library)
  counted.places.set(placeKey(table.file, table.sheet), placeOf)
  if (!counted.tables.has(table)) counted.tables.set(table, describeTable(table, sheet.library, headerRow))
  counted.kinds.add(sheet.record)
  for (const side of sheet.alongside ?? []) counted.kinds.add(side.record)
  if (sheet.scope !== undefined) counted.scoped = true
  counted.skipped += skipped
  if (table.encoding === 'GB18030' && !counted.fallbacks.has(table.file)) {
    counted.fallbacks.add(table.file)
    counted.fileFlags.push('ENCODING_FALLBACK_GB18030')
    note(counted, describeDoubt({ code: 'ENCODING_FALLBACK_GB18030', row: 0 }, table.file, undefined))
  }
  counted.read += rows.length
  if (rows.length > 0 && counted.delta !== undefined && counted.delta !== delta) {
    const sentence = `同一次提交中，有的文件有${sheet.delta?.column ?? '变更'}列、有的没有，无法判断是整库还是增量；请分开提交。`
    throw new HubError('BAD_FILE', `${table.file}：${sentence}`, { file: table.file })
  }
  if (rows.length > 0) counted.delta = delta
  const records: StagedRecord[] = []
  for (const row of rows) {
    if (row.outcome === 'removal') {
      counted.removals.push({ ...row.removal, file: table.file, sheet: table.sheet })
      continue
    }
    const told = new Set<string>()
    for (const doubt of row.outcome === 'refused' ? [row.doubt] : row.doubts) {
      // Records alongside read the same cells once more.
      const place = `${doubt.address} ${doubt.code} ${doubt.original}`
      if (!told.has(place)) note(counted, describeDoubt(doubt, table.file, table.sheet))
      told.add(place)
    }
    if (row.outcome === 'refused') {
      const { hash, doubt } = row
      const place = { file: table.file, ...(table.sheet !== undefined && { sheet: table.sheet }), row: row.row }
      counted.refusals.push({ ...place, code: doubt.code, hash })
      continue
    }
    for (const record of row.records) {
      if (record.scope !== null) counted.scopes.add(record.scope)
      records.push({ ...record, library: sheet.library })
    }
  }
  return records
}

/** Tells doubts that came up once all rows were there, each at the cell of its row. */
export function doubtLate(counted: Tally, late: readonly LateDoubt[]) {
  for (const { code, field, original, source } of late) {
    const { file, sheet, row } = source
    const column = counted.places.get(placeKey(file, sheet))?.(field)
    const place = column && { column: column.header, address: column.addressOf(row) }
    note(counted, describeDoubt({ code, row, ...place, ...(original !== null && { original }) }, file, sheet))
  }
}

/** Doubts removals of what is not there. */
export function doubtMissing(counted: Tally, missing: readonly PlacedRemoval[]) {
  for (const { file, sheet, localId, row, address, column } of missing) {
    counted.fileFlags.push('BROKEN_REFERENCE')
    note(counted, describeDoubt({ code: 'BROKEN_REFERENCE', row, address, column, original: localId }, file, sheet))
  }
}

/** The report of one library, as far as counting goes. */
export function reportOf(counted: Tally): LibraryReport {
  const { library, read, skipped, refusals, counts, doubts, more } = counted
  return { library, read, skipped, refused: refusals.length, counts, doubts, more }
}

function of(tallies: Map<string, Tally>, library: string): Tally {
  let counted = tallies.get(library)
  if (!counted) {
    counted = {
      library,
      kinds: new Set(),
      scopes: new Set(),
      scoped: false,
      delta: undefined,
      removals: [],
      read: 0,
      skipped: 0,
      refusals: [],
      counts: {},
      doubts: [],
      more: 0,
      fileFlags: [],
      fallbacks: new Set(),
      tables: new Map(),
      places: new Map(),
    }
    tallies.set(library, counted)
  }
  return counted
}

const placeKey = (file: string, sheet: string | undefined) => `${file}\n${sheet ?? ''}`

function describeTable({ file, sheet, form, encoding }: RawTable, library: string, headerRow: number): TableInfo {
  return { file, ...(sheet !== undefined && { sheet }), library, form, ...(encoding && { encoding }), headerRow }
}

function note(counted: Tally, doubt: Doubt) {
  counted.counts[doubt.code] = (counted.counts[doubt.code] ?? 0) + 1
  if (counted.doubts.length < listedDoubts) counted.doubts.push(doubt)
  else counted.more++
}
