import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for the files of one test file. */
export async function openFolder() {
  const path = await mkdtemp(join(tmpdir(), 'lianku-intake-'))
  return {
    /** Writes a file and gives back its path. */
    write: async (name: string, content: string | Buffer) => {
      const file = join(path, name)
      await writeFile(file, content)
      return file
    },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}
