import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { HubError } from '#schema/errors.ts'
import { zip } from '../../../samples/write/zip.ts'
import { readFiles } from '../../../subgraphs/intake/read/read.ts'
import type { ReadEvent } from '../../../subgraphs/intake/read/table.ts'
import { openZip } from '../../../subgraphs/intake/read/zip.ts'
import type { Style } from '../../../subgraphs/intake/style.ts'
import { styles } from '../../../subgraphs/intake/styles/registry.ts'
import { mapTables } from '../../../subgraphs/intake/tables.ts'
import type { openFolder } from '../../subgraphs/intake/folder.ts'
import { agrees, type ReadTable } from './independent.ts'

type Folder = Awaited<ReturnType<typeof openFolder>>
type Sample = {
  readonly style: Style
  readonly name: string
  /** The file after something has happened to it, or to a part inside of it. */
  readonly damage: (happen: (bytes: Buffer) => Buffer) => Buffer
}

/** Damages samples so many times: each is read or refused in Chinese, and what is read is what stands in the file. */
export async function tryDamaged(folder: Folder, numRuns: number, seed: number): Promise<Outcome> {
  const formats = await samples()
  const outcome = { read: 0, refused: 0, rows: 0, compared: 0 }
  await fc.assert(
    fc.asyncProperty(
      which,
      which,
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (format, file, changes) => {
        const files = formats[format % formats.length]!
        const { style, name, damage } = files[file % files.length]!
        const damaged = damage((bytes) => changes.reduce(apply, bytes))
        const path = await folder.write(name, damaged)
        try {
          const tables = await readWhole(style, path)
          outcome.read++
          outcome.rows += tables.reduce((sum, { rows }) => sum + rows.length, 0)
          if (await agrees(name, damaged, tables)) outcome.compared++
        } catch (error) {
          if (!(error instanceof HubError)) throw error
          expect(error).toMatchObject({ code: 'BAD_FILE', message: expect.stringMatching(/[\u4e00-\u9fff]/) })
          outcome.refused++
        }
      },
    ),
    { numRuns, seed },
  )
  return outcome
}

/** How many files were read and refused; of those read, how many another program could read too and found the same. */
export type Outcome = {
  readonly read: number
  readonly refused: number
  readonly rows: number
  readonly compared: number
}

/** Reads and maps a file; texts come through the mapping as they stand in their cells, or a flag shows both. */
async function readWhole(style: Style, file: string): Promise<ReadTable[]> {
  const jsonRows = style.sheets.flatMap(({ file, rows }) => (rows === undefined ? [] : [{ file, rows }]))
  const tables: ReadTable[] = []
  async function* heard(): AsyncGenerator<ReadEvent> {
    for await (const event of readFiles([file], { jsonRows })) {
      if (event.type === 'table') tables.push({ ...event.table, rows: [] })
      if (event.type === 'rows') tables.at(-1)!.rows.push(...event.rows)
      yield event
    }
  }
  const options = { style, today: '2024-03-01', key: 'a key for tests', noticed: () => undefined }
  for await (const { rows, sheet } of mapTables(heard(), options)) {
    const raw = new Map(tables.at(-1)!.rows.map((row) => [row.row, row]))
    for (const row of rows) {
      if (row.outcome === 'refused') expect(row.doubt.code).toMatch(/^[A-Z_]+$/)
      if (row.outcome !== 'records') continue
      for (const { record } of row.records) {
        if (record.localId === '') expect.fail(`A record of row ${record.source.row} has no id.`)
        const flagged = record.flags.map(({ original }) => original)
        const cells = new Set(
          raw.get(record.source.row)?.cells.map((cell) => (typeof cell === 'object' ? cell?.text : cell)),
        )
        for (const name of verbatim) {
          const text = (record.fields as Record<string, unknown>)[name]
          if (typeof text !== 'string' || !sheet.columns.some(({ to, as }) => to === name && as === undefined)) continue
          if (!cells.has(text)) expect({ name, text, flagged }).not.toEqual({ name, text, flagged: [] })
        }
        const broken = textsOf(record.fields).find((text) => !text.isWellFormed() || text.includes('\0'))
        if (broken !== undefined) expect.fail(`Text no database takes: ${JSON.stringify(broken)}`)
      }
    }
  }
  return tables
}

