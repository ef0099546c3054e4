import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mapped } from '../../../subgraphs/intake/map.ts'
import { readFiles } from '../../../subgraphs/intake/read/read.ts'
import type { Canonical } from '../../../subgraphs/intake/record.ts'
import type { Style } from '../../../subgraphs/intake/style.ts'
import { mapTables } from '../../../subgraphs/intake/tables.ts'

/** A folder for the files of one test file. */
export async function openFolder() {
  const path = await mkdtemp(join(tmpdir(), 'lianku-intake-'))
  return {
    /** Writes a file and gives back its path. */
    write: async (name: string, content: string | Uint8Array) => {
      const file = join(path, name)
      await writeFile(file, content)
      return file
    },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}

/** What a style makes of files, without a database or another process. */
export async function mapFiles(style: Style, files: readonly string[]) {
  const jsonRows = style.sheets.flatMap(({ file, rows }) => (rows === undefined ? [] : [{ file, rows }]))
  const notices: string[] = []
  const rows: Mapped[] = []
  let skipped = 0
  const noticed = (_: string, sentence: string) => void notices.push(sentence)
  const options = { style, today: '2024-03-01', key: 'a key for tests', noticed }
  for await (const batch of mapTables(readFiles(files, { jsonRows }), options)) {
    rows.push(...batch.rows)
    skipped += batch.skipped
  }
  const records: Canonical[] = rows.flatMap((row) =>
    row.outcome === 'records' ? row.records.map((r) => r.record) : [],
  )
  const refused = rows.flatMap((row) => (row.outcome === 'refused' ? [row.doubt] : []))
  const doubts = rows.flatMap((row) => (row.outcome === 'records' ? row.doubts : []))
  return { records, refused, doubts, skipped, notices }
}
