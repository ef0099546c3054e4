import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { HubError } from '#schema/errors.ts'
import { decode, type OpenBytes } from '../decode.ts'
import { batchRows, mostColumns, type RawRow, type ReadEvent } from './table.ts'

/** Reads comma, tab or semicolon separated text as a stream; which of them is seen from the content. */
export async function* readCsv(open: OpenBytes, file: string, synthetic: boolean): AsyncGenerator<ReadEvent> {
  const { encoding, chunks } = await decode(open, file)
  yield { type: 'table', table: { file, form: 'csv', encoding, date1904: false, synthetic, merges: [] } }
  const text = chunks[Symbol.asyncIterator]()
  const first = await text.next()
  if (first.done) return yield { type: 'end' }
  const parser = parse({
    delimiter: findDelimiter(first.value),
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 4 * 2 ** 20,
  })
  // Its end is seen by the loop below, also when it fails.
  pipeline(Readable.from(resume(first.value, text), { objectMode: false }), parser, () => undefined)
  let row = 0
  let rows: RawRow[] = []
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++
      if (cells.length > mostColumns) {
        throw new HubError('BAD_FILE', `${file}：第 ${row} 行有 ${cells.length} 列，最多 ${mostColumns} 列。`, {
          file,
          row,
        })
      }
      rows.push({ row, cells })
      if (rows.length === batchRows) {
        yield { type: 'rows', rows }
        rows = []
      }
    }
  } catch (error) {
    throw error instanceof CsvError ? explain(error, file, row) : error
  }
  if (rows.length > 0) yield { type: 'rows', rows }
  yield { type: 'end' }
}

async function* resume(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** The delimiter that divides most of the first lines into the same number of cells, quoted text aside. */
function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .slice(0, 50)
  const scored = [',', '\t', ';'].map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const usual = mostFrequent(counts.filter((count) => count > 0))
    return { delimiter, score: counts.filter((count) => count > 0 && count === usual).length }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

function mostFrequent(values: readonly number[]): number | undefined {
  const seen = new Map<number, number>()
  for (const value of values) seen.set(value, (seen.get(value) ?? 0) + 1)
  return [...seen].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function explain(error: CsvError, file: string, row: number): HubError {
  const quotes = /QUOTE/.test(error.code)
  const what = quotes
    ? '引号不成对或位置不对'
    : error.code === 'CSV_MAX_RECORD_SIZE'
      ? '一行过长，疑似引号未闭合'
      : '格式不正确'
  return new HubError('BAD_FILE', `${file}：第 ${row + 1} 行起${what}。`, { file, row: row + 1 })
}
