import { isUtf8 } from 'node:buffer'
import { HubError } from '#schema/errors.ts'

/** Opens the bytes from their start; called twice, so that the encoding is known before the first row. */
export type OpenBytes = () => AsyncIterable<Buffer>

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'

export type DecodedText = { readonly encoding: Encoding; readonly chunks: AsyncIterable<string> }

/**
 * Text of a file: byte order mark, else strict UTF-8, else strict GB18030, else BAD_FILE with the byte's offset.
 * Nothing is guessed from frequencies, and nothing is replaced.
 */
export async function decode(open: OpenBytes, file: string): Promise<DecodedText> {
  const { encoding, skip } = await detect(open, file)
  return { encoding, chunks: decodeAs(encoding, skip, open, file) }
}

const labels: Record<Encoding, string> = {
  'UTF-8': 'utf-8',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  GB18030: 'gb18030',
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
  ['GB18030', [0x84, 0x31, 0x95, 0x33]],
]

/** The encoding of a file, and how many bytes its mark takes. */
export async function detect(open: OpenBytes, file: string): Promise<{ encoding: Encoding; skip: number }> {
  let offset = 0
  for await (const block of lines(open, file)) {
    if (offset === 0) {
      const mark = marks.find(([, bytes]) => bytes.every((byte, i) => block[i] === byte))
      if (mark) return { encoding: mark[0], skip: mark[1].length }
    }
    const zero = block.indexOf(0)
    if (zero >= 0)
      throw refuse(file, `第 ${offset + zero + 1} 字节是空字符；文本文件不应含有它，若为 UTF-16 请带 BOM 保存。`)
    if (!isUtf8(block)) return { encoding: 'GB18030', skip: 0 }
    offset += block.length
  }
  return { encoding: 'UTF-8', skip: 0 }
}

async function* decodeAs(encoding: Encoding, skip: number, open: OpenBytes, file: string): AsyncGenerator<string> {
  const wide = encoding === 'UTF-16LE' || encoding === 'UTF-16BE'
  const decoder = new TextDecoder(labels[encoding], { fatal: true, ignoreBOM: true })
  let offset = skip
  for await (const block of wide ? after(skip, open()) : after(skip, lines(open, file))) {
    if (encoding === 'GB18030') refuseMixed(block, offset, file)
    try {
      const text = decoder.decode(block, { stream: wide })
      if (text.includes('\0')) throw refuse(file, zeroAt(offset + block.indexOf(0), wide))
      yield text
    } catch (error) {
      if (error instanceof HubError) throw error
      const at = offset + (wide ? 0 : firstBad(block, labels[encoding]))
      const near = wide ? '附近' : ''
      throw refuse(file, `第 ${at + 1} 字节${near}无法按 ${encoding} 解码；请用 UTF-8 或 GB18030 重新保存。`)
    }
    offset += block.length
  }
  if (wide) {
    try {
      yield decoder.decode()
    } catch {
      throw refuse(file, `文件在第 ${offset} 字节处中断，最后一个字符不完整。`)
    }
  }
}

async function* after(skip: number, blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = skip
  for await (const block of blocks) {
    yield block.subarray(left)
    left = Math.max(0, left - block.length)
  }
}

/** Bytes in blocks that end with a line, so that no character is cut: 0x0A is never a later byte in either encoding. */
async function* lines(open: OpenBytes, file: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  let held = 0
  for await (const chunk of open()) {
    const end = chunk.lastIndexOf(0x0a) + 1
    if (end > 0) {
      yield Buffer.concat([...rest, chunk.subarray(0, end)])
      rest = []
      held = 0
    }
    if (end < chunk.length) {
      rest.push(chunk.subarray(end))
      held += chunk.length - end
    }
    if (held > longestLine) throw refuse(file, `一行超过 ${longestLine / 2 ** 20} MB，不是表格文本。`)
  }
  if (held > 0) yield Buffer.concat(rest)
}

const longestLine = 16 * 2 ** 20

/** UTF-8 Chinese also decodes as GB18030, into nonsense; a line that is nothing but UTF-8 gives it away. */
function refuseMixed(block: Buffer, offset: number, file: string) {
  for (let start = 0; start < block.length; ) {
    const found = block.indexOf(0x0a, start)
    const end = found < 0 ? block.length : found
    const line = block.subarray(start, end)
    if (isUtf8(line) && threeByteCharacters(line) >= 4) {
      throw refuse(file, `第 ${offset + start + 1} 字节起的一行是 UTF-8，其余内容却是 GB18030；请统一编码后重新保存。`)
    }
    start = end + 1
  }
}

/** Count of three-byte sequences, or 0 when there are others beside ASCII: Chinese in UTF-8 has no others. */
function threeByteCharacters(line: Buffer): number {
  let count = 0
  for (let i = 0; i < line.length; i++) {
    if (line[i]! < 0x80) continue
    if (line[i]! < 0xe0 || line[i]! >= 0xf0) return 0
    count++
    i += 2
  }
  return count
}

function zeroAt(offset: number, wide: boolean): string {
  // In UTF-16 most zeros are halves of characters.
  const place = wide ? '内容' : `第 ${offset + 1} 字节`
  return `${place}含空字符 (NUL)，文本文件不应含有它。`
}

/** Index of the first byte at which a block stops being decodable: the longest good prefix, by halving. */
function firstBad(block: Buffer, label: string): number {
  let good = 0
  let bad = block.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      new TextDecoder(label, { fatal: true }).decode(block.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return good
}

function refuse(file: string, sentence: string): HubError {
  return new HubError('BAD_FILE', `${file}：${sentence}`, { file })
}
