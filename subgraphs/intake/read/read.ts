import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { HubError } from '#schema/errors.ts'
import type { OpenBytes } from '../decode.ts'
import { readCsv } from './csv.ts'
import { readJson } from './json.ts'
import type { ReadEvent, ReadOptions } from './table.ts'

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
  yield* readText({ file, open: () => createReadStream(path, { highWaterMark: 2 ** 18 }), synthetic: false }, options)
}

/** Refuses what only looks like a table, with what to do instead. */
export function refuseForeign(head: Buffer, file: string) {
  if (head.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw new HubError('BAD_FILE', `${file}：这是旧版 Excel 文件 (.xls)，请另存为 .xlsx。`, { file })
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
