import { detect, type Encoding, type OpenBytes } from '../decode.ts'
import { findDelimiter } from '../read/csv.ts'
import type { Doubt } from '../report.ts'
import { summarySheet } from '../tables.ts'
import { gb18030 } from '../text/gb18030.ts'
import { wording } from './wording.ts'

/**
 * A copy of a separated text with one column more, which says of each doubted row what was doubted. Every byte of the
 * sender's stays as it is, and the column is in the same encoding; of a classified row only what was said of it is left.
 */
export async function* annotateCsv(
  open: OpenBytes,
  file: string,
  doubts: readonly Doubt[],
  headerRow: number,
): AsyncGenerator<Buffer> {
  const { encoding, skip } = await detect(open, file)
  const { read, write, encode } = wide(encoding) ?? narrow(encoding)
  const byRow = Map.groupBy(doubts, ({ row }) => row)
  const scanner = { text: '', row: 0, delimiter: '', lineEnd: '' }

  function* annotated(isLast: boolean): Generator<Buffer> {
    let at = 0
    const made: string[] = []
    while (at < scanner.text.length) {
      const end = recordEnd(scanner.text, at, scanner.delimiter, scanner.lineEnd)
      if (end === undefined && !isLast) break
      const record = scanner.text.slice(at, end ?? scanner.text.length)
      at += record.length
      scanner.row++
      const [, content = '', close = ''] = /^(.*?)([\r\n]*)$/s.exec(record) ?? []
      const note = encode(noteOf(scanner.row))
      if (isClassified(scanner.row)) made.push(note, close)
      else made.push(content, content === '' || scanner.row < headerRow ? '' : scanner.delimiter + note, close)
    }
    scanner.text = scanner.text.slice(at)
    yield write(made.join(''))
  }

  const isClassified = (row: number) => byRow.get(row)?.some(({ code }) => code === 'CLASSIFIED_REFUSED') ?? false

  function noteOf(row: number): string {
    if (row === headerRow) return summarySheet
    const said = (byRow.get(row) ?? []).map((doubt) => {
      const cell = [doubt.address, doubt.column].filter(Boolean).join(' ')
      return `${cell && `${cell}：`}${wording(doubt)}`
    })
    return said.length === 0
      ? ''
      : `"${said
          .join('；')
          .replaceAll('"', '""')
          .replaceAll(/[\r\n]+/g, ' ')}"`
  }

  for await (const chunk of open()) {
    scanner.text += read(chunk)
    if (scanner.delimiter === '') {
      const mark = scanner.text.slice(0, encoding.startsWith('UTF-16') ? skip / 2 : skip)
      yield write(mark)
      scanner.text = scanner.text.slice(mark.length)
      scanner.delimiter = findDelimiter(scanner.text)
      scanner.lineEnd = scanner.text.includes('\n') || !scanner.text.includes('\r') ? '\n' : '\r'
    }
    yield* annotated(false)
  }
  yield* annotated(true)
}

/** Where the record that begins at `start` ends, its line end included; undefined when that has not come yet. */
function recordEnd(text: string, start: number, delimiter: string, lineEnd: string): number | undefined {
  let at = start
  while (true) {
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1)
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
      if (close < 0 || close + 2 >= text.length) return undefined
      at = close + 1
    }
    const stop = text.indexOf(lineEnd, at)
    const next = text.indexOf(delimiter, at)
    if (stop < 0) return undefined
    if (next < 0 || stop < next) return stop + 1
    at = next + 1
  }
}

type Coding = {
  /** Bytes as characters that keep separators, quotes and line ends recognizable. */
  readonly read: (bytes: Buffer) => string
  readonly write: (text: string) => Buffer
  /** A note in the same characters. */
  readonly encode: (note: string) => string
}

/** UTF-8 and GB18030 never use a separator's, quote's or line end's byte for anything else. */
function narrow(encoding: Encoding): Coding {
  const bytesOf = (note: string) => (encoding === 'GB18030' ? gb18030(note) : Buffer.from(note, 'utf8'))
  return {
    read: (bytes) => bytes.toString('latin1'),
    write: (text) => Buffer.from(text, 'latin1'),
    encode: (note) => bytesOf(note).toString('latin1'),
  }
}

function wide(encoding: Encoding): Coding | undefined {
  if (encoding !== 'UTF-16LE' && encoding !== 'UTF-16BE') return undefined
  const swap = (bytes: Buffer) => (encoding === 'UTF-16BE' ? Buffer.from(bytes).swap16() : bytes)
  let half: Buffer = Buffer.alloc(0)
  return {
    read(bytes) {
      const whole = Buffer.concat([half, bytes])
      half = whole.subarray(whole.length - (whole.length % 2))
      return swap(whole.subarray(0, whole.length - half.length)).toString('utf16le')
    },
    write: (text) => swap(Buffer.from(text, 'utf16le')),
    encode: (note) => note,
  }
}
