import { HubError } from '#schema/errors.ts'
import type { Merge, RawCell, RawRow } from './read/table.ts'
import type { Column, SheetStyle } from './style.ts'
import { fold } from './text/fold.ts'

/** Where each column of a style stands in a file. */
export type Header = {
  /** Last row of the header, in the owner's count; data begins below. */
  readonly lastRow: number
  readonly found: ReadonlyMap<string, FoundColumn>
  /** Columns of the file the style does not know. */
  readonly others: readonly FoundColumn[]
  /** Text of the rows above the header: title, notes. */
  readonly preamble: string
}

export type FoundColumn = { readonly index: number; readonly header: string }

/**
 * Finds the header among the first rows by the style's wordings: one row, or two joined by `/`. Throws BAD_FILE with
 * what was expected and what came when a needed column is missing or stands there twice.
 */
export function findHeader(
  sheet: SheetStyle,
  rows: readonly RawRow[],
  merges: readonly Merge[],
  where: string,
): Header {
  const wanted = wordings(sheet.columns)
  const candidates = rows.slice(0, deepest).flatMap((row, i) => {
    const next = rows[i + 1]
    const texts = row.cells.map(cellText)
    return [
      { last: row, texts, depth: 1 },
      ...(next ? [{ last: next, texts: joined(row, next, merges), depth: 2 }] : []),
    ].map((candidate) => ({ ...candidate, at: i, hits: match(wanted, candidate.texts).found.size }))
  })
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (top, next) => (top && (top.hits > next.hits || (top.hits === next.hits && top.depth <= next.depth)) ? top : next),
    undefined,
  )
  const enough = Math.min(2, new Set(wanted.values()).size)
  if (!best || best.hits < enough) {
    const first = rows.find((row) => row.cells.some((cell) => cellText(cell) !== ''))
    throw new HubError(
      'BAD_FILE',
      `${where}：没有找到表头。应有列：${needed(sheet).join('、')}；收到：${describe(first?.cells.map(cellText) ?? [])}。`,
      { where },
    )
  }
  return finish(sheet, best.texts, best.last.row, preambleOf(rows.slice(0, best.at)), where)
}

/** For JSON: the keys are the header. */
export function findKeys(sheet: SheetStyle, keys: readonly string[], where: string): Header {
  return finish(sheet, keys, 0, '', where)
}

/** Text of a cell however it came. */
export function cellText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'string' ? cell : cell.text
}

/** A header for comparing: spaces, line breaks, colons, stars and bracket forms do not matter. */
export function foldHeader(header: string): string {
  return fold(header)
    .replace(/[\s*:：＊_]/g, '')
    .replace(/[[【〔]/g, '(')
    .replace(/[\]】〕]/g, ')')
}

const deepest = 20

function finish(sheet: SheetStyle, texts: readonly string[], lastRow: number, preamble: string, where: string): Header {
  const { found, twice } = match(wordings(sheet.columns), texts)
  const missing = needed(sheet).filter((column) => !found.has(column))
  if (missing.length > 0) {
    throw new HubError('BAD_FILE', `${where}：缺少列 ${missing.join('、')}；收到的列：${describe(texts)}。`, { where })
  }
  if (twice.length > 0) {
    throw new HubError('BAD_FILE', `${where}：列 ${twice.join('、')} 出现不止一次，无法判断以哪一列为准。`, { where })
  }
  const taken = new Set([...found.values()].map(({ index }) => index))
  const others = texts.flatMap((header, index) => (header.trim() === '' || taken.has(index) ? [] : [{ index, header }]))
  return { lastRow, found, others, preamble }
}

/** Names of the columns a file must have, each once: one column may be read to several fields. */
function needed({ columns }: SheetStyle): string[] {
  const read = columns.filter((column) => !column.optional && (column.to !== undefined || column.gate))
  return [...new Set(read.map(({ column }) => column))]
}

/** Folded wording → column name. */
function wordings(columns: readonly Column[]): Map<string, string> {
  return new Map(
    columns.flatMap(({ column, also = [] }) => [column, ...also].map((word) => [foldHeader(word), column] as const)),
  )
}

/** Which header is which column: by its whole wording first, then without the bracketed unit or its upper row. */
function match(wanted: ReadonlyMap<string, string>, texts: readonly string[]) {
  const found = new Map<string, FoundColumn>()
  const twice: string[] = []
  const folded = texts.map(foldHeader)
  const loose = new Map([...wanted].map(([word, column]) => [withoutBrackets(word), column]))
  for (const [forms, shorten] of [
    [wanted, (text: string) => text],
    [loose, (text: string) => withoutBrackets(text)],
    [wanted, (text: string) => text.split('/').at(-1)!],
  ] as const) {
    const earlier = new Set(found.keys())
    const taken = new Set([...found.values()].map(({ index }) => index))
    folded.forEach((text, index) => {
      const column = text === '' || taken.has(index) ? undefined : forms.get(shorten(text))
      if (column === undefined || earlier.has(column)) return
      if (found.has(column)) twice.push(column)
      else found.set(column, { index, header: texts[index]! })
    })
  }
  return { found, twice }
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^)]*\)/g, '') || text
}

/** Two header rows as one: a merged upper cell belongs to every column under it. */
function joined(upper: RawRow, lower: RawRow, merges: readonly Merge[]): string[] {
  const width = Math.max(upper.cells.length, lower.cells.length)
  let carried = ''
  return Array.from({ length: width }, (_, column) => {
    const merge = merges.find(
      ({ top, left, bottom, right }) =>
        top <= upper.row - 1 && bottom >= upper.row - 1 && left <= column && right >= column,
    )
    const child = cellText(lower.cells[column])
    const own = cellText(upper.cells[merge ? merge.left : column])
    // Separated text has no merged areas: a parent stands over its first child only.
    carried = own !== '' ? own : merges.length === 0 && child !== '' ? carried : ''
    if (merge && merge.bottom >= lower.row - 1) return carried
    if (carried === '' || child === '' || carried === child) return carried || child
    return `${carried}/${child}`
  })
}

function preambleOf(rows: readonly RawRow[]): string {
  return rows.flatMap((row) => row.cells.map(cellText).filter((text) => text !== '')).join('\n')
}

function describe(texts: readonly string[]): string {
  const shown = texts.filter((text) => text.trim() !== '')
  return shown.length === 0 ? '空' : `${shown.slice(0, 40).join('、').slice(0, 400)}${shown.length > 40 ? ' 等' : ''}`
}
