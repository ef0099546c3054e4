import { HubError } from '#schema/errors.ts'
import { decode, type OpenBytes } from '../decode.ts'
import { batchRows, mostColumns, type RawCell, type RawRow, type ReadEvent, syntheticMark } from './table.ts'

/**
 * Reads one document, a list of pages, or JSON Lines whose lines are rows or pages. `path` leads to the rows of a page,
 * `data.rows`; a `total` beside them is what the source says there is in all.
 */
export async function* readJson(
  open: OpenBytes,
  file: string,
  synthetic: boolean,
  path: string | undefined,
): AsyncGenerator<ReadEvent> {
  const { encoding, chunks } = await decode(open, file)
  const keys = new Map<string, number>()
  let isOpen = false
  let position = 0
  let declaredRows: number | undefined
  let rows: RawRow[] = []
  for await (const { document } of documents(chunks, file)) {
    const page = pageOf(document, path, file)
    declaredRows = page.total ?? declaredRows
    if (!isOpen) {
      const invented = synthetic || page.synthetic
      const table = { file, form: 'json', encoding, date1904: false, synthetic: invented, merges: [] } as const
      yield { type: 'table', table: { ...table, ...(path !== undefined && { path }) } }
      isOpen = true
    }
    for (const row of page.rows) {
      position++
      rows.push({ row: position, cells: cellsOf(row, keys, file, position) })
      if (rows.length === batchRows) {
        yield { type: 'rows', rows, keys: [...keys.keys()] }
        rows = []
      }
    }
  }
  if (!isOpen) throw new HubError('BAD_FILE', `${file}：文件是空的，应为 JSON。`, { file })
  if (rows.length > 0) yield { type: 'rows', rows, keys: [...keys.keys()] }
  yield { type: 'end', ...(declaredRows !== undefined && { declaredRows }) }
}

// A document is parsed whole; longer ones come as JSON Lines or in pages.
const longestDocument = 64 * 2 ** 20

/** One document, or the values of JSON Lines one after the other. */
export async function* documents(
  chunks: AsyncIterable<string>,
  file: string,
): AsyncGenerator<{ readonly document: Json; readonly isLine: boolean }> {
  let text = ''
  let line = 0
  let asLines: boolean | undefined
  for await (const chunk of chunks) {
    text += chunk
    asLines ??= firstLineStandsAlone(text)
    if (asLines) {
      const complete = text.lastIndexOf('\n')
      if (complete < 0) continue
      for (const part of text.slice(0, complete).split('\n')) {
        line++
        if (part.trim() !== '') yield { document: parseJson(part, file, line), isLine: true }
      }
      text = text.slice(complete + 1)
    }
    if (text.length > longestDocument) {
      throw new HubError(
        'BAD_FILE',
        `${file}：单个 JSON 文档超过 ${longestDocument / 2 ** 20} MB，请分页或改用 JSON Lines。`,
        { file },
      )
    }
  }
  if (text.trim() === '') return
  yield { document: parseJson(text, file, asLines ? line + 1 : undefined), isLine: asLines ?? false }
}

/** JSON Lines, when the first line is a whole value and more follows; undefined until that is known. */
function firstLineStandsAlone(text: string): boolean | undefined {
  const end = text.indexOf('\n')
  if (end < 0 || text.slice(end).trim() === '') return undefined
  try {
    JSON.parse(text.slice(0, end))
    return true
  } catch {
    return false
  }
}

type Json = null | string | boolean | NumberText | readonly Json[] | { readonly [key: string]: Json }

/** A number as written: `80.50` and 18-digit codes lose nothing. */
class NumberText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toJSON(): unknown {
    return (JSON as typeof JSON & { rawJSON(text: string): unknown }).rawJSON(this.text)
  }
}

function parseJson(text: string, file: string, line: number | undefined): Json {
  try {
    return JSON.parse(text, (_key, value, context?: { source?: string }) =>
      typeof value === 'number' ? new NumberText(context?.source ?? String(value)) : value,
    ) as Json
  } catch {
    const place = line ?? lineOfFault(text)
    throw new HubError('BAD_FILE', `${file}：第 ${place} 行不是合法的 JSON。`, { file, row: place })
  }
}

