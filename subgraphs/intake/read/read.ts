import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { HubError } from '#schema/errors.ts'
import type { OpenBytes } from '../decode.ts'
import { readCsv } from './csv.ts'
import { readJson } from './json.ts'
import { type ReadEvent, type ReadOptions, syntheticMark } from './table.ts'
import { type Archive, isWorkbook, openZip, type ZipEntry } from './zip.ts'

/** Reads files as a contributor sends them, one after the other; what a file is, its first bytes say. */
export async function* readFiles(paths: readonly string[], options: ReadOptions): AsyncGenerator<ReadEvent> {
  for (const path of paths) yield* readFile(path, options)
}

/** Bytes with the name the sender knows them by. */
export type Named = { readonly file: string; readonly open: OpenBytes; readonly synthetic: boolean }

/** Reads one text table: JSON by its name or its first character, otherwise separated text. */
export function readText(named: Named, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const name = basename(named.file)
  if (!/\.(json|jsonl|ndjson)$/i.test(name)) return readCsv(named.open, named.file, named.synthetic)
  const path = options.jsonRows.find((entry) => entry.file.test(name))?.rows
  return readJson(named.open, named.file, named.synthetic, path)
}

async function* readFile(path: string, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const file = basename(path)
  const head = await firstBytes(path, file)
  if (head.length === 0) throw new HubError('BAD_FILE', `${file}：文件是空的。`, { file })
  refuseForeign(head, file)
  if (isZip(head)) yield* readArchive(path, file, options)
  else
    yield* readText({ file, open: () => createReadStream(path, { highWaterMark: 2 ** 18 }), synthetic: false }, options)
}

function isZip(head: Buffer): boolean {
  return /^(504b0304|504b0506)/.test(head.subarray(0, 4).toString('hex'))
}

async function* readArchive(path: string, file: string, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const archive = await openZip(path, file)
  try {
    if (isWorkbook(archive)) yield* readSheets(path, file, false)
    else yield* readBundle(archive, file, options)
  } finally {
    archive.close()
  }
}

/** A bundle's files in their order; what a desktop leaves behind is passed over, a bundle inside a bundle refused. */
async function* readBundle(archive: Archive, bundle: string, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const synthetic = syntheticMark.test(archive.comment)
  const entries = archive.entries.filter(({ path }) => !/(^|\/)(__MACOSX\/|\.|Thumbs\.db$|~\$)/i.test(path))
  if (entries.length === 0) throw new HubError('BAD_FILE', `${bundle}：压缩包是空的。`, { file: bundle })
  for (const entry of entries) {
    const file = `${bundle}/${entry.path}`
    if (!/\.(csv|tsv|txt|json|jsonl|ndjson|xlsx?|zip)$/i.test(entry.path)) {
      yield { type: 'ignored', file, why: '不是表格文件，未读取。' }
      continue
    }
    const head = await headOf(entry)
    if (head.length === 0) throw new HubError('BAD_FILE', `${file}：文件是空的。`, { file })
    refuseForeign(head, file)
    if (isZip(head)) yield* readInnerWorkbook(entry, file, synthetic)
    else yield* readText({ file, open: entry.open, synthetic }, options)
  }
}

async function* readInnerWorkbook(entry: ZipEntry, file: string, synthetic: boolean): AsyncGenerator<ReadEvent> {
  if (entry.bytes > mostInnerBytes) {
    throw new HubError('BAD_FILE', `${file}：包内工作簿超过 ${mostInnerBytes / 2 ** 20} MB，请单独提交。`, { file })
  }
  const content = Buffer.concat(await Array.fromAsync(entry.open()))
  const archive = await openZip(content, file)
  archive.close()
  if (!isWorkbook(archive)) throw new HubError('BAD_FILE', `${file}：压缩包里不能再有压缩包。`, { file })
  yield* readSheets(content, file, synthetic)
}

/** The workbook reader is large, so it is loaded by the first workbook. */
async function* readSheets(source: string | Buffer, file: string, synthetic: boolean): AsyncGenerator<ReadEvent> {
  const { readWorkbook } = await import('./workbook.ts')
  yield* readWorkbook(source, file, synthetic)
}

const mostInnerBytes = 100 * 2 ** 20

async function headOf(entry: ZipEntry): Promise<Buffer> {
  for await (const chunk of entry.open()) return chunk.subarray(0, 512)
  return Buffer.alloc(0)
}

/** Refuses what only looks like a table, with what to do instead. */
function refuseForeign(head: Buffer, file: string) {
  if (head.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw new HubError('BAD_FILE', `${file}：这是旧版 Excel 文件 (.xls) 或加了密码，请另存为 .xlsx（不设密码）。`, {
      file,
    })
  }
  if (/^\s*<(!doctype html|html|table)/i.test(head.toString('latin1'))) {
    throw new HubError('BAD_FILE', `${file}：这是网页，不是表格；请在 Excel 中打开后另存为 .xlsx。`, { file })
  }
}

async function firstBytes(path: string, file: string): Promise<Buffer> {
  const handle = await open(path).catch(() => undefined)
  if (!handle) throw new HubError('BAD_FILE', `${file}：找不到或打不开这个文件。`, { file })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
