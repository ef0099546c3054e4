import { readFileSync } from 'node:fs'
import { type CellObject, type DenseWorkSheet, type Range, read, SSF, type WorkBook } from '@e965/xlsx'
import { HubError } from '#schema/errors.ts'
import type { OpenBytes } from '../decode.ts'
import {
  batchRows,
  type Merge,
  mostColumns,
  type RawCell,
  type RawRow,
  type ReadEvent,
  syntheticMark,
} from './table.ts'
import { openZip } from './zip.ts'

// A workbook is parsed whole, so its sheets may not inflate to more than this.
const mostBytes = 400 * 2 ** 20

/** Reads the visible sheets of a workbook: cells as shown with their typed values, merged cells, the date system. */
export async function* readWorkbook(
  source: string | Buffer,
  file: string,
  synthetic: boolean,
): AsyncGenerator<ReadEvent> {
  await inspect(source, file)
  const book = parse(source, file)
  const invented = synthetic || [book.Props?.Title, book.Props?.Keywords, book.Props?.Comments].some(isMarked)
  for (const [index, sheet] of book.SheetNames.entries()) {
    if (book.Workbook?.Sheets?.[index]?.Hidden) {
      yield { type: 'ignored', file, why: `工作表 ${sheet} 是隐藏的，未读取。` }
      continue
    }
    const date1904 = book.Workbook?.WBProps?.date1904 ?? false
    const grid = book.Sheets[sheet] as DenseWorkSheet
    const merges = ((grid['!merges'] ?? []) as Range[]).map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: e.r,
      right: e.c,
    }))
    const near = merges.filter(({ top }) => top < 30)
    yield { type: 'table', table: { file, sheet, form: 'xlsx', date1904, synthetic: invented, merges: near } }
    let rows: RawRow[] = []
    for (const row of rowsOf(grid, merges, date1904, `${file} 的工作表 ${sheet}`)) {
      rows.push(row)
      if (rows.length < batchRows) continue
      yield { type: 'rows', rows }
      rows = []
    }
    if (rows.length > 0) yield { type: 'rows', rows }
    yield { type: 'end' }
  }
}

/** Inflates everything once and throws it away: what is cut off, lies about its size or declares entities stops here. */
async function inspect(source: string | Buffer, file: string) {
  const archive = await openZip(source, file)
  try {
    const bytes = archive.entries.reduce((sum, entry) => sum + entry.bytes, 0)
    if (bytes > mostBytes) {
      throw new HubError(
        'BAD_FILE',
        `${file}：工作簿解压后有 ${Math.ceil(bytes / 2 ** 20)} MB，最多 ${mostBytes / 2 ** 20} MB；请改用 CSV。`,
        { file },
      )
    }
    for (const { path, open } of archive.entries) await inspectEntry(path, open, file)
  } finally {
    archive.close()
  }
}

async function inspectEntry(path: string, open: OpenBytes, file: string) {
  let head = ''
  for await (const chunk of open()) {
    if (head.length < 4096) head += chunk.toString('latin1')
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(head)) {
    throw new HubError('BAD_FILE', `${file}：内部文件 ${path} 含有文档类型声明，正常的工作簿不会有，拒绝读取。`, {
      file,
    })
  }
}

function parse(source: string | Buffer, file: string): WorkBook {
  try {
    const options = { dense: true, cellNF: true, cellText: false, cellFormula: false, cellHTML: false } as const
    const book = read(typeof source === 'string' ? readFileSync(source) : source, { type: 'buffer', ...options })
    if (book.SheetNames.length === 0 || book.SheetNames.some((name) => !book.Sheets[name])) throw new Error('no sheets')
    return book
  } catch {
    throw new HubError('BAD_FILE', `${file}：工作簿结构不正确，无法打开；请在 Excel 中打开后另存为 .xlsx。`, { file })
  }
}

function* rowsOf(grid: DenseWorkSheet, merges: readonly Merge[], date1904: boolean, where: string): Generator<RawRow> {
  const data = grid['!data'] ?? []
  const down = merges.filter(({ top, bottom, left, right }) => bottom > top && left === right)
  const fills = new Map<number, Merge[]>()
  for (const merge of down) {
    for (let row = merge.top + 1; row <= Math.min(merge.bottom, data.length - 1); row++) {
      fills.set(row, [...(fills.get(row) ?? []), merge])
    }
  }
  for (let r = 0; r < data.length; r++) {
    const row = data[r]
    const cells = row ? Array.from(row, (cell) => cellOf(cell, date1904)) : []
    // A cell merged downwards belongs to every row it spans.
    for (const { top, left } of fills.get(r) ?? []) cells[left] ??= cellOf(data[top]?.[left], date1904)
    while (cells.length > 0 && isNothing(cells.at(-1))) cells.pop()
    if (cells.length === 0) continue
    if (cells.length > mostColumns) {
      throw new HubError('BAD_FILE', `${where}：第 ${r + 1} 行有 ${cells.length} 列，最多 ${mostColumns} 列。`, {
        row: r + 1,
      })
    }
    yield { row: r + 1, cells: Array.from(cells, (cell) => cell ?? null) }
  }
}

function isNothing(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || cell === ''
}

function cellOf(cell: CellObject | undefined, date1904: boolean): RawCell {
  if (!cell || cell.v === undefined || cell.v === null) return null
  if (cell.t === 'b') return { text: cell.v ? 'TRUE' : 'FALSE', value: Boolean(cell.v) }
  if (cell.t === 'e') return cell.w ?? '#N/A'
  if (cell.t !== 'n' || typeof cell.v !== 'number') return String(cell.v)
  return { text: shown(cell.v, String(cell.z ?? 'General'), date1904), value: rounded(cell.v) }
}

/** A number as the sheet shows it; dates in ISO form as precise as their format, numbers without format in full. */
function shown(value: number, format: string, date1904: boolean): string {
  if (SSF.is_date(format)) return isoDate(value, format, date1904) ?? inFull(value)
  if (format === 'General' || format === '@') return inFull(value)
  try {
    return String(SSF.format(format, value, { date1904 })).trim()
  } catch {
    return inFull(value)
  }
}

function isoDate(serial: number, format: string, date1904: boolean): string | undefined {
  const parts = SSF.parse_date_code(serial, { date1904 })
  if (!parts || serial < 1) return undefined
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase()
  const two = (n: number) => String(n).padStart(2, '0')
  const day = /d/.test(bare) ? `-${two(parts.d)}` : ''
  const month = day !== '' || /m/.test(bare) ? `-${two(parts.m)}` : ''
  return `${String(parts.y).padStart(4, '0')}${month}${day}`
}

/** Fifteen digits are what a spreadsheet keeps; the rest is noise of its binary form. */
function rounded(value: number): number {
  return Number(value.toPrecision(15))
}

function inFull(value: number): string {
  const text = String(rounded(value))
  return text.includes('e') && Number.isInteger(value) ? BigInt(value).toString() : text
}

function isMarked(text: string | undefined): boolean {
  return text !== undefined && syntheticMark.test(text)
}
