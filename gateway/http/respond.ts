import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { negotiateCoding } from './negotiate.ts'

/** Characters below which compressing costs more than it saves. */
const worthCompressing = 1_024

/** Sends a text whole, compressed where the client reads that. Resolves to the bytes sent. */
export async function respond(
  response: ServerResponse,
  status: number,
  contentType: string,
  text: string,
  headers: OutgoingHttpHeaders = {},
): Promise<number> {
  const coding = text.length < worthCompressing ? undefined : negotiateCoding(response.req.headers['accept-encoding'])
  // As text it leaves in one piece with its head.
  const body = coding ? await compress[coding](text) : text
  const length = Buffer.byteLength(body)
  if (response.headersSent || response.destroyed) return 0
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'accept, accept-encoding, origin',
    ...(coding ? { 'content-encoding': coding } : {}),
    ...headers,
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
  return length
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Quick settings: an answer is compressed once and read once. */
const compress = {
  br: (text: string) =>
    brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }),
  gzip: (text: string) => gzipped(text, { level: 4 }),
}
