import { type Range, utils, write } from '@e965/xlsx'

/** A form as offices fill it in: title, note, a header of two rows with merged cells, rows, and a row of totals. */
export type Form = {
  readonly sheet: string
  readonly title: string
  readonly note: string
  /** A group stands over its columns; a column without a group is merged down both rows. */
  readonly columns: readonly (string | { readonly group: string; readonly columns: readonly string[] })[]
  readonly rows: readonly (readonly CellValue[])[]
  /** 合计 in the first column and what is summed, by column. */
  readonly total?: Readonly<Record<string, number>>
}

export type CellValue = string | number | null | { readonly t: 'n'; readonly v: number; readonly z: string }

/** A day as spreadsheets keep it: a number shown as a date. */
export function dateCell(day: string): CellValue {
  return { t: 'n', v: Date.parse(day) / 86_400_000 + 25_569, z: 'yyyy"年"m"月"d"日"' }
}

/** Row of the file in which a form's data begins, counted from 1. */
export const firstRow = 5

/** An .xlsx file without any time in it, so that the same rows give the same bytes. */
export function workbook(forms: readonly Form[]): Uint8Array {
  const SheetNames = forms.map(({ sheet }) => sheet)
  const Sheets = Object.fromEntries(forms.map((form) => [form.sheet, sheetOf(form)]))
  // Compressed by the library's own script and not by zlib, whose bytes differ between machines.
  return write(
    { SheetNames, Sheets, Props: { Title: 'SYNTHETIC' } },
    { type: 'buffer', bookType: 'xlsx', compression: true },
  )
}

/** The column names of a form, from left to right. */
export function columnsOf({ columns }: Pick<Form, 'columns'>): string[] {
  return columns.flatMap((column) => (typeof column === 'string' ? column : column.columns))
}

function sheetOf(form: Form) {
  const upper: CellValue[] = []
  const lower: CellValue[] = []
  const merges: Range[] = []
  for (const column of form.columns) {
    const left = upper.length
    if (typeof column === 'string') {
      upper.push(column)
      lower.push(null)
      merges.push({ s: { r: 2, c: left }, e: { r: 3, c: left } })
    } else {
      upper.push(column.group, ...column.columns.slice(1).map(() => null))
      lower.push(...column.columns)
      merges.push({ s: { r: 2, c: left }, e: { r: 2, c: left + column.columns.length - 1 } })
    }
  }
  const { total } = form
  const names = columnsOf(form)
  const last = total ? [names.map((name, i) => (i === 0 ? '合计' : (total[name] ?? null)))] : []
  const rows = [...form.rows, ...last].map((row) => [...row])
  const grid: CellValue[][] = [[form.title], [form.note], upper, lower, ...rows]
  const sheet = utils.aoa_to_sheet<CellValue>(grid)
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: names.length - 1 } },
    { s: { r: 1, c: 0 }, e: { r: 1, c: names.length - 1 } },
    ...merges,
  ]
  return sheet
}
