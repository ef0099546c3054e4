import { type DenseWorkSheet, read, type WorkBook } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import type { RawCell, RawRow } from '../../../subgraphs/intake/read/table.ts'

/** A table as the hub read it. */
export type ReadTable = { readonly file: string; readonly sheet?: string; readonly rows: RawRow[] }

/**
 * Reads a file with other programs than the hub does (csv-parse, JSON.parse, SheetJS) and expects the same cells. False
 * when those cannot read it, or when it is a bundle.
 */
export async function agrees(name: string, bytes: Buffer, tables: readonly ReadTable[]): Promise<boolean> {
  if (bytes.subarray(0, 2).toString() === 'PK') return agreesAsWorkbook(bytes, tables)
  const text = textOf(bytes)
  if (text === undefined || tables.length !== 1) return false
  return /\.json$/.test(name) ? agreesAsJson(text, tables[0]!) : agreesAsSeparated(text, tables[0]!)
}

function textOf(bytes: Buffer): string | undefined {
  for (const label of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      // The next one is tried.
    }
  }
  return undefined
}

function agreesAsSeparated(whole: string, table: ReadTable): boolean {
  // Cut off between the two characters of a line end.
  const text = whole.replace(/(?<=\n.*)\r$/s, '')
  const found = table.rows.map(({ row, cells }) => [row, ...cells])
  const wanted = JSON.stringify(found)
  let other: unknown[][] | undefined
  for (const ends of [['\r\n', '\n'], ['\r']]) {
    for (const delimiter of [',', '\t', ';']) {
      const reading = separated(text, delimiter, ends)
      if (JSON.stringify(reading) === wanted) return true
      other ??= reading
    }
  }
  if (other !== undefined) expect(found).toEqual(other)
  return false
}

function separated(text: string, delimiter: string, ends: string[]): unknown[][] | undefined {
  try {
    const options = { delimiter, record_delimiter: ends, relax_column_count: true, relax_quotes: true }
    return (parse(text, options) as string[][]).map((cells, i) => [i + 1, ...cells])
  } catch {
    return undefined
  }
}

function agreesAsJson(text: string, table: ReadTable): boolean {
  let values: string[]
  try {
    values = leavesOf(
      JSON.parse(text, (_, value, context?: { source?: string }) =>
        typeof value === 'number' ? (context?.source ?? String(value)) : value,
      ),
    )
  } catch {
    return false
  }
  const known = new Set(values)
  for (const { cells } of table.rows) {
    for (const cell of cells) {
      const shown = typeof cell === 'object' ? cell?.text : cell
      if (shown !== undefined && shown !== '' && !known.has(shown)) {
        // Lists stand in one cell, joined.
        expect(shown.split(/[；;]/).every((part) => known.has(part.trim()))).toBe(true)
      }
    }
  }
  return true
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'boolean') return [String(value), value ? 'TRUE' : 'FALSE', value ? '是' : '否']
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}

function agreesAsWorkbook(bytes: Buffer, tables: readonly ReadTable[]): boolean {
  let book: WorkBook
  try {
    book = read(bytes, { type: 'buffer', dense: true, cellText: false })
  } catch {
    return false
  }
  if (tables.some(({ sheet }) => sheet === undefined)) return false
  for (const { sheet, rows } of tables) {
    const data = (book.Sheets[sheet!] as DenseWorkSheet | undefined)?.['!data'] ?? []
    for (const { row, cells } of rows) {
      const others = data[row - 1] ?? []
      cells.forEach((cell, column) => {
        const other = others[column]
        // An empty place may have been filled from the area it is merged into.
        if (cell === null || cell === '' || other?.v === undefined || other.t === 'e' || Number.isNaN(other.v)) return
        // Of two texts or numbers in one cell SheetJS takes the first, the hub both.
        if (typeof cell === 'string' && typeof other.v === 'string' && cell.startsWith(other.v)) return
        if (typeof cell === 'string' && cell.startsWith(`${other.v}\n`)) return
        // What only begins as a number is that number to SheetJS, a text to the hub.
        if (typeof cell === 'string' && Number.isNaN(Number(cell)) && Number.parseFloat(cell) === other.v) return
        // Of a carriage return in a text XML makes a line feed, SheetJS nothing.
        if (typeof cell === 'string' && typeof other.v === 'string' && onOneLine(cell) === onOneLine(other.v)) return
        // Half a character, written as _xD800_, is NUL to SheetJS; the hub keeps it for the gate that tells of it.
        if (typeof cell === 'string' && !cell.isWellFormed()) return
        // Under a damaged declaration SheetJS reads UTF-8 as one byte a character.
        if (typeof cell === 'string' && Buffer.from(cell).toString('latin1') === other.v) return
        if (typeof cell === 'string' && oneByteEach.decode(Buffer.from(cell)) === other.v) return
        const [value, expected] = [behind(cell), plain(other.v)]
        if (!Object.is(value, expected)) expect({ row, column, value }).toEqual({ row, column, value: expected })
      })
    }
  }
  return true
}

const onOneLine = (text: string) => text.replaceAll(/[\r\n]/g, '')

const oneByteEach = new TextDecoder('windows-1252')

function behind(cell: Exclude<RawCell, null>): string | number | boolean {
  return typeof cell === 'string' ? cell : cell.value
}

function plain(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(15)) : value
}
