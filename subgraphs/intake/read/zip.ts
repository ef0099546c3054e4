import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { HubError } from '#schema/errors.ts'
import type { OpenBytes } from '../decode.ts'

/** What an archive may hold before it is taken for a bomb. */
const zipLimits = { entries: 2000, bytes: 4 * 2 ** 30, ratio: 200 } as const

/** An archive's files, folders aside; `path` is its name inside, as its writer meant it. */
export type ZipEntry = { readonly path: string; readonly bytes: number; readonly open: OpenBytes }

export type Archive = { readonly entries: readonly ZipEntry[]; readonly comment: string; readonly close: () => void }

/**
 * Opens a zip file from disk or memory. Refuses paths that leave it, entries under lock, and more entries or bytes than
 * a table needs; what an entry inflates to is held to what it declared.
 */
export async function openZip(source: string | Buffer, file: string): Promise<Archive> {
  const options = { decodeStrings: false, autoClose: false, validateEntrySizes: true } as const
  const zip = await (typeof source === 'string'
    ? openPromise(source, options)
    : fromBufferPromise(source, options)
  ).catch((error: Error) => {
    throw new HubError('BAD_FILE', `${file}：压缩包已损坏，无法打开（${reason(error)}）。`, { file })
  })
  try {
    const entries = await listEntries(zip, file)
    return { entries, comment: nameOf(zip.comment as unknown as Buffer, true), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** Whether an archive is a workbook rather than a bundle of files. */
export function isWorkbook(archive: Archive): boolean {
  return archive.entries.some(({ path }) => path === 'xl/workbook.xml' || path === '[Content_Types].xml')
}

async function listEntries(zip: ZipFile, file: string): Promise<ZipEntry[]> {
  if (zip.entryCount > zipLimits.entries) {
    throw new HubError('BAD_FILE', `${file}：压缩包内有 ${zip.entryCount} 个文件，最多 ${zipLimits.entries} 个。`, {
      file,
    })
  }
  const entries: ZipEntry[] = []
  let bytes = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const isUtf8 = (entry.generalPurposeBitFlag & 0x0800) !== 0
      const path = nameOf(entry.fileName as unknown as Buffer, isUtf8)
      if (path.endsWith('/')) continue
      bytes += entry.uncompressedSize
      refuseEntry(entry, path, bytes, file)
      entries.push({ path, bytes: entry.uncompressedSize, open: () => inflate(zip, entry, `${file}/${path}`) })
    }
  } catch (error) {
    throw error instanceof HubError ? error : damaged(file, error as Error)
  }
  return entries
}

function refuseEntry(entry: Entry, path: string, bytes: number, file: string) {
  const outside = path.split('/').includes('..') || path.startsWith('/') || /^[A-Za-z]:/.test(path)
  if (outside) throw new HubError('BAD_FILE', `${file}：压缩包内的路径 ${path} 指向包外，拒绝读取。`, { file })
  if (entry.isEncrypted())
    throw new HubError('BAD_FILE', `${file}/${path}：文件有密码，请去掉密码后重新打包。`, { file })
  if (bytes > zipLimits.bytes) {
    throw new HubError('BAD_FILE', `${file}：解压后超过 ${zipLimits.bytes / 2 ** 30} GB，拒绝读取。`, { file })
  }
  if (entry.uncompressedSize > 2 ** 20 && entry.uncompressedSize > zipLimits.ratio * entry.compressedSize) {
    throw new HubError('BAD_FILE', `${file}/${path}：压缩比超过 ${zipLimits.ratio}，疑似压缩炸弹，拒绝读取。`, { file })
  }
}

async function* inflate(zip: ZipFile, entry: Entry, file: string): AsyncGenerator<Buffer> {
  let sum = 0
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      sum = crc32(chunk as Buffer, sum)
      yield chunk as Buffer
    }
  } catch (error) {
    throw damaged(file, error as Error)
  }
  // The library compares sizes only; a flipped bit in a stored file would pass as other content.
  if (sum !== entry.crc32) throw damaged(file, new Error('checksum'))
}

/** Entry names are UTF-8 when marked so or when they are so; Chinese Windows writes them in its own code page. */
function nameOf(bytes: Buffer, isUtf8: boolean): string {
  for (const label of isUtf8 ? ['utf-8'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes).replaceAll('\\', '/')
    } catch {
      // The next encoding is tried.
    }
  }
  return bytes.toString('latin1')
}

function damaged(file: string, error: Error): HubError {
  return new HubError('BAD_FILE', `${file}：压缩内容已损坏（${reason(error)}）。`, { file })
}

function reason({ message }: Error): string {
  if (/end of central directory/i.test(message)) return '文件不完整或不是 zip'
  if (/size|too (many|few) bytes/i.test(message)) return '实际大小与声明不符'
  if (/crc|checksum/i.test(message)) return '校验和不符'
  return '结构不正确'
}
