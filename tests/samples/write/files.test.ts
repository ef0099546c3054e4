import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gb18030 } from '../../../samples/write/gb18030.ts'
import { separated } from '../../../samples/write/lines.ts'
import { zip } from '../../../samples/write/zip.ts'
import { readCsv } from '../../../subgraphs/intake/read/csv.ts'
import { openZip } from '../../../subgraphs/intake/read/zip.ts'

describe('GB18030 as the samples write it', () => {
  it('decodes to the text it was made from, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // A byte order mark is no part of the text, and private characters have no meaning to keep.
        const plain = text.replace(/[\ufeff\p{Co}]/gu, '')
        expect(new TextDecoder('gb18030', { fatal: true }).decode(gb18030(plain))).toBe(plain)
      }),
    )
  })

  it('is GBK, two bytes a character, for Simplified and Traditional alike', () => {
    expect(gb18030('东北大学').toString('hex')).toBe('b6abb1b1b4f3d1a7')
    expect(gb18030('東北大學').length).toBe(8)
  })
})

describe('a text table', () => {
  it('comes back cell by cell, delimiters, quotes and line breaks included', async () => {
    const cell = fc.string({ unit: fc.constantFrom('联', '库', ',', '\t', '"', '\n', ' ', 'A') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 3 }), async (rows) => {
        const lines = rows.map(([one, two]) => ({
          cells: { 列一: `一${one}`, 列二: `二${two}` },
          truth: { records: [], flags: [] },
        }))
        const bytes = gb18030(separated(['列一', '列二'], lines))
        async function* open() {
          yield bytes
        }
        const read: unknown[] = []
        for await (const event of readCsv(open, '表.csv', false)) if (event.type === 'rows') read.push(...event.rows)
        expect(read.slice(1)).toEqual(lines.map(({ cells }, i) => ({ row: i + 2, cells: Object.values(cells) })))
      }),
      { numRuns: 50 },
    )
  })
})

describe('an archive', () => {
  it.each(['GBK', 'UTF-8'] as const)('keeps names in %s, contents and its comment', async (names) => {
    const entries = [
      { name: '10213/人才库.csv', data: gb18030('序号,姓名\r\n') },
      { name: '台账.csv', data: Buffer.alloc(0) },
    ]
    const archive = await openZip(zip(entries, { names, comment: 'SYNTHETIC 虚构样例' }), 'HLJ_2023H1.zip')
    const found = await Promise.all(
      archive.entries.map(async ({ path, open }) => ({
        name: path,
        data: Buffer.concat(await Array.fromAsync(open())),
      })),
    )
    expect(found).toEqual(entries)
    expect(archive.comment).toBe('SYNTHETIC 虚构样例')
    archive.close()
  })
})
