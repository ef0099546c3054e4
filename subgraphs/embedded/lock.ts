import { execFile } from 'node:child_process'
import { link, mkdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Which process, told apart from a later one with the same number by when it started. */
type Owner = { readonly pid: number; readonly started: string }

/**
 * Makes this process the only owner of `dataDir`, creating the folder; gives back what releases it. A lock whose
 * process is gone is taken over. Throws a TypeError that names DATA_DIR and the other process.
 */
export async function takeLock(dataDir: string): Promise<() => Promise<void>> {
  // Others may pass through, so that the server's user reaches its own folder inside.
  const lock = join(dataDir, 'hub.lock')
  const own = `${lock}.${process.pid}.${Math.random().toString(36).slice(2)}`
  const started = (await startOf(process.pid)) ?? ''
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o711 })
    await writeFile(own, JSON.stringify({ pid: process.pid, started }))
  } catch (error) {
    throw new TypeError(`DATA_DIR is ${dataDir}, which cannot be written: ${(error as Error).message}.`)
  }
  try {
    for (;;) {
      try {
        await link(own, lock)
        return async () => unlink(lock)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      await clearStale(lock, own, dataDir)
    }
  } finally {
    await rm(own, { force: true })
  }
}

/** Process id of the hub that owns `dataDir` now. */
export async function findOwner(dataDir: string): Promise<number | undefined> {
  const owner = parseOwner(await readFile(join(dataDir, 'hub.lock'), 'utf8').catch(() => ''))
  return owner && (await startOf(owner.pid)) === owner.started ? owner.pid : undefined
}

async function clearStale(lock: string, own: string, dataDir: string): Promise<void> {
  const text = await readFile(lock, 'utf8').catch(() => undefined)
  if (text === undefined) return
  const owner = parseOwner(text)
  if (owner && (await startOf(owner.pid)) === owner.started) {
    throw new TypeError(
      `DATA_DIR ${dataDir} is in use by the hub with process id ${owner.pid}. Stop it, or set another DATA_DIR.`,
    )
  }
  const stale = `${own}.stale`
  try {
    await rename(lock, stale)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  // Another hub may have taken over in between; then this is its lock, and goes back.
  if ((await readFile(stale, 'utf8')) !== text) await link(stale, lock)
  await unlink(stale)
}

function parseOwner(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner
  } catch {
    return undefined
  }
}

/** When a process started, in its system's own words; undefined when there is none. */
async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
    // The name, in brackets, may itself hold spaces and brackets; the state comes after it, the start is 19 further.
    const values = line?.slice(line.lastIndexOf(')') + 2).split(' ')
    // A killed process nobody has collected yet owns nothing.
    return values?.[0] === 'Z' ? undefined : values?.[19]
  }
  return promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  )
}
