import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A group of processes that may use so much memory together. */
export interface Cgroup {
  readonly folder: string
  remove(): Promise<void>
}

/** Makes a group with a bound in megabytes; undefined where this machine lets nobody, or not this user. */
export async function boundMemory(megabytes: number): Promise<Cgroup | undefined> {
  const [root, limit] = hierarchy() ?? []
  if (!root || !limit) return undefined
  const folder = join(root, `lianku-${process.pid}`)
  try {
    await mkdir(folder)
    await writeFile(join(folder, limit), String(megabytes * 1_048_576))
    return { folder, remove: () => rmdir(folder) }
  } catch {
    return undefined
  }
}

/** Where groups are made, and the file that bounds their memory: of version 2, or of version 1. */
function hierarchy(): readonly [root: string, limit: string] | undefined {
  const control = '/sys/fs/cgroup/cgroup.subtree_control'
  if (existsSync(control)) {
    return readFileSync(control, 'utf8').includes('memory') ? ['/sys/fs/cgroup', 'memory.max'] : undefined
  }
  return existsSync('/sys/fs/cgroup/memory') ? ['/sys/fs/cgroup/memory', 'memory.limit_in_bytes'] : undefined
}
