import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the whole house. */
export const root = join(import.meta.dirname, '../..')

/** Paths below the root of all files in some folders whose names end so. */
export function files(folders: readonly string[], ending: string): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending))
      .map((file) => `${folder}/${file}`),
  )
}
