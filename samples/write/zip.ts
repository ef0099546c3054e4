import { crc32 } from 'node:zlib'
import { gb18030 } from './gb18030.ts'

/** One file of an archive. */
export type Entry = { readonly name: string; readonly data: Buffer }

/**
 * A zip archive, stored without compression so that its bytes are the same on every machine. `names: 'GBK'` writes
 * entry names as Chinese Windows does, without the UTF-8 mark, which zip libraries cannot.
 */
export function zip(entries: readonly Entry[], options: { names: 'GBK' | 'UTF-8'; comment: string }): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data } of entries) {
    const path = options.names === 'GBK' ? gb18030(name) : Buffer.from(name)
    const described = description(path, data, options.names)
    const local = Buffer.concat([signature(0x04034b50), described, path])
    directory.push(Buffer.concat([signature(0x02014b50), version, described, placement(offset), path]))
    bodies.push(local, data)
    offset += local.length + data.length
  }
  return Buffer.concat([...bodies, ...directory, end(entries.length, Buffer.concat(directory).length, offset, options)])
}

const version = Buffer.from([20, 0])
const utf8Mark = 0x0800
/** 2024-01-01 00:00, so that two runs write the same bytes. */
const day = ((2024 - 1980) << 9) | (1 << 5) | 1

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** What the local header and the directory say alike. */
function description(path: Buffer, data: Buffer, names: 'GBK' | 'UTF-8'): Buffer {
  const bytes = Buffer.alloc(26)
  version.copy(bytes)
  bytes.writeUInt16LE(names === 'UTF-8' ? utf8Mark : 0, 2)
  bytes.writeUInt16LE(day, 8)
  bytes.writeUInt32LE(crc32(data), 10)
  bytes.writeUInt32LE(data.length, 14)
  bytes.writeUInt32LE(data.length, 18)
  bytes.writeUInt16LE(path.length, 22)
  return bytes
}

/** The directory's own part: comment, disk, attributes, and where the entry starts. */
function placement(offset: number): Buffer {
  const bytes = Buffer.alloc(14)
  bytes.writeUInt32LE(offset, 10)
  return bytes
}

function end(count: number, size: number, offset: number, options: { comment: string }): Buffer {
  const comment = Buffer.from(options.comment)
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(offset, 16)
  bytes.writeUInt16LE(comment.length, 20)
  return Buffer.concat([bytes, comment])
}
