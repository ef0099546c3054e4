import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#schema/config.ts'

/** Addresses of attached databases with their logins, by library; never in the database or a log. */
export type Credentials = ReadonlyMap<string, string>

/** Those of ATTACHED, and of the file that `lianku attach` keeps in DATA_DIR. */
export async function readCredentials({
  dataDir,
  attached,
}: Pick<Config, 'dataDir' | 'attached'>): Promise<Credentials> {
  return new Map([...(await readFrom(pathIn(dataDir))), ...attached])
}

/** Keeps the address of a library in DATA_DIR, readable by its owner alone. */
export async function keepCredential(dataDir: string, library: string, url: string): Promise<void> {
  await change(dataDir, (kept) => kept.set(library, url))
}

export async function forgetCredential(dataDir: string, library: string): Promise<void> {
  await change(dataDir, (kept) => kept.delete(library))
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'attached.json')
}

async function change(dataDir: string, edit: (kept: Map<string, string>) => unknown): Promise<void> {
  const path = pathIn(dataDir)
  const kept = await readFrom(path)
  edit(kept)
  await writeFile(`${path}.new`, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`, { mode: 0o600 })
  // A file left over from an interrupted run keeps the mode it had.
  await chmod(`${path}.new`, 0o600)
  await rename(`${path}.new`, path)
}

async function readFrom(path: string): Promise<Map<string, string>> {
  try {
    return new Map(Object.entries(JSON.parse(await readFile(path, 'utf8')) as Record<string, string>))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    // The parser would quote what it read.
    throw new TypeError(`${path} cannot be read as JSON of libraries and addresses.`)
  }
}
