import { HubError } from '#schema/errors.ts'
import { findLibrary } from '../libraries.ts'
import { addressOf } from './build.ts'
import { suspectShift } from './content.ts'
import { cellText, findHeader, findKeys, type Header } from './header.ts'
import { compileMap, type Mapped } from './map.ts'
import { type RawRow, type RawTable, type ReadEvent, syntheticMark } from './read/table.ts'
import type { SheetStyle, Style } from './style.ts'

/** What the rows of one table became, in batches; `skipped` rows are total rows and repeated headers. */
export type TableRows = {
  readonly sheet: SheetStyle
  readonly table: RawTable
  readonly rows: readonly Mapped[]
  readonly skipped: number
  /** The file says of each row what changed. */
  readonly delta: boolean
  /** Where a record's field stands. */
  readonly placeOf: (field: string) => FieldPlace | undefined
  /** Last row of the header; 0 where keys are the header. */
  readonly headerRow: number
}

/** The sheet and the column that marked copies have more than the originals; nobody reads them when a copy comes back. */
export const summarySheet = '联库核对'

export type FieldPlace = { readonly header: string; readonly addressOf: (row: number) => string }

export type TablesOptions = {
  readonly style: Style
  readonly today: string
  /** Secret of the keyed digests. */
  readonly key: string
  /** Told of what is read by nobody: an unknown file in a bundle, a sheet, a column. */
  readonly noticed: (file: string, sentence: string) => void
  /** Leave out records alongside that repeat word for word, as a release does. */
  readonly sidesOnce?: boolean
}

/** Turns what was read from files into records, table by table: which sheet style, where its header is, row by row. */
export async function* mapTables(events: AsyncIterable<ReadEvent>, options: TablesOptions): AsyncGenerator<TableRows> {
  let open: OpenTable | undefined
  const declared = new Map<SheetStyle, { rows: number; read: number }>()
  for await (const event of events) {
    if (event.type === 'ignored') options.noticed(event.file, event.why)
    if (event.type === 'table') open = openTable(event.table, options)
    if (!open) continue
    if (event.type === 'rows') yield* open.take(event.rows, event.keys)
    if (event.type !== 'end') continue
    yield* open.end()
    if (event.declaredRows !== undefined) {
      const { sheet } = open
      const earlier = declared.get(sheet)?.read ?? 0
      declared.set(sheet, { rows: event.declaredRows, read: earlier + open.seen() })
    }
    open = undefined
  }
  for (const [sheet, { rows, read }] of declared) {
    if (rows === read) continue
    throw new HubError('BAD_FILE', `${sheet.library}：来源声明共 ${rows} 条，实际收到 ${read} 条；请补齐所有分页。`)
  }
}

type OpenTable = {
  readonly sheet: SheetStyle
  readonly take: (rows: readonly RawRow[], keys?: readonly string[]) => Generator<TableRows>
  readonly end: () => Generator<TableRows>
  readonly seen: () => number
}

// Enough rows to find the header and to judge the content of its columns.
const previewRows = 200

function openTable(table: RawTable, options: TablesOptions): OpenTable | undefined {
  const sheet = findSheet(table, options)
  if (!sheet) return undefined
  const where = table.sheet === undefined ? table.file : `${table.file} 的工作表 ${table.sheet}`
  const library = findLibrary(sheet.library)
  if (!library)
    throw new TypeError(`Style ${options.style.id} names the library ${sheet.library}, which is not registered.`)
  const { today, key, sidesOnce = false } = options
  let waiting: RawRow[] = []
  let keys: readonly string[] = []
  let map: ((row: RawRow) => Mapped) | undefined
  let header: Header | undefined
  let seen = 0

  function compile(sample: readonly RawRow[]) {
    header = table.form === 'json' ? findKeys(sheet!, keys, where) : findHeader(sheet!, sample, table.merges, where)
    const data = sample.filter((row) => row.row > header!.lastRow && !isSkipped(row, header!))
    if (table.form !== 'json') suspectShift(sheet!, header, data, { table, today }, where)
    const others = header.others.filter((other) => other.header !== summarySheet)
    for (const other of others) options.noticed(table.file, `列 ${other.header} 不在格式中，未读取。`)
    const synthetic = table.synthetic || syntheticMark.test(header.preamble)
    map = compileMap({ sheet: sheet!, header, table, library: library!, today, key, synthetic, sidesOnce })
  }

  function placeOf(field: string): FieldPlace | undefined {
    const column = sheet!.columns.find(({ to }) => to === field || to?.split('.')[0] === field)
    const found = column && header?.found.get(column.column)
    return (
      found && {
        header: found.header,
        addressOf: (row) => addressOf(table, { row, cells: [] }, found.index, found.header),
      }
    )
  }

  function* flush(): Generator<TableRows> {
    const rows: Mapped[] = []
    let skipped = 0
    for (const row of waiting) {
      if (row.row <= header!.lastRow || isEmptyRow(row)) continue
      seen++
      if (table.form !== 'json' && isSkipped(row, header!)) skipped++
      else rows.push(map!(row))
    }
    waiting = []
    const delta = sheet!.delta !== undefined && header!.found.has(sheet!.delta.column)
    yield { sheet: sheet!, table, rows, skipped, delta, placeOf, headerRow: header!.lastRow }
  }

  return {
    sheet,
    *take(rows, newKeys) {
      waiting.push(...rows)
      if (map && newKeys && newKeys.length > keys.length) {
        keys = newKeys
        compile([])
      }
      keys = newKeys ?? keys
      if (!map && waiting.length < previewRows) return
      if (!map) compile(waiting.slice(0, previewRows))
      yield* flush()
    },
    *end() {
      if (!map && (table.form !== 'json' || waiting.length > 0)) compile(waiting.slice(0, previewRows))
      if (map) yield* flush()
      else yield { sheet, table, rows: [], skipped: 0, delta: false, placeOf, headerRow: 0 }
    },
    seen: () => seen,
  }
}

function findSheet(table: RawTable, { style, noticed }: TablesOptions): SheetStyle | undefined {
  if (table.sheet?.startsWith(summarySheet)) return undefined
  const name = table.file.split('/').at(-1)!
  const isJson = table.form === 'json'
  const byFile = style.sheets.filter((sheet) => sheet.file.test(name) && (sheet.format === 'json') === isJson)
  const found = byFile.filter((sheet) => table.sheet === undefined || !sheet.sheet || sheet.sheet.test(table.sheet))
  if (found.length > 0) return found[0]
  if (byFile.length > 0 && table.sheet !== undefined) {
    noticed(table.file, `工作表 ${table.sheet} 不在格式中，未读取。`)
    return undefined
  }
  if (table.file.includes('/')) {
    noticed(table.file, '格式中没有这个文件，未读取。')
    return undefined
  }
  const wanted = [...new Set(style.sheets.map((sheet) => `${sheet.file.source}（${sheet.format}）`))].join('、')
  throw new HubError('BAD_FILE', `${table.file}：格式 ${style.id} 中没有这个文件；应为 ${wanted}。`, {
    file: table.file,
  })
}

function isEmptyRow(row: RawRow): boolean {
  return row.cells.every((cell) => cellText(cell).trim() === '')
}

const total = /^(合计|总计|小计|共计|合計|總計|小計)[:：]?$/

/** A row of totals, or the header once more. */
function isSkipped(row: RawRow, header: Header): boolean {
  const first = cellText(row.cells.find((cell) => cellText(cell).trim() !== ''))
  if (total.test(first.replace(/\s/g, ''))) return true
  const columns = [...header.found.values()]
  return columns.every((column) => cellText(row.cells[column.index]) === column.header)
}
