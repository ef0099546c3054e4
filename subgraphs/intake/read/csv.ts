import { HubError } from '#schema/errors.ts'
import { decode, type OpenBytes } from '../decode.ts'
import { createSplitter, SplitError } from './split.ts'
import { batchCharacters, batchRows, mostColumns, type RawRow, type ReadEvent } from './table.ts'

/** Reads comma, tab or semicolon separated text as a stream; which of them is seen from the content. */
export async function* readCsv(open: OpenBytes, file: string, synthetic: boolean): AsyncGenerator<ReadEvent> {
  const { encoding, chunks } = await decode(open, file)
  yield { type: 'table', table: { file, form: 'csv', encoding, date1904: false, synthetic, merges: [] } }
  let row = 0
  let rows: RawRow[] = []
  let characters = 0
  for await (const records of recordsOf(chunks, file)) {
    for (const cells of records) {
      row++
      if (cells.length > mostColumns) {
        const sentence = `第 ${row} 行有 ${cells.length} 列，最多 ${mostColumns} 列。`
        throw new HubError('BAD_FILE', `${file}：${sentence}`, { file, row })
      }
      rows.push({ row, cells })
      for (const cell of cells) characters += cell.length
      if (rows.length < batchRows && characters < batchCharacters) continue
      yield { type: 'rows', rows }
      rows = []
      characters = 0
    }
  }
  if (rows.length > 0) yield { type: 'rows', rows }
  yield { type: 'end' }
}

async function* recordsOf(chunks: AsyncIterable<string>, file: string): AsyncGenerator<readonly (readonly string[])[]> {
  let splitter: ReturnType<typeof createSplitter> | undefined
  try {
    for await (const chunk of chunks) {
      splitter ??= createSplitter(findDelimiter(chunk), chunk.includes('\n') || !chunk.includes('\r') ? '\n' : '\r')
      yield splitter.take(chunk)
    }
    if (splitter) yield splitter.end()
  } catch (error) {
    throw error instanceof SplitError ? explain(error, file) : error
  }
}

/** The delimiter that divides most of the first lines into the same number of cells, quoted text aside. */
export function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n|\r/)
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

function explain({ problem, record }: SplitError, file: string): HubError {
  const what = problem === 'QUOTE' ? '引号不成对或位置不对' : '一行过长，疑似引号未闭合'
  return new HubError('BAD_FILE', `${file}：第 ${record} 行起${what}。`, { file, row: record })
}