/** The first line up to which a text is not even the beginning of JSON; by halving, as the engine seldom says where. */
function lineOfFault(text: string): number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index)
  let good = 0
  let bad = ends.length
  while (good < bad) {
    const middle = (good + bad) >> 1
    if (isBeginning(text.slice(0, ends[middle]))) good = middle + 1
    else bad = middle
  }
  return good + 1
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const { message } = error as Error
    const [, at] = /position (\d+)/.exec(message) ?? []
    return at === undefined ? message.includes('end of JSON') : Number(at) >= text.length
  }
}

/** The rows of a document, in their order. */
export function rowsOf(document: Json, path: string | undefined, file: string): readonly object[] {
  return pageOf(document, path, file).rows
}

type Page = { readonly rows: readonly Record<string, Json>[]; readonly total?: number; readonly synthetic: boolean }

function pageOf(document: Json, path: string | undefined, file: string): Page {
  if (Array.isArray(document)) return manyPages(document, path, file)
  const holder = path?.includes('.') ? follow(document, path.split('.').slice(0, -1)) : document
  const rows = path === undefined ? document : follow(document, path.split('.'))
  const synthetic =
    isObject(document) && Object.values(document).some((v) => typeof v === 'string' && syntheticMark.test(v))
  const total = isObject(holder) && holder.total instanceof NumberText ? Number(holder.total.text) : undefined
  // A line of JSON Lines is a row itself.
  const list = Array.isArray(rows)
    ? rows
    : rows === undefined && isObject(document) && !reaches(document, path)
      ? [document]
      : rows
  if (!Array.isArray(list) || !list.every(isObject)) {
    const came = isObject(document) ? Object.keys(document).slice(0, 10).join('、') : '其他内容'
    throw new HubError('BAD_FILE', `${file}：应在 ${path ?? '顶层'} 处有一个由对象组成的数组，收到 ${came}。`, { file })
  }
  return { rows: list, synthetic, ...(total !== undefined && { total }) }
}

/** A list of rows, or of pages that hold rows. */
function manyPages(list: readonly Json[], path: string | undefined, file: string): Page {
  const paged = list.length > 0 && path !== undefined && list.every((item) => reaches(item, path))
  if (!paged) return pageOf({ rows: list }, 'rows', file)
  const pages = list.map((item) => pageOf(item, path, file))
  const total = pages.find((page) => page.total !== undefined)?.total
  return {
    rows: pages.flatMap((page) => page.rows),
    synthetic: pages.some((page) => page.synthetic),
    ...(total !== undefined && { total }),
  }
}

function reaches(document: Json, path: string | undefined): boolean {
  return path !== undefined && isObject(document) && Object.hasOwn(document, path.split('.')[0]!)
}

function follow(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    value,
  )
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberText)
}

function cellsOf(row: Record<string, Json>, keys: Map<string, number>, file: string, position: number): RawCell[] {
  const cells: RawCell[] = new Array(keys.size).fill(null)
  const place = (key: string, value: Json, depth: number) => {
    if (isObject(value)) {
      if (depth > 3) throw new HubError('BAD_FILE', `${file}：第 ${position} 条记录嵌套过深。`, { file, row: position })
      for (const [inner, content] of Object.entries(value)) place(`${key}/${inner}`, content, depth + 1)
      return
    }
    let index = keys.get(key)
    if (index === undefined) {
      index = keys.size
      if (index === mostColumns) throw new HubError('BAD_FILE', `${file}：字段超过 ${mostColumns} 个。`, { file })
      keys.set(key, index)
    }
    cells[index] = cellOf(value)
  }
  for (const [key, value] of Object.entries(row)) place(key, value, 0)
  return cells
}

function cellOf(value: Json): RawCell {
  if (value === null || typeof value === 'string') return value
  if (value instanceof NumberText) return { text: value.text, value: Number(value.text) }
  if (typeof value === 'boolean') return { text: value ? '是' : '否', value }
  // The separator every list reader splits on.
  if (Array.isArray(value)) return value.map((item) => textOf(item)).join('；')
  return JSON.stringify(value)
}

function textOf(value: Json): string {
  const cell = cellOf(value)
  return cell === null ? '' : typeof cell === 'string' ? cell : cell.text
}
