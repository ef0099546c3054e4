import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { HubError } from '#schema/errors.ts'

/** Bytes of a request's body, as sent and once inflated. */
export const maxBody = 256 * 1024

/** What is read and thrown away of a body that is too large, so that its sender gets to read the refusal. */
const maxDiscarded = 16 * 1024 * 1024

const inflaters = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const

/** The body as text. Throws HubError on one too large, in a coding we do not know, damaged or not UTF-8. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const sent = await collect(request)
  const bytes = await inflated(sent, request.headers['content-encoding'])
  if (!isUtf8(bytes)) throw new HubError('BAD_REQUEST', '请求正文应为 UTF-8 编码，收到的字节不是。')
  return bytes.toString('utf8')
}

/** The refusal of a body that is too large. */
export const tooLarge = () =>
  new HubError('PAYLOAD_TOO_LARGE', `请求正文最多 ${maxBody} 字节（解压后同此），收到的更大。`)

const brokenOff = () => new HubError('BAD_REQUEST', '请求正文没有发送完，连接已断开。')

function collect(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBody) chunks.push(chunk)
      else if (size > maxDiscarded) request.destroy()
      else chunks.length = 0
    })
    request.on('end', () => {
      if (size > maxBody) reject(tooLarge())
      else resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))
    })
    request.on('error', () => reject(brokenOff()))
    request.on('close', () => {
      if (!request.complete) reject(brokenOff())
    })
  })
}

async function inflated(bytes: Buffer, coding: string | undefined): Promise<Buffer> {
  const name = coding?.trim().toLowerCase()
  if (!name || name === 'identity') return bytes
  if (!Object.hasOwn(inflaters, name)) {
    throw new HubError('UNSUPPORTED_MEDIA_TYPE', `Content-Encoding 可为 gzip、deflate、br，收到 ${name.slice(0, 40)}。`)
  }
  try {
    return await inflaters[name as keyof typeof inflaters](bytes, { maxOutputLength: maxBody })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    throw new HubError('BAD_REQUEST', `请求正文应为 ${name} 压缩的数据，收到的无法解压。`)
  }
}
