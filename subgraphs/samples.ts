import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { isoDate } from './clock.ts'
import type { Database } from './database.ts'
import { openReader } from './intake/child.ts'
import { importFiles } from './intake/intake.ts'
import { findStyle } from './intake/styles/find.ts'
import { libraries } from './libraries.ts'
import { sinks } from './registry.ts'

/** Imports a folder of native files, one folder a style, into a hub that has no release yet. */
export async function importSamples(database: Database, folder: string, say: (sentence: string) => void) {
  if (!(await isEmpty(database))) return
  const started = performance.now()
  let rows = 0
  const ids = await inOrder(folder)
  const reader = openReader([folder])
  try {
    for (const id of ids) {
      const files = (await readdir(join(folder, id))).sort().map((name) => join(folder, id, name))
      for (const batch of id === 'hl-halfyear' ? files.map((file) => [file]) : [files]) {
        const report = await importFiles({
          database,
          sinks,
          style: findStyle(id),
          files: batch,
          today: isoDate(new Date()),
          reader,
        })
        rows += report.libraries.reduce((sum, { release }) => sum + (release?.read ?? 0), 0)
      }
      say(`Imported the sample ${id}.`)
    }
  } finally {
    reader.close()
  }
  say(`Imported ${rows} sample rows in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}

async function isEmpty(database: Database): Promise<boolean> {
  return database.write(async (tx) => {
    const [row] = await tx.execute(sql`select exists (select from library.release) as found`)
    return row?.found === false
  })
}

/** The styles a folder has samples of, in the order of the registry of libraries. */
async function inOrder(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new TypeError(
      `SAMPLES is ${folder}, which cannot be read: ${error.message}. Leave it empty to start with none.`,
    )
  })
  const present = new Set(names)
  return [...new Set(libraries.map(({ style }) => style))].filter((style) => present.has(style))
}
