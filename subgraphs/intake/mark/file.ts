import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import yazl from 'yazl'
import { type Archive, isWorkbook, openZip } from '../read/zip.ts'
import { annotateCsv } from './csv.ts'
import { annotateJson } from './json.ts'
import { type Marks, mayCopy } from './marks.ts'
import { markWorkbook } from './xlsx/workbook.ts'

/** A marked copy of one file: a workbook, separated text, JSON, or a bundle of them. */
export async function* markFile(path: string, marks: Marks): AsyncGenerator<Buffer> {
  const file = basename(path)
  if (marks.tables.some((table) => table.file === file && table.form !== 'xlsx')) {
    yield* annotated(() => createReadStream(path), file, marks)
    return
  }
  const archive = await openZip(path, file)
  try {
    yield* isWorkbook(archive) ? markedWorkbook(archive, file, marks) : markedBundle(archive, file, marks)
  } finally {
    archive.close()
  }
}

function annotated(open: () => AsyncIterable<Buffer>, file: string, { doubts, tables }: Marks): AsyncGenerator<Buffer> {
  const table = tables.find((table) => table.file === file)
  const own = doubts.filter((doubt) => doubt.file === file)
  return table?.form === 'json'
    ? annotateJson(open, file, own, table.path)
    : annotateCsv(open, file, own, table?.headerRow ?? 0)
}

async function* markedWorkbook(archive: Archive, file: string, { doubts, more }: Marks): AsyncGenerator<Buffer> {
  const parts = new Map<string, Buffer>()
  for (const { path, open } of archive.entries) parts.set(path, Buffer.concat(await Array.fromAsync(open())))
  const own = doubts.filter((doubt) => doubt.file === file)
  const changed = markWorkbook(parts, own, more)
  yield* zipped([...new Map([...parts, ...changed])])
}

/** What nobody read is left out of the copy, and so is what may hold a classified row. */
async function* markedBundle(archive: Archive, bundle: string, marks: Marks): AsyncGenerator<Buffer> {
  const entries: [string, Buffer][] = []
  for (const { path, open } of archive.entries) {
    const file = `${bundle}/${path}`
    const form = marks.tables.find((table) => table.file === file)?.form
    if (!form || !mayCopy(file, form, marks)) continue
    const content = Buffer.concat(await Array.fromAsync(form === 'xlsx' ? open() : annotated(open, file, marks)))
    entries.push([path, form === 'xlsx' ? await innerWorkbook(content, file, marks) : content])
  }
  yield* zipped(entries)
}

async function innerWorkbook(content: Buffer, file: string, marks: Marks): Promise<Buffer> {
  const archive = await openZip(content, file)
  try {
    return Buffer.concat(await Array.fromAsync(markedWorkbook(archive, file, marks)))
  } finally {
    archive.close()
  }
}

async function* zipped(entries: readonly (readonly [string, Buffer])[]): AsyncGenerator<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [path, content] of entries) zip.addBuffer(content, path, { mtime: new Date() })
  zip.end()
  for await (const chunk of zip.outputStream) yield chunk as Buffer
}