/** Fields that styles read as text where they name no other reader. */
const verbatim = ['title', 'name', 'description', 'keyIndicators', 'abstract', 'statusText', 'cooperationMode']

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

/** Of each format its samples as they are; packed ones also by their parts, so that damage inside arrives as meant. */
async function samples(): Promise<Sample[][]> {
  const folder = join(import.meta.dirname, '../../../samples/small')
  const formats: Sample[][] = []
  for (const style of styles) {
    const files: Sample[] = []
    for (const name of await readdir(join(folder, style.id)).catch(() => [])) {
      const path = join(folder, style.id, name)
      const bytes = await readFile(path)
      files.push({ style, name, damage: (happen) => happen(bytes) })
      if (/\.(xlsx|zip)$/.test(name)) files.push(...(await insides(path)).map((damage) => ({ style, name, damage })))
    }
    if (files.length > 0) formats.push(files)
  }
  return formats
}

async function insides(path: string): Promise<Sample['damage'][]> {
  const archive = await openZip(path, path)
  const parts: { readonly name: string; readonly data: Buffer }[] = []
  for (const { path, open } of archive.entries) {
    parts.push({ name: path, data: Buffer.concat(await Array.fromAsync(open())) })
  }
  archive.close()
  const read = parts.filter(({ name }) => /sheet1|sharedStrings|styles|workbook\.xml|\.csv$/.test(name))
  return read.map(
    (part) => (happen) =>
      zip(
        parts.map((it) => (it === part ? { ...it, data: happen(it.data) } : it)),
        { names: 'UTF-8', comment: '' },
      ),
  )
}

const harmful = '" , \n \r \t { ] \\u0000 \\ud800 \u202e \u200b =1+1 机密★10年 &x; <a> ]]> _xD800_ \u{2c456}'.split(' ')

/** Every format and every file as often as any other. */
const which = fc.noBias(fc.nat({ max: 2 ** 30 }))

/**
 * One thing that happens to files on their way: bytes flipped, lost, doubled, cut off or put in; and what people do: a
 * sign mistyped, a line lost, doubled or moved.
 */
const mutation = fc.oneof(
  fc.record({ act: fc.constant('flip' as const), at: fc.nat(), bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ act: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ act: fc.constant('type' as const), at: fc.nat(), sign: fc.integer({ min: 0x20, max: 0x7e }) }),
  fc.record({
    act: fc.constantFrom('drop line' as const, 'double line' as const, 'move line' as const),
    at: fc.nat(),
  }),
  fc.record({ act: fc.constant('drop' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ act: fc.constant('double' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 4000 }) }),
  fc.record({
    act: fc.constant('insert' as const),
    at: fc.nat(),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 12 }),
      fc.constantFrom(...harmful).map((text) => new TextEncoder().encode(text)),
    ),
  }),
)

function apply(bytes: Buffer, change: typeof mutation extends fc.Arbitrary<infer M> ? M : never): Buffer {
  const at = change.at % Math.max(1, bytes.length)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  if (change.act === 'cut') return before
  if (change.act === 'drop') return Buffer.concat([before, after.subarray(change.length)])
  if (change.act === 'double') return Buffer.concat([before, after.subarray(0, change.length), after])
  if (change.act === 'insert') return Buffer.concat([before, change.bytes, after])
  if (change.act === 'type') {
    const typed = Buffer.from(bytes)
    const sign = typed.findIndex((byte, i) => i >= at && byte >= 0x20 && byte <= 0x7e)
    if (sign >= 0) typed[sign] = change.sign
    return typed
  }
  if (change.act !== 'flip') {
    const start = bytes.lastIndexOf(10, at) + 1
    const end = bytes.indexOf(10, at) + 1 || bytes.length
    const [above, line, below] = [bytes.subarray(0, start), bytes.subarray(start, end), bytes.subarray(end)]
    if (change.act === 'drop line') return Buffer.concat([above, below])
    if (change.act === 'double line') return Buffer.concat([above, line, line, below])
    return Buffer.concat([above, below, line])
  }
  const flipped = Buffer.from(bytes)
  flipped[at]! ^= change.bits
  return flipped
}
