import { decode, type Encoding, type OpenBytes } from '../decode.ts'
import { documents, rowsOf } from '../read/json.ts'
import type { Doubt } from '../report.ts'
import { summarySheet } from '../tables.ts'
import { gb18030 } from '../text/gb18030.ts'
import { wording } from './wording.ts'

/**
 * A copy of JSON in which each doubted row has one member more, a list of what was doubted; of a classified row only
 * that is left. Texts and numbers stay as they were written, spaces between them do not.
 */
export async function* annotateJson(
  open: OpenBytes,
  file: string,
  doubts: readonly Doubt[],
  path: string | undefined,
): AsyncGenerator<Buffer> {
  const { encoding, chunks } = await decode(open, file)
  const byRow = Map.groupBy(doubts, ({ row }) => row)
  let position = 0
  let mark = encoding.startsWith('UTF-16') ? '\ufeff' : ''
  for await (const { document, isLine } of documents(chunks, file)) {
    for (const row of rowsOf(document, path, file)) annotate(row, byRow.get(++position) ?? [])
    yield encode(`${mark}${JSON.stringify(document, null, isLine ? undefined : 2)}\n`, encoding)
    mark = ''
  }
}

function annotate(row: object, doubts: readonly Doubt[]): void {
  if (doubts.length === 0) return
  if (doubts.some(({ code }) => code === 'CLASSIFIED_REFUSED')) {
    for (const name of Object.keys(row)) delete (row as Record<string, unknown>)[name]
  }
  const said = doubts.map((doubt) => `${doubt.column ? `${doubt.column}：` : ''}${wording(doubt)}`)
  Object.assign(row, { [summarySheet]: said })
}

function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'GB18030') return gb18030(text)
  if (encoding === 'UTF-16LE') return Buffer.from(text, 'utf16le')
  return encoding === 'UTF-16BE' ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text)
}
