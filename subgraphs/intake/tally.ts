import type { FlagCode } from '#schema/flags.ts'
import type { Kind } from './record.ts'
import { type Doubt, describeDoubt, type LibraryReport, type Refusal } from './report.ts'
import type { StagedRecord } from './stage.ts'
import type { TableRows } from './tables.ts'

// A report is for a person; beyond this many doubts only their counts go on.
const listedDoubts = 5000

/** What has been counted of one library while its rows pass by. */
export type Tally = {
  readonly library: string
  readonly kinds: Set<Kind>
  /** Undefined while no row of a style without scope was seen. */
  readonly scopes: Set<string>
  scoped: boolean
  read: number
  skipped: number
  readonly refusals: Refusal[]
  readonly counts: Partial<Record<FlagCode, number>>
  readonly doubts: Doubt[]
  more: number
  readonly fileFlags: FlagCode[]
}

/** Counts one batch and gives back its records, ready to be staged. */
export function tally(tallies: Map<string, Tally>, { sheet, table, rows, skipped }: TableRows): StagedRecord[] {
  const counted = of(tallies, sheet.library)
  counted.kinds.add(sheet.record)
  for (const side of sheet.alongside ?? []) counted.kinds.add(side.record)
  if (sheet.scope !== undefined) counted.scoped = true
  counted.skipped += skipped
  counted.read += rows.length
  const records: StagedRecord[] = []
  for (const row of rows) {
    for (const doubt of row.outcome === 'refused' ? [row.doubt] : row.doubts) {
      note(counted, describeDoubt(doubt, table.file, table.sheet))
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

/** Notes a doubt that is about a whole file. */
export function noteFile(tallies: Map<string, Tally>, library: string, file: string, code: FlagCode) {
  const counted = of(tallies, library)
  counted.fileFlags.push(code)
  note(counted, describeDoubt({ code, row: 0 }, file, undefined))
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
      read: 0,
      skipped: 0,
      refusals: [],
      counts: {},
      doubts: [],
      more: 0,
      fileFlags: [],
    }
    tallies.set(library, counted)
  }
  return counted
}

function note(counted: Tally, doubt: Doubt) {
  counted.counts[doubt.code] = (counted.counts[doubt.code] ?? 0) + 1
  if (counted.doubts.length < listedDoubts) counted.doubts.push(doubt)
  else counted.more++
}
