import type { IncomingMessage } from 'node:http'
import { HubError } from '#schema/errors.ts'

/** A request's JSON body; undefined when there is none. Throws PAYLOAD_TOO_LARGE or BAD_REQUEST. */
export async function readJson(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  const text = (await readBytes(request, mostBytes)).toString('utf8')
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new HubError('BAD_REQUEST', '请求正文应为 JSON，收到的内容无法解析。')
  }
}

/** A request's whole body. Throws PAYLOAD_TOO_LARGE. */
export async function readBytes(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > mostBytes) throw new HubError('PAYLOAD_TOO_LARGE', `请求正文应不超过 ${mostBytes} 字节。`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
