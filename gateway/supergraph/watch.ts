import { watch } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** How often the file is looked at where the system sends no events (network and container mounts), in ms. */
const pollEvery = 1_000

/** Quiet after an event before the file is read, so that a writer gets to finish, in ms. */
const settle = 20

/**
 * Hands over a file's text whenever it changes, one after the other: `changed` is awaited before the next look. Replaced,
 * rewritten and re-linked files all count. Returns what ends the watch.
 */
export function watchFile(file: string, first: string, changed: (text: string) => Promise<void>): () => void {
  let [text, stamp] = [first, '']
  let looking = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let ended = false

  const look = async () => {
    const seen = await stat(file, { bigint: true }).catch(() => undefined)
    const found = seen && `${seen.ino} ${seen.size} ${seen.mtimeNs}`
    if (ended || !found || found === stamp) return
    const next = await readFile(file, 'utf8').catch(() => undefined)
    if (ended || next === undefined) return
    stamp = found
    if (next === text) return
    text = next
    await changed(next)
  }
  const lookSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      looking = looking.then(look)
    }, settle)
  }

  // The folder, not the file: editors and orchestrators replace files, and a watch would stay on the one removed.
  const watcher = watch(dirname(file), lookSoon).on('error', () => watcher.close())
  const poll = setInterval(lookSoon, pollEvery)
  return () => {
    ended = true
    watcher.close()
    clearInterval(poll)
    clearTimeout(timer)
  }
}
