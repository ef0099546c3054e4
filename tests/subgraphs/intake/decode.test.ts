import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gb18030 } from '../../../samples/write/gb18030.ts'
import { decode, type Encoding } from '../../../subgraphs/intake/decode.ts'

async function read(bytes: Buffer, chunk = bytes.length || 1) {
  const open = async function* () {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  const { encoding, chunks } = await decode(open, '试.csv')
  return { encoding, text: (await Array.fromAsync(chunks)).join('') }
}

/** Text of whole characters, without NUL and without a mark of its own. */
const text = fc
  .string({ unit: 'binary', minLength: 1 })
  .filter((value) => value.isWellFormed() && !value.includes('\0') && !value.startsWith('\ufeff'))

const write: Record<Encoding, (value: string) => Buffer> = {
  'UTF-8': (value) => Buffer.from(`\ufeff${value}`),
  'UTF-16LE': (value) => Buffer.from(`\ufeff${value}`, 'utf16le'),
  'UTF-16BE': (value) => Buffer.from(`\ufeff${value}`, 'utf16le').swap16(),
  GB18030: (value) => gb18030(`\ufeff${value}`),
}

describe('text is read as it was written or refused', () => {
  it.each(Object.entries(write))(
    'gives back any %s text that has a byte order mark, however its bytes arrive',
    async (encoding, bytes) => {
      await fc.assert(
        fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (value, chunk) => {
          expect(await read(bytes(value), chunk)).toEqual({ encoding, text: value })
        }),
      )
    },
  )

  it('gives back UTF-8 and GB18030 without a mark, the rarest personal names included', async () => {
    const names = '姓名,单位\n㐱𠮷䶮,示例大学\n朱镕基,喆堃\n'
    expect(await read(Buffer.from(names), 3)).toEqual({ encoding: 'UTF-8', text: names })
    expect(await read(gb18030(names), 3)).toEqual({ encoding: 'GB18030', text: names })
  })

  it('never makes other characters of bytes that are broken: it refuses, or every byte had a meaning', async () => {
    const good = Buffer.from('需求编号,需求名称\nXQ-0001,高压输电线路驱鸟保护装置研制\nXQ-0002,冰雪装备轻量化\n')
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: good.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bad = Buffer.from(good)
        bad[at]! ^= change
        const answer = await read(bad).catch((error: Error) => error.message)
        if (typeof answer === 'string') expect(answer).toMatch(/^试\.csv：第 \d+ 字节/)
        else
          expect(answer).toEqual({
            encoding: 'UTF-8',
            text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bad),
          })
      }),
      { numRuns: 500 },
    )
  })

  it('names the byte that cannot be read', async () => {
    const bytes = Buffer.concat([gb18030('编号,名称\n1,甲\n'), Buffer.from([0x32, 0x2c, 0xff, 0x0a])])
    await expect(read(bytes)).rejects.toThrow(
      `试.csv：第 ${bytes.length - 1} 字节无法按 GB18030 解码；请用 UTF-8 或 GB18030 重新保存。`,
    )
  })
})
