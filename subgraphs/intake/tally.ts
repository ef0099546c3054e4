import { HubError } from '#schema/errors.ts'
import type { FlagCode } from '#schema/flags.ts'
import type { RawTable } from './read/table.ts'
import type { Kind } from './record.ts'
import { type Doubt, describeDoubt, type LibraryReport, type TableInfo } from './report.ts'
import type { Late, LateDoubt, PlacedRemoval, Staged, StagedRecord, StagedRefusal, StagedRemoval } from './stage.ts'
import type { TableRows } from './tables.ts'

/** A report is for a person; beyond this many doubts only their counts go on. */
export const listedDoubts = 5000
// And beyond this many characters that they quote.
const quotedCharacters = 2 ** 21

/** What has been counted of one library while its rows pass by. */
export type Tally = {
  readonly library: string
  readonly kinds: Set<Kind>
  /** Values of the scope column, where the style has one. */
  readonly scopes: Set<string>
  scoped: boolean
  /** Whether its files say what changed; undefined before the first row. */
  delta: boolean | undefined
  read: number
  skipped: number
  refused: number
  readonly counts: Partial<Record<FlagCode, number>>
  readonly doubts: Doubt[]
  more: number
  quoted: number
  readonly fileFlags: Partial<Record<FlagCode, number>>
  /** Files that were not UTF-8. */
  readonly fallbacks: Set<string>
  readonly tables: Map<object, TableInfo>
  /** Of each table, where a field stands in it. */
  readonly places: Map<string, TableRows['placeOf']>
}

/** Counts one batch and gives back what it brings, ready to be staged. */
export function tally(
  tallies: Map<string, Tally>,
  { sheet, table, rows, skipped, delta, headerRow, placeOf }: TableRows,
): Staged {
  const counted = of(tallies, sheet.library)
  counted.places.set(placeKey(table.file, table.sheet), placeOf)
  if (!counted.tables.has(table)) counted.tables.set(table, describeTable(table, sheet.library, headerRow))
  counted.kinds.add(sheet.record)
  for (const side of sheet.alongside ?? []) counted.kinds.add(side.record)
  if (sheet.scope !== undefined) counted.scoped = true
  counted.skipped += skipped
  if (table.encoding === 'GB18030' && !counted.fallbacks.has(table.file)) {
    counted.fallbacks.add(table.file)
    flagFile(counted, 'ENCODING_FALLBACK_GB18030', 1)
    note(counted, describeDoubt({ code: 'ENCODING_FALLBACK_GB18030', row: 0 }, table.file, undefined))
  }
  counted.read += rows.length
  if (rows.length > 0 && counted.delta !== undefined && counted.delta !== delta) {
    const sentence = `同一次提交中，有的文件有${sheet.delta?.column ?? '变更'}列、有的没有，无法判断是整库还是增量；请分开提交。`
    throw new HubError('BAD_FILE', `${table.file}：${sentence}`, { file: table.file })
  }
  if (rows.length > 0) counted.delta = delta
  const library = counted.library
  const records: StagedRecord[] = []
  const refusals: StagedRefusal[] = []
  const removals: StagedRemoval[] = []
  for (const row of rows) {
    if (row.outcome === 'removal') {
      removals.push({ ...row.removal, library, file: table.file, sheet: table.sheet })
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
      const { hash, doubt, of } = row
      const place = { file: table.file, ...(table.sheet !== undefined && { sheet: table.sheet }), row: row.row }
      refusals.push({ ...place, library, code: doubt.code, hash, ...(of && { of }) })
      continue
    }
    for (const record of row.records) {
      if (record.scope !== null) counted.scopes.add(record.scope)
      records.push({ ...record, library })
    }
  }
  counted.refused += refusals.length
  return { records, refusals, removals }
}

/** Tells doubts that came up once all rows were there, each at the cell of its row. */
export function doubtLate(counted: Tally, late: readonly Late<LateDoubt>[]) {
  for (const { code, count, first } of late) {
    for (const { field, original, source } of first) {
      const { file, sheet, row } = source
      const column = counted.places.get(placeKey(file, sheet))?.(field)
      const place = column && { column: column.header, address: column.addressOf(row) }
      note(counted, describeDoubt({ code, row, ...place, ...(original !== null && { original }) }, file, sheet))
    }
    noteMore(counted, code, count - first.length)
  }
}

/** Doubts removals of what is not there. */
export function doubtMissing(counted: Tally, { code, count, first }: Late<PlacedRemoval>) {
  if (count === 0) return
  flagFile(counted, code, count)
  for (const { file, sheet, localId, row, address, column } of first) {
    note(counted, describeDoubt({ code, row, address, column, original: localId }, file, sheet ?? undefined))
  }
  noteMore(counted, code, count - first.length)
}

/** The report of one library, as far as counting goes. */
export function reportOf(counted: Tally): LibraryReport {
  const { library, read, skipped, refused, counts, doubts, more } = counted
  return { library, read, skipped, refused, counts, doubts, more }
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
      read: 0,
      skipped: 0,
      refused: 0,
      counts: {},
      doubts: [],
      more: 0,
      quoted: 0,
      fileFlags: {},
      fallbacks: new Set(),
      tables: new Map(),
      places: new Map(),
    }
    tallies.set(library, counted)
  }
  return counted
}

const placeKey = (file: string, sheet: string | undefined) => `${file}\n${sheet ?? ''}`

function describeTable({ file, sheet, form, path, encoding }: RawTable, library: string, headerRow: number): TableInfo {
  return {
    file,
    ...(sheet !== undefined && { sheet }),
    library,
    form,
    ...(path !== undefined && { path }),
    ...(encoding && { encoding }),
    headerRow,
  }
}

function note(counted: Tally, doubt: Doubt) {
  const { code, original = '', interpreted = '' } = doubt
  if (counted.doubts.length >= listedDoubts || counted.quoted >= quotedCharacters) return noteMore(counted, code, 1)
  counted.counts[code] = (counted.counts[code] ?? 0) + 1
  counted.quoted += original.length + interpreted.length
  counted.doubts.push(doubt)
}

/** Counts doubts that are not listed. */
function noteMore(counted: Tally, code: FlagCode, count: number) {
  counted.counts[code] = (counted.counts[code] ?? 0) + count
  counted.more += count
}

function flagFile({ fileFlags }: Tally, code: FlagCode, count: number) {
  fileFlags[code] = (fileFlags[code] ?? 0) + count
}
