import { type CellObject, type DenseWorkSheet, read, utils, type WorkSheet, write } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numericCell } from '../../../../subgraphs/intake/read/shown.ts'
import type { RawCell, RawRow } from '../../../../subgraphs/intake/read/table.ts'
import { readWorkbook } from '../../../../subgraphs/intake/read/workbook.ts'

type Merge = { readonly s: { r: number; c: number }; readonly e: { r: number; c: number } }

// SheetJS unescapes texts without a shared place twice, so `&` stays out of the comparison.
const text = fc.oneof(
  fc.constantFrom('武汉示例大学', ' 前后有空格 ', '两行\n文字', '<c r="A1">', '_x000D_', '𠮷野𬱖', '=1+1', 'a\tb'),
  fc.string({ unit: 'binary' }).filter((it) => it.isWellFormed() && !/[&\0-\x08\x0b-\x1f\ufffe\uffff]/.test(it)),
)
const format = fc.constantFrom('General', '0.00', '#,##0.0', '0.00E+00', '@', 'yyyy/m/d', 'yyyy"年"m"月"', 'h:mm', '0%')
const cell: fc.Arbitrary<CellObject | null> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: text.map((v) => ({ t: 's' as const, v })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(60_000)), format)
      .map(([v, z]) => ({ t: 'n' as const, v, z })),
  },
  { weight: 1, arbitrary: fc.boolean().map((v) => ({ t: 'b' as const, v })) },
)
const merge = fc.tuple(fc.nat(8), fc.nat(5), fc.nat(3), fc.nat(1)).map(([r, c, down, right]) => ({
  s: { r, c },
  e: { r: r + down, c: c + right },
}))

function sheetOf(grid: readonly (readonly (CellObject | null)[])[], merges: readonly Merge[]): WorkSheet {
  const sheet: WorkSheet = utils.aoa_to_sheet([[]])
  grid.forEach((cells, r) => {
    cells.forEach((cell, c) => {
      if (cell) sheet[utils.encode_cell({ r, c })] = cell
    })
  })
  const width = Math.max(1, ...grid.map((cells) => cells.length))
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, grid.length - 1), c: width - 1 } })
  sheet['!merges'] = [...merges]
  return sheet
}

/** What SheetJS, which holds a workbook whole, finds in the first sheet. */
function rowsBySheetJs(bytes: Uint8Array): RawRow[] {
  const book = read(bytes, { type: 'buffer', dense: true, cellNF: true, cellText: false })
  const sheet = book.Sheets[book.SheetNames[0]!] as DenseWorkSheet
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false
  const cellsBy = (sheet['!data'] ?? []).map((row) => Array.from(row ?? [], (cell) => cellOf(cell, date1904)))
  const grid = Array.from(cellsBy, (cells) => cells ?? [])
  for (const { s, e } of (sheet['!merges'] ?? []) as Merge[]) {
    if (s.c !== e.c) continue
    for (let r = s.r + 1; r <= Math.min(e.r, grid.length - 1); r++) grid[r]![s.c] ??= grid[s.r]?.[s.c] ?? null
  }
  return grid.flatMap((cells, r) => {
    const last = cells.findLastIndex((cell) => cell !== null && cell !== undefined && cell !== '')
    return last < 0 ? [] : [{ row: r + 1, cells: Array.from(cells.slice(0, last + 1), (cell) => cell ?? null) }]
  })
}

function cellOf(cell: CellObject | undefined, date1904: boolean): RawCell {
  if (!cell || cell.v === undefined || cell.v === null) return null
  if (cell.t === 'b') return { text: cell.v ? 'TRUE' : 'FALSE', value: Boolean(cell.v) }
  if (cell.t === 'n') return numericCell(Number(cell.v), String(cell.z ?? 'General'), date1904)
  return String(cell.v)
}

async function rowsOf(bytes: Uint8Array): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for await (const event of readWorkbook(Buffer.from(bytes), '画像.xlsx', false)) {
    if (event.type === 'rows') rows.push(...event.rows)
  }
  return rows
}

it('reads a workbook as a stream to the same rows as SheetJS reads it whole', { timeout: 60_000 }, async () => {
  const grids = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 })
  const merges = fc.uniqueArray(merge, { maxLength: 4, comparator: overlap })
  await fc.assert(
    fc.asyncProperty(grids, merges, fc.boolean(), fc.boolean(), async (grid, merges, bookSST, date1904) => {
      const book = {
        SheetNames: ['画像'],
        Sheets: { 画像: sheetOf(grid, merges) },
        Workbook: { WBProps: { date1904 } },
      }
      const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST })
      expect(await rowsOf(bytes)).toEqual(rowsBySheetJs(bytes))
    }),
    { numRuns: Number(process.env.WORKBOOKS ?? 100) },
  )
})

function overlap(one: Merge, other: Merge): boolean {
  return one.s.c <= other.e.c && other.s.c <= one.e.c && one.s.r <= other.e.r && other.s.r <= one.e.r
}

it('keeps an ampersand as it was written, which SheetJS does not', async () => {
  const bytes: Uint8Array = write(
    { SheetNames: ['画像'], Sheets: { 画像: utils.aoa_to_sheet([['R&amp;D', '研&发', '&lt;']]) } },
    { type: 'buffer', bookType: 'xlsx' },
  )
  expect(await rowsOf(bytes)).toEqual([{ row: 1, cells: ['R&amp;D', '研&发', '&lt;'] }])
})
