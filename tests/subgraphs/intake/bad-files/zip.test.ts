import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zip } from '../../../../samples/write/zip.ts'
import { openFolder } from '../folder.ts'
import { type BadFile, expectRefusal, good, row, taken, workbookOf } from './demands.ts'

let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => folder.remove())

function bundle(...entries: (readonly [name: string, data: string | Buffer])[]): Buffer {
  const files = entries.map(([name, data]) => ({ name, data: Buffer.from(data) }))
  return zip(files, { names: 'UTF-8', comment: '' })
}

/** The same archive with other bytes in the local header and the directory of its only entry, counted from the method. */
function patched(archive: Buffer, change: (bytes: Buffer, method: number) => void): Buffer {
  for (const [signature, offset] of [
    ['504b0304', 8],
    ['504b0102', 10],
  ] as const) {
    change(archive, archive.indexOf(Buffer.from(signature, 'hex')) + offset)
  }
  return archive
}

/** An entry that inflates to so many zeros. */
function zeros(count: number): Buffer {
  return patched(bundle(['需求库.csv', deflateRawSync(Buffer.alloc(count))]), (bytes, method) => {
    bytes.writeUInt16LE(8, method)
    bytes.writeUInt32LE(count, method + 14)
  })
}

const one = () => bundle(['需求库.csv', good])

describe('an archive that is damaged or made to do harm is refused', () => {
  const cases: [what: string, content: Buffer, sentence: RegExp][] = [
    ['a bomb', zeros(64 * 2 ** 20), /^包\.zip\/需求库\.csv：压缩比超过 200，疑似压缩炸弹，拒绝读取。$/],
    ['an archive in an archive', bundle(['内.zip', one()]), /包\.zip\/内\.zip：压缩包里不能再有压缩包/],
    [
      'sixteen in one, as 42.zip has them',
      bundle(...Array.from({ length: 16 }, (_, i) => [`${i}.zip`, one()] as const)),
      /压缩包里不能再有压缩包/,
    ],
    [
      'more entries than a library has files',
      bundle(...Array.from({ length: 2001 }, (_, i) => [`${i}.txt`, ''] as const)),
      /压缩包内有 2001 个文件，最多 2000 个/,
    ],
    ['a path that climbs', bundle(['a/../../需求库.csv', good]), /路径 a\/\.\.\/\.\.\/需求库\.csv 指向包外，拒绝读取/],
    ['a path that climbs as Windows does', bundle(['..\\需求库.csv', good]), /指向包外/],
    ['a path from the root', bundle(['/etc/需求库.csv', good]), /路径 \/etc\/需求库\.csv 指向包外/],
    ['a path to a drive', bundle(['C:/需求库.csv', good]), /路径 C:\/需求库\.csv 指向包外/],
    ['nothing in it', bundle(), /包\.zip：压缩包是空的/],
    ['only what a desktop leaves', bundle(['__MACOSX/._需求库.csv', 'x'], ['.DS_Store', 'x']), /包\.zip：压缩包是空的/],
    ['an empty file in it', bundle(['需求库.csv', '']), /包\.zip\/需求库\.csv：文件是空的/],
    [
      'an old workbook in it',
      bundle(['台账.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')]),
      /包\.zip\/台账\.xls：.*请另存为 \.xlsx/,
    ],
    ['a web page in it', bundle(['需求库.csv', '<html>']), /包\.zip\/需求库\.csv：这是网页/],
    [
      'a broken workbook in it',
      bundle(['需求库.xlsx', workbookOf({ 'xl/workbook.xml': '<a>' })]),
      /包\.zip\/需求库\.xlsx：.*不是合法的 XML/,
    ],
    [
      'a password',
      patched(one(), (bytes, method) => {
        bytes.writeUInt16LE(bytes.readUInt16LE(method - 2) | 1, method - 2)
        bytes.writeUInt16LE(8, method)
      }),
      /包\.zip\/需求库\.csv：文件有密码，请去掉密码后重新打包/,
    ],
    [
      'a packing nobody knows',
      patched(one(), (bytes, method) => bytes.writeUInt16LE(99, method)),
      /包\.zip\/需求库\.csv：压缩内容已损坏/,
    ],
    ['a size that is too small', patched(one(), (bytes, method) => bytes.writeUInt32LE(10, method + 14)), /已损坏/],
    [
      'a size that is too large',
      patched(one(), (bytes, method) => bytes.writeUInt32LE(10 ** 6, method + 14)),
      /已损坏/,
    ],
    [
      'another checksum',
      patched(one(), (bytes, method) => bytes.writeUInt32LE(1, method + 6)),
      /压缩内容已损坏（校验和不符）/,
    ],
    [
      'deflated bytes that are none',
      patched(one(), (bytes, method) => bytes.writeUInt16LE(8, method)),
      /压缩内容已损坏/,
    ],
    ['its end cut off', one().subarray(0, -30), /压缩包已损坏，无法打开（文件不完整或不是 zip）/],
    ['its start cut off', one().subarray(20), /第 1 字节是空字符/],
  ]
  it.each(cases)('%s', (_, content, sentence) => expectRefusal(folder, ['包.zip', content, sentence] satisfies BadFile))
})

it('takes the one table out of a bundle full of other things', async () => {
  const content = bundle(['说明.docx', 'x'], ['图/照片.png', 'x'], ['数据/需求库.csv', good], ['__MACOSX/._a.csv', 'x'])
  expect(await taken(folder, '包.zip', content)).toEqual({
    records: [row.split(',').slice(0, 2)],
    refused: [],
    doubts: [],
  })
})
