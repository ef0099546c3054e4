import { deflateRawSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gb18030 } from '../../../samples/write/gb18030.ts'
import { zip } from '../../../samples/write/zip.ts'
import { creditCode, identifier, partialDate, region, text, yuan } from '../../../subgraphs/intake/cells.ts'
import type { Style } from '../../../subgraphs/intake/style.ts'
import { mapFiles, openFolder } from './folder.ts'

const columns = [
  { column: '需求编号', to: 'localId', as: identifier(), required: true },
  { column: '企业名称', to: 'enterprise.text', as: text() },
  { column: '统一社会信用代码', to: 'enterprise.uscc', as: creditCode() },
  { column: '市(地)', to: 'region', as: region() },
  { column: '意向投入(万元)', to: 'intendedAmount', as: yuan() },
  { column: '截止日期', to: 'deadline', as: partialDate() },
]
const style: Style = {
  id: 'hl-demand',
  title: '需求库（试）',
  sheets: [
    { library: 'hl-demand', file: /^需求库.*\.csv$/, format: 'csv', record: 'demand', columns },
    { library: 'hl-demand', file: /^需求库.*\.xlsx$/, format: 'xlsx', record: 'demand', columns },
    { library: 'hl-demand', file: /^需求库.*\.json$/, format: 'json', rows: 'data.rows', record: 'demand', columns },
  ],
}

const header = '需求编号,企业名称,统一社会信用代码,市(地),意向投入(万元),截止日期'
const row = 'XQ-0001,哈尔滨示例机械有限公司,91230100MAYY0000XN,哈尔滨市,80,2023-12-31'
const good = `${header}\n${row}\n`
const sheet = utils.aoa_to_sheet([header.split(','), row.split(',')])
const workbook: Buffer = write({ SheetNames: ['需求'], Sheets: { 需求: sheet } }, { type: 'buffer', bookType: 'xlsx' })

let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => folder.remove())

function bundle(name: string, data: Buffer, names: 'GBK' | 'UTF-8' = 'UTF-8') {
  return zip([{ name, data }], { names, comment: '' })
}

/** An archive whose one entry inflates to zeros a thousand times its size. */
function bomb(): Buffer {
  const plain = Buffer.alloc(64 * 2 ** 20)
  const packed = deflateRawSync(plain)
  const archive = bundle('需求库.csv', packed)
  for (const signature of ['504b0304', '504b0102']) {
    const at = archive.indexOf(Buffer.from(signature, 'hex')) + (signature === '504b0304' ? 8 : 10)
    archive.writeUInt16LE(8, at)
    archive.writeUInt32LE(plain.length, at + 14)
  }
  return archive
}

/** One digit of the amount is another. */
function flipped(archive: Buffer): Buffer {
  archive[archive.indexOf(',80,') + 1]! ^= 1
  return archive
}

