import { HubError } from '#schema/errors.ts'
import { flags } from '#schema/flags.ts'
import { isBlank } from './cells.ts'
import { cellText, type Header } from './header.ts'
import { columnName, type RawCell, type RawRow, type RawTable } from './read/table.ts'
import type { Cell, CellContext, CellReader, Column, SheetStyle } from './style.ts'

/**
 * Doubts a header whose columns hold something else: most cells of a strict column are not understood while another
 * column's are. Throws BAD_FILE, so that a shifted file is said, not loaded.
 */
export function suspectShift(
  sheet: SheetStyle,
  header: Header,
  rows: readonly RawRow[],
  { table, today }: { table: RawTable; today: string },
  where: string,
) {
  const context = { today, date1904: table.date1904 }
  const strict = strictColumns(sheet, header, context)
  const failing = strict.filter(({ column, index, reader }) => {
    const share = fitOf(rows, index, reader, { ...context, header: column.column })
    return share !== undefined && share < 0.3
  })
  if (failing.length === 0) return
  const failingAt = new Set(failing.map(({ index }) => index))
  const free = new Set([...failingAt, ...looseAt(header, strict)])
  const moved = failing.flatMap(({ column, index, reader }) => {
    const found = [...free].find((other) => {
      const share = other === index ? undefined : fitOf(rows, other, reader, { ...context, header: column.column })
      return share !== undefined && share > 0.7
    })
    return found === undefined ? [] : [{ column: column.column, from: index, to: found }]
  })
  if (moved.length === 0 || (failing.length > 1 && moved.length * 2 < failing.length)) return
  const list = moved.map(
    ({ column, from, to }) => `${column}（${columnName(from + 1)} 列）的内容像是在 ${columnName(to + 1)} 列`,
  )
  throw new HubError('BAD_FILE', `${where}：疑似错列，未读入。${list.join('；')}。`, {
    where,
    flag: 'COLUMN_SHIFT_SUSPECTED',
  })
}

/** Whether a row alone seems shifted: its strict cells are not understood, and are one column to the side. */
export function isShiftedRow(row: RawRow, strict: readonly Strict[], context: Omit<CellContext, 'header'>): boolean {
  const filled = strict.filter(({ index }) => !isBlank(cellText(row.cells[index])))
  const failing = filled.filter(
    ({ column, index, reader }) => !fits(row.cells[index], reader, { ...context, header: column.column }),
  )
  if (failing.length < 2 || failing.length * 2 < filled.length) return false
  return [1, -1].some((step) => {
    const cured = failing.filter(({ column, index, reader }) => {
      const cell = row.cells[index + step]
      return !isBlank(cellText(cell)) && fits(cell, reader, { ...context, header: column.column })
    })
    return cured.length * 3 >= failing.length * 2
  })
}

export type Strict = { readonly column: Column; readonly index: number; readonly reader: CellReader }

/** Columns whose reader does not take just anything: it doubts a word that means nothing. */
export function strictColumns(sheet: SheetStyle, header: Header, context: Omit<CellContext, 'header'>): Strict[] {
  return sheet.columns.flatMap((column) => {
    const found = header.found.get(column.column)
    if (!found || !column.as) return []
    const picky = ['某某示例文字', '☆'].every((word) => !fits(word, column.as!, { ...context, header: column.column }))
    return picky ? [{ column, index: found.index, reader: column.as }] : []
  })
}

function looseAt(header: Header, strict: readonly Strict[]): number[] {
  const taken = new Set(strict.map(({ index }) => index))
  return [...header.found.values(), ...header.others].map(({ index }) => index).filter((index) => !taken.has(index))
}

/** Share of a column's filled cells that a reader understands; undefined when there are too few to judge. */
function fitOf(rows: readonly RawRow[], index: number, reader: CellReader, context: CellContext): number | undefined {
  const filled = rows.map((row) => row.cells[index] ?? null).filter((cell) => !isBlank(cellText(cell)))
  if (filled.length < 3) return undefined
  return filled.filter((cell) => fits(cell, reader, context)).length / filled.length
}

function fits(raw: RawCell | undefined, reader: CellReader, context: CellContext): boolean {
  const cell: Cell =
    raw === null || raw === undefined || typeof raw === 'string'
      ? { text: raw ?? '', address: '' }
      : { ...raw, address: '' }
  const read = reader(cell, context)
  const doubted = (read.flags ?? []).some(({ code }) => {
    return flags[code].severity !== 'INFO' || code === 'VOCABULARY_TERM_UNMAPPED'
  })
  return read.value !== undefined && !doubted
}
