import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { HubError } from '#schema/errors.ts'

/** What of a feed lies here, fetched and not yet in force. */
export type Fetched = { readonly file: string; readonly cursor: string; readonly changes: number }

const page = z.object({
  changes: z.array(z.record(z.string(), z.unknown())).max(10_000),
  next: z.string().max(4_000),
  more: z.boolean(),
})

const progressShape = z.object({
  url: z.string(),
  from: z.string(),
  cursor: z.string(),
  bytes: z.number(),
  changes: z.number(),
  done: z.boolean(),
})

/**
 * Fetches a feed from a cursor to its end, page after page, into a file. What was fetched before a break is kept, and the
 * next attempt goes on from there. Throws BAD_FILE when the other hub does not answer or answers something else.
 */
export async function fetchPages(
  folder: string,
  library: string,
  { url, from, told }: { readonly url: string; readonly from: string; readonly told?: (changes: number) => void },
): Promise<Fetched> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${library}.jsonl`)
  const note = join(folder, `${library}.json`)
  let progress = await resume(file, note, { url, from })
  const lines = await open(file, 'a', 0o600)
  try {
    while (!progress.done) {
      const { changes, next, more } = await fetchPage(url, progress.cursor)
      if (more && next === progress.cursor) throw wrong(url, '游标没有前进')
      const text = changes.map((change) => `${JSON.stringify(change)}\n`).join('')
      await lines.writeFile(text)
      await lines.sync()
      const bytes = progress.bytes + Buffer.byteLength(text)
      progress = { ...progress, cursor: next, bytes, changes: progress.changes + changes.length, done: !more }
      // The note comes after what it speaks of; lines beyond it are cut off at the next attempt.
      await writeFile(`${note}.new`, JSON.stringify(progress))
      await rename(`${note}.new`, note)
      told?.(progress.changes)
    }
  } finally {
    await lines.close()
  }
  return { file, cursor: progress.cursor, changes: progress.changes }
}

/** The changes that were fetched, in their order. */
export async function* readPages(file: string): AsyncGenerator<unknown> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line !== '') yield JSON.parse(line)
  }
}

/** Forgets what was fetched, once it is in force. */
export async function forgetPages(folder: string, library: string): Promise<void> {
  await rm(join(folder, `${library}.json`), { force: true })
  await rm(join(folder, `${library}.jsonl`), { force: true })
}

async function resume(file: string, note: string, { url, from }: { readonly url: string; readonly from: string }) {
  const known = await readFile(note, 'utf8').then(
    (text) => progressShape.safeParse(JSON.parse(text)).data,
    () => undefined,
  )
  const size = await stat(file).then(
    (info) => info.size,
    () => 0,
  )
  if (known && known.url === url && known.from === from && size >= known.bytes) {
    await truncate(file, known.bytes)
    // It may have grown since.
    return { ...known, done: false }
  }
  await rm(file, { force: true })
  return { url, from, cursor: from, bytes: 0, changes: 0, done: false }
}

const attempts = 4
const pageMs = 60_000
const mostBytes = 64 * 2 ** 20

async function fetchPage(url: string, cursor: string): Promise<z.infer<typeof page>> {
  const address = new URL(url)
  if (cursor !== '') address.searchParams.set('since', cursor)
  address.searchParams.set('limit', '1000')
  for (let attempt = 1; ; attempt++) {
    const answered = await ask(address).catch((error: Error) => error)
    if (!(answered instanceof Error) && answered.status === 200) {
      const read = page.safeParse(answered.body)
      if (read.success) return read.data
      throw wrong(url, '应答不是变更列表')
    }
    const mayPass = answered instanceof Error || answered.status >= 500 || answered.status === 429
    if (!mayPass) throw wrong(url, `应答为 ${answered.status}`)
    if (attempt === attempts) throw wrong(url, answered instanceof Error ? '没有应答' : `应答为 ${answered.status}`)
    await pause(250 * 2 ** attempt)
  }
}

async function ask(address: URL): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(pageMs) })
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new RangeError('too large')
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  return { status: response.status, body: response.status === 200 ? JSON.parse(text) : undefined }
}

function wrong(url: string, what: string): HubError {
  const { host, pathname } = new URL(url)
  return new HubError('BAD_FILE', `${host}${pathname}：${what}；已取得的部分已保留，再次执行即可接着取。`)
}