describe('a file that cannot be read is refused with its place and what to do', () => {
  const cases: [name: string, content: string | Buffer, sentence: RegExp][] = [
    ['需求库.csv', '', /^需求库\.csv：文件是空的。$/],
    ['需求库.csv', header.replace('企业名称,', ''), /缺少列 企业名称；收到的列：需求编号、统一社会信用代码/],
    ['需求库.csv', `${header},需求编号\n${row},XQ-0002\n`, /列 需求编号 出现不止一次/],
    ['需求库.csv', '甲,乙,丙\n1,2,3\n', /没有找到表头。应有列：需求编号、企业名称.*收到：甲、乙、丙/],
    ['需求库.csv', `${good}XQ-0002,"未闭合的引号,,,,\n`, /第 \d+ 行起引号不成对或位置不对/],
    ['需求库.csv', Buffer.from([...gb18030(good), 0xff, 0x0a]), /第 \d+ 字节无法按 GB18030 解码/],
    ['需求库.csv', Buffer.concat([gb18030(good), Buffer.from(`${row}\n`)]), /的一行是 UTF-8，其余内容却是 GB18030/],
    ['需求库.csv', `${good}XQ-0002,含\0空字符,,,,\n`, /第 \d+ 字节是空字符/],
    ['需求库.csv', Buffer.from(`\ufeff${good}`, 'utf16le').subarray(0, -1), /最后一个字符不完整/],
    ['需求库.csv', `${header},${Array(1100).fill('多').join(',')}\n`, /第 1 行有 1106 列，最多 1000 列/],
    ['需求库.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /旧版 Excel 文件 \(\.xls\).*请另存为 \.xlsx/],
    ['需求库.csv', '<html><table></table></html>', /这是网页，不是表格/],
    ['成果.csv', good, /格式 hl-demand 中没有这个文件/],
    ['需求库.json', '{"data":{"rows":[{"需求编号":"XQ-0001",}]}}', /第 1 行不是合法的 JSON/],
    ['需求库.json', '{"data":{"list":[]}}', /应在 data\.rows 处有一个由对象组成的数组/],
    ['需求库.json', '{"data":{"total":3,"rows":[]}}', /来源声明共 3 条，实际收到 0 条/],
    ['需求库.xlsx', workbook.subarray(0, workbook.length - 200), /压缩包已损坏，无法打开（文件不完整或不是 zip）/],
    [
      '需求库.xlsx',
      bundle('xl/workbook.xml', Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>')),
      /含有文档类型声明/,
    ],
    ['需求库.xlsx', bundle('xl/workbook.xml', Buffer.from('<workbook/>')), /工作簿结构不正确/],
    ['包.zip', bundle('../需求库.csv', Buffer.from(good)), /路径 \.\.\/需求库\.csv 指向包外/],
    ['包.zip', bundle('内.zip', bundle('需求库.csv', Buffer.from(good))), /压缩包里不能再有压缩包/],
    ['包.zip', bundle('台账.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')), /包\.zip\/台账\.xls：.*请另存为 \.xlsx/],
    ['包.zip', flipped(bundle('需求库.csv', Buffer.from(good))), /包\.zip\/需求库\.csv：压缩内容已损坏（校验和不符）/],
    ['包.zip', bomb(), /压缩比超过 200，疑似压缩炸弹/],
    ['包.zip', zip([], { names: 'UTF-8', comment: '' }), /压缩包是空的/],
  ]
  it.each(cases)('%s: %#', async (name, content, sentence) => {
    const file = await folder.write(name, content)
    await expect(mapFiles(style, [file])).rejects.toThrow(
      expect.objectContaining({ code: 'BAD_FILE', message: expect.stringMatching(sentence) }),
    )
  })

  it('says that columns are shifted instead of loading them', async () => {
    const shifted = Array.from({ length: 5 }, (_, i) => `XQ-000${i},,示例企业${i},91230100MAYY0000XN,哈尔滨市,80`)
    const file = await folder.write('需求库.csv', [header, ...shifted].join('\n'))
    await expect(mapFiles(style, [file])).rejects.toThrow(
      /疑似错列，未读入。统一社会信用代码（C 列）的内容像是在 D 列；市\(地\)（D 列）的内容像是在 E 列/,
    )
  })

  it('refuses the one row whose cells do not fit the header, and takes the others', async () => {
    const file = await folder.write(
      '需求库.csv',
      `${good}XQ-0002,多了一格,,91230100MAYY0000XN,哈尔滨市,80,2023-12-31\n`,
    )
    const { records, refused } = await mapFiles(style, [file])
    expect(records.map(({ localId }) => localId)).toEqual(['XQ-0001'])
    expect(refused).toEqual([{ code: 'COLUMN_SHIFT_SUSPECTED', row: 3, address: 'G3' }])
  })

  it('refuses the one row that slipped by a column, and takes the others', async () => {
    const slipped = 'XQ-0002,,哈尔滨示例电机有限公司,91230100MAYY0000XN,哈尔滨市,80'
    const { records, refused } = await mapFiles(style, [await folder.write('需求库.csv', `${good}${slipped}\n`)])
    expect(records.map(({ localId }) => localId)).toEqual(['XQ-0001'])
    expect(refused).toEqual([{ code: 'COLUMN_SHIFT_SUSPECTED', row: 3 }])
  })

  it('keeps what cannot be seen but says so, and never tells two records apart by it', async () => {
    const unseen = 'XQ-0002\u200b,哈尔滨\u202e示例公司,91230100MAYY0000XN,哈尔滨市,80,2023-12-31'
    const { records, doubts } = await mapFiles(style, [await folder.write('需求库.csv', `${good}${unseen}\n`)])
    expect(records[1]).toMatchObject({ localId: 'XQ-0002', fields: { enterprise: { text: '哈尔滨\u202e示例公司' } } })
    expect(doubts.map(({ code, address, original }) => ({ code, address, original }))).toEqual([
      { code: 'TEXT_INVISIBLE', address: 'B3', original: '哈尔滨\u202e示例公司' },
      { code: 'TEXT_INVISIBLE', address: 'A3', original: 'XQ-0002\u200b' },
    ])
  })

  it('refuses a row whose number is a paragraph, and one without a number', async () => {
    const rows = [`${'长'.repeat(201)},哈尔滨示例公司,,,,`, ',哈尔滨示例公司,,,,']
    const { records, refused } = await mapFiles(style, [
      await folder.write('需求库.csv', `${good}${rows.join('\n')}\n`),
    ])
    expect(records.map(({ localId }) => localId)).toEqual(['XQ-0001'])
    expect(refused).toEqual([
      { code: 'VALUE_NOT_ALLOWED', row: 3, address: 'A3', column: '需求编号' },
      { code: 'VALUE_MISSING', row: 4, address: 'A4', column: '需求编号' },
    ])
  })

  it('refuses a row with half a surrogate pair, which no database could keep', async () => {
    const rows = [{ ...Object.fromEntries(header.split(',').map((name) => [name, ''])), 需求编号: 'XQ-\ud800' }]
    const file = await folder.write('需求库.json', JSON.stringify({ data: { rows } }))
    expect((await mapFiles(style, [file])).refused).toEqual([
      { code: 'TEXT_UNREADABLE', row: 1, address: '第 1 条 第 1 项' },
    ])
  })
})

describe('the same rows are read from every form they may come in', () => {
  const fields = {
    deadline: '2023-12-31',
    enterprise: { text: '哈尔滨示例机械有限公司', uscc: '91230100MAYY0000XN' },
    intendedAmount: { yuan: '800000.00', text: '80' },
    region: {
      scheme: 'GB/T 2260',
      code: '230100',
      label: '哈尔滨市',
      labelEn: 'Harbin',
      original: '哈尔滨市',
      match: 'EXACT',
    },
  }
  const tabbed = good.replaceAll(',', '\t')
  const object = Object.fromEntries(header.split(',').map((name, i) => [name, row.split(',')[i]]))
  const twoPages = [{ data: { total: 1, rows: [object] } }, { data: { total: 1, rows: [] } }]
  const forms: [form: string, name: string, content: string | Buffer][] = [
    ['UTF-8', '需求库.csv', good],
    ['UTF-8 with a mark', '需求库.csv', `\ufeff${good}`],
    ['GB18030', '需求库.csv', gb18030(good)],
    ['UTF-16, little end first', '需求库.csv', Buffer.from(`\ufeff${good}`, 'utf16le')],
    ['UTF-16, big end first', '需求库.csv', Buffer.from(`\ufeff${good}`, 'utf16le').swap16()],
    ['tabs', '需求库.csv', tabbed],
    ['semicolons', '需求库.csv', good.replaceAll(',', ';')],
    [
      'a header in Traditional script',
      '需求库.csv',
      good.replace('需求编号', '需求編號').replace('统一社会信用代码', '統一社會信用代碼'),
    ],
    ['a title above the header', '需求库.csv', `黑龙江省需求库（示例）,,,,,\n${good}`],
    ['a workbook', '需求库.xlsx', workbook],
    ['a bundle from Chinese Windows', 'HLJ_2023H1.zip', bundle('黑龙江/需求库.csv', gb18030(good), 'GBK')],
    ['a workbook in a bundle', 'HLJ_2023H1.zip', bundle('需求库.xlsx', workbook)],
    ['JSON in pages', '需求库.json', JSON.stringify(twoPages)],
    ['JSON Lines of pages', '需求库.json', twoPages.map((page) => JSON.stringify(page)).join('\n')],
    ['JSON Lines of rows', '需求库.json', `${JSON.stringify(object)}\n{"需求编号":"XQ-0002"}\n`],
  ]
  it.each(forms)('%s', async (_, name, content) => {
    const { records, refused, doubts } = await mapFiles(style, [await folder.write(name, content)])
    expect(records[0]).toMatchObject({ kind: 'demand', localId: 'XQ-0001', restricted: false, flags: [] })
    expect({ fields: records[0]?.fields, refused, doubts }).toEqual({ fields, refused: [], doubts: [] })
  })
})
