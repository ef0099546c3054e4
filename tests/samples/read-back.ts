import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Truth } from '../../samples/truth.ts'
import { readFiles } from '../../subgraphs/intake/read/read.ts'
import type { Style } from '../../subgraphs/intake/style.ts'
import { mapTables } from '../../subgraphs/intake/tables.ts'

const small = fileURLToPath(new URL('../../samples/small', import.meta.url))

/** The truth about every row of one folder of the small samples, by file, sheet and row. */
export function truthOf(folder: string): Map<string, Truth> {
  const lines = readFileSync(join(small, 'truth.ndjson'), 'utf8').trimEnd().split('\n')
  const rows = lines.map((line) => JSON.parse(line) as Truth).filter(({ file }) => file.startsWith(`${folder}/`))
  return new Map(rows.map((row) => [placeOf(row.file.slice(folder.length + 1), row.sheet, row.row), row]))
}

/** What intake makes of a folder of the small samples, in the shape of the truth. */
export async function readBack(style: Style, folder: string): Promise<Map<string, ReadRow>> {
  const files = readdirSync(join(small, folder)).map((name) => join(small, folder, name))
  const jsonRows = style.sheets.flatMap(({ file, rows }) => (rows === undefined ? [] : [{ file, rows }]))
  const options = { style, today: '2024-01-02', key: 'a key for tests', noticed: () => undefined }
  const read = new Map<string, ReadRow>()
  for await (const { sheet, table, rows } of mapTables(readFiles(files, { jsonRows }), options)) {
    for (const row of rows) {
      if (row.outcome === 'refused') {
        const place = placeOf(table.file, table.sheet, row.row)
        read.set(place, {
          library: sheet.library,
          records: [],
          flags: [],
          refused: row.doubt.code,
          synthetic: undefined,
        })
        continue
      }
      if (row.outcome === 'removal') continue
      const records = row.records.map(({ record }) => record)
      const [first] = records
      read.set(placeOf(table.file, table.sheet, first!.source.row), {
        library: sheet.library,
        records: records.map(({ kind, localId, fields, restricted }) => ({ kind, localId, fields, restricted })),
        flags: [...new Set(records.flatMap(({ flags }) => flags.map(({ code }) => code)))].sort(),
        synthetic: first!.source.synthetic,
      })
    }
  }
  return read
}

export type ReadRow = {
  readonly library: string
  readonly records: readonly object[]
  readonly flags: readonly string[]
  readonly refused?: string
  readonly synthetic: boolean | undefined
}

function placeOf(file: string, sheet: string | undefined, row: number): string {
  return [file, sheet, row].filter((part) => part !== undefined).join(' ')
}
