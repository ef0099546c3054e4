import { HubError } from '#schema/errors.ts'
import { numericCell } from './shown.ts'
import { address, type Merge, mostColumns, type RawCell, type RawRow } from './table.ts'
import { richText, type SheetPart, type Workbook, written } from './workbook-parts.ts'
import { type Part, parsing } from './xml.ts'

/** Reads the rows of a sheet as a stream; a cell merged downwards belongs to every row it spans. */
export async function* readSheet(
  { name, part }: SheetPart & { readonly part: Part },
  merges: readonly Merge[],
  book: Workbook,
): AsyncGenerator<RawRow[]> {
  const { file } = part
  const refuse = (row: number, sentence: string) =>
    new HubError('BAD_FILE', `${file} 的工作表 ${name}：${sentence}`, { file, row })
  const fill = filling(merges)
  let rows: RawRow[] = []
  let row = 0
  let cells: RawCell[] = []
  let column = -1
  let cell: OpenCell | undefined
  let inData = false
  let reading: 'value' | 'formula' | undefined
  const rich = richText()

  function openRow(r: string | undefined) {
    const next = r === undefined ? row + 1 : Number(r)
    if (!Number.isInteger(next) || next <= row || next > mostRows) {
      throw refuse(row, `第 ${row} 行之后的行号 ${String(r).slice(0, 20)} 不正确，工作簿已损坏。`)
    }
    rows.push(...fill.between(row, next))
    row = next
    cells = []
    column = -1
  }

  function openCell({ r, t, s }: Readonly<Record<string, string>>) {
    const place = r === undefined ? { column: column + 1, row } : placeOf(r)
    if (place.row !== row || place.column <= column || place.column >= widest) {
      throw refuse(
        row,
        `第 ${row} 行的单元格编号 ${(r ?? address(row, column + 2)).slice(0, 20)} 不正确，工作簿已损坏。`,
      )
    }
    column = place.column
    cell = { type: t ?? 'n', style: s, value: '', formula: '' }
    rich.begin()
  }

  function closeCell({ type, style, value, formula }: OpenCell) {
    const shown = type === 'inlineStr' ? rich.whole() : value
    const read = shown === '' && formula !== '' ? `=${written(formula)}` : understand(type, style, shown)
    if (read === undefined) {
      throw refuse(row, `单元格 ${address(row, column + 1)} 引用的文字 ${value.slice(0, 20)} 不存在，工作簿已损坏。`)
    }
    if (read !== null) cells[column] = read
  }

  function understand(type: string, style: string | undefined, value: string): RawCell | undefined {
    if (type === 'inlineStr') return value
    if (type === 'str') return written(value)
    if (value === '') return null
    if (type === 's') return book.texts[Number(value)]
    if (type === 'b') return { text: isTrue(value) ? 'TRUE' : 'FALSE', value: isTrue(value) }
    if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '')
    const number = type === 'n' ? Number(value) : Number.NaN
    if (!Number.isFinite(number)) return value
    return numericCell(number, (style && book.formats[Number(style)]) || 'General', book.date1904)
  }

  function closeRow() {
    const full = trimmed(
      fill.into(
        row,
        Array.from(cells, (cell) => cell ?? null),
      ),
    )
    if (full.length === 0) return
    if (full.length > mostColumns) throw refuse(row, `第 ${row} 行有 ${full.length} 列，最多 ${mostColumns} 列。`)
    rows.push({ row, cells: full })
  }

  for await (const _ of parsing(part, {
    open(tag, attributes) {
      if (tag === 'sheetData') inData = true
      if (!inData) return
      if (tag === 'row') openRow(attributes.r)
      else if (tag === 'c') openCell(attributes)
      else if (tag === 'v') reading = 'value'
      else if (tag === 'f') reading = 'formula'
      else rich.open(tag)
    },
    text(piece) {
      if (!inData) return
      if (reading && cell) cell[reading] += piece
      else rich.text(piece)
    },
    close(tag) {
      if (!inData) return
      if (tag === 'v' || tag === 'f') reading = undefined
      else if (tag === 'c' && cell) closeCell(cell)
      else if (tag === 'row') closeRow()
      else if (tag === 'sheetData') inData = false
      else rich.close(tag)
    },
  })) {
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
}

type OpenCell = { readonly type: string; readonly style: string | undefined; value: string; formula: string }

// What a spreadsheet can hold.
const mostRows = 2 ** 20
const widest = 2 ** 14

/** Hands the first cell of an area one column wide on to the rows below it, those included that hold nothing else. */
function filling(merges: readonly Merge[]) {
  const below = merges
    .filter(({ top, bottom, left, right }) => bottom > top && left === right)
    .sort((one, other) => one.top - other.top)
  let next = 0
  let active: { readonly merge: Merge; readonly cell: RawCell }[] = []
  function into(row: number, cells: RawCell[]): RawCell[] {
    active = active.filter(({ merge }) => merge.bottom >= row - 1)
    for (const { merge, cell } of active) {
      while (cells.length < merge.left) cells.push(null)
      cells[merge.left] ??= cell
    }
    for (; next < below.length && below[next]!.top <= row - 1; next++) {
      const merge = below[next]!
      if (merge.top === row - 1) active.push({ merge, cell: cells[merge.left] ?? null })
    }
    return cells
  }
  return {
    into,
    /** Rows that the sheet leaves out between two others, as far as an area spans them. */
    between(last: number, following: number): RawRow[] {
      const filled: RawRow[] = []
      for (let row = last + 1; row < following; row++) {
        active = active.filter(({ merge }) => merge.bottom >= row - 1)
        if (active.length === 0) break
        const cells = trimmed(into(row, []))
        if (cells.length > 0) filled.push({ row, cells })
      }
      return filled
    },
  }
}

function trimmed(cells: RawCell[]): RawCell[] {
  const last = cells.findLastIndex((cell) => cell !== null && cell !== '')
  return cells.slice(0, last + 1)
}

function isTrue(value: string): boolean {
  return value === '1' || value === 'true'
}

function placeOf(reference: string): { readonly column: number; readonly row: number } {
  const [, letters = '', digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { column: column - 1, row: Number(digits) }
}

/** An area by the names of its corners, `A1:B2`; undefined for what is none. */
export function areaOf(reference: string): Merge | undefined {
  const [from = '', to = from] = reference.split(':')
  const [start, end] = [placeOf(from), placeOf(to)]
  const isArea = start.column >= 0 && end.column >= start.column && end.row >= start.row
  return isArea ? { top: start.row - 1, left: start.column, bottom: end.row - 1, right: end.column } : undefined
}
