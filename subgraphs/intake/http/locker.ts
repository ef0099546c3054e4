import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/*
 * Marked copies hold what the sender's files hold, numbers of persons included, which the hub does not keep. So a copy
 * lies here under a key derived from the sender's access key, which the hub does not have either: only who sent the
 * file can open it.
 */

/** Keeps a copy for the holder of a secret: nonce, AES-256-GCM, tag. */
export async function lockAway(path: string, secret: string, copy: Readable): Promise<void> {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce)
  async function* sealed() {
    yield nonce
    for await (const chunk of copy as AsyncIterable<Buffer>) yield cipher.update(chunk)
    yield cipher.final()
    yield cipher.getAuthTag()
  }
  await mkdir(dirname(path), { recursive: true })
  await pipeline(sealed, createWriteStream(path, { mode: 0o600 }))
}

/** Opens a copy; undefined when it is gone, or was kept for another secret. */
export async function takeOut(path: string, secret: string): Promise<AsyncIterable<Buffer> | undefined> {
  const size = await stat(path).then(
    (info) => info.size,
    () => 0,
  )
  if (size < nonceBytes + tagBytes) return undefined
  const handle = await open(path)
  const nonce = Buffer.alloc(nonceBytes)
  const tag = Buffer.alloc(tagBytes)
  try {
    await handle.read(nonce, 0, nonceBytes, 0)
    await handle.read(tag, 0, tagBytes, size - tagBytes)
  } finally {
    await handle.close()
  }
  // Nothing goes out before all of it is known to be whole, so it is gone through twice.
  const opened = () => decrypted(path, size, keyOf(secret), nonce, tag)
  try {
    for await (const _ of opened());
  } catch {
    return undefined
  }
  return opened()
}

const nonceBytes = 12
const tagBytes = 16

async function* decrypted(path: string, size: number, key: Buffer, nonce: Buffer, tag: Buffer): AsyncGenerator<Buffer> {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(tag)
  if (size > nonceBytes + tagBytes) {
    const content = createReadStream(path, { start: nonceBytes, end: size - tagBytes - 1 })
    for await (const chunk of content) yield decipher.update(chunk as Buffer)
  }
  yield decipher.final()
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'lianku marked copy', 32))
}
