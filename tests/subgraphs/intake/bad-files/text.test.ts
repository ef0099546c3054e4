import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gb18030 } from '../../../../samples/write/gb18030.ts'
import { openFolder } from '../folder.ts'
import { type BadFile, expectRefusal, good, header, row, taken, workbookOf } from './demands.ts'

let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => folder.remove())

const record = row.split(',').slice(0, 2)

function csv(content: string | Buffer, sentence: RegExp): BadFile {
  return ['需求库.csv', content, sentence]
}

function json(content: string, sentence: RegExp): BadFile {
  return ['需求库.json', content, sentence]
}

function bytes(...parts: (string | number)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part))))
}

describe('bytes that are no text are refused with their place', () => {
  const at = Buffer.byteLength(good) + 1
  const cases: [what: string, file: BadFile][] = [
    ['only a byte order mark', csv('\ufeff', /没有找到表头/)],
    ['only spaces', csv(' \n \n', /没有找到表头/)],
    ['a NUL at the start', csv(`\0${good}`, /第 1 字节是空字符；文本文件不应含有它/)],
    ['a NUL in UTF-16', csv(Buffer.from(`\ufeff${good}\0`, 'utf16le'), /内容含空字符 \(NUL\)/)],
    ['UTF-16 without a mark', csv(Buffer.from(good, 'utf16le'), /空字符；.*若为 UTF-16 请带 BOM 保存/)],
    [
      'half a surrogate pair in UTF-16',
      csv(
        Buffer.concat([Buffer.from(`\ufeff${good}`, 'utf16le'), Buffer.of(0x00, 0xd8, 0x0a, 0x00)]),
        /附近无法按 UTF-16LE 解码/,
      ),
    ],
    ['half a surrogate pair in UTF-8', csv(bytes(good, 0xed, 0xa0, 0x80), /第 \d+ 字节/)],
    ['UTF-8 cut off in a character', csv(bytes(good, 0xe5, 0x93), /第 \d+ 字节/)],
    ['an overlong form', csv(bytes(good, 0xc0, 0x80, 0x0a), /第 \d+ 字节/)],
    [
      'UTF-8 with a mark and a bad byte',
      csv(bytes('\ufeff', good, 0xff), new RegExp(`第 ${at + 3} 字节无法按 UTF-8 解码`)),
    ],
    [
      'GB18030 cut off in four bytes',
      csv(Buffer.concat([gb18030(good), Buffer.of(0x81, 0x30, 0x81)]), /第 \d+ 字节无法按 GB18030/),
    ],
    [
      'a line of GBK among UTF-8',
      csv(Buffer.concat([Buffer.from(good), gb18030(`${row}\n`)]), /的一行是 UTF-8，其余内容却是 GB18030/),
    ],
    [
      'a line of UTF-8 among GBK',
      csv(Buffer.concat([gb18030(good), Buffer.from(`${row}\n`)]), /的一行是 UTF-8，其余内容却是 GB18030/),
    ],
    ['Latin-1', csv(Buffer.from(`${header.replace(/[^,]/g, 'é')}\n`, 'latin1'), /无法按|没有找到表头/)],
    ['a picture', csv(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /第 \d+ 字节/)],
    ['a PDF', csv('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n', /没有找到表头/)],
    ['a page of the web', csv('<!DOCTYPE html><html><table>', /这是网页，不是表格；请在 Excel 中打开后另存为 \.xlsx/)],
    ['a web page named .xlsx', ['需求库.xlsx', '<html><table><tr>', /这是网页，不是表格/]],
    [
      'an old or locked workbook',
      ['需求库.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /旧版 Excel 文件 \(\.xls\) 或加了密码/],
    ],
    ['a line of 17 MB', csv(`${good}${'长'.repeat(6 * 2 ** 20)}`, /一行超过 16 MB，不是表格文本/)],
  ]
  it.each(cases)('%s', (_, file) => expectRefusal(folder, file))
})

describe('text that is no table is refused with its row', () => {
  const cases: [what: string, file: BadFile][] = [
    ['a quote that never ends', csv(`${good}"XQ-0002,${'长'.repeat(5 * 2 ** 20)}`, /第 3 行起/)],
    ['a quote that ends in the middle of a cell', csv(`${good}"XQ"-0002,甲,,,,\n`, /第 3 行起引号不成对或位置不对/)],
    ['1,001 columns', csv(`${good}${','.repeat(1000)}\n`, /第 3 行有 1001 列，最多 1000 列/)],
    ['cells parted by bars', csv(good.replaceAll(',', '|'), /没有找到表头/)],
    ['a header in the wrong half', csv(`${row}\n${row}\n`, /没有找到表头。应有列：需求编号、企业名称/)],
    ['a header after 20 rows', csv(`${'说明\n'.repeat(25)}${good}`, /没有找到表头/)],
    [
      'two rows of a header, swapped',
      csv(`编号,名称,代码,地,投入,日期\n需求,企业,信用,市,意向,截止\n${row}\n`, /没有找到表头/),
    ],
    ['a column too few', csv(good.replace('企业名称', '单位'), /缺少列 企业名称；收到的列：需求编号、单位/)],
    ['a column twice', csv(`${header},企业名称\n${row},乙\n`, /列 企业名称 出现不止一次，无法判断以哪一列为准/)],
    ['another library’s file', ['人才库.csv', good, /人才库\.csv：格式 hl-demand 中没有这个文件/]],
  ]
  it.each(cases)('%s', (_, file) => expectRefusal(folder, file))
})

describe('JSON that is none is refused with its line', () => {
  const object = (fields: object) =>
    JSON.stringify({ ...Object.fromEntries(header.split(',').map((it) => [it, ''])), ...fields })
  const cases: [what: string, file: BadFile][] = [
    ['nothing', json(' \n', /文件是空的，应为 JSON/)],
    ['a table', json(good, /第 1 行不是合法的 JSON/)],
    ['a comma too many', json('{"data":{"rows":[\n{"需求编号":"1",}]}}', /第 2 行不是合法的 JSON/)],
    ['cut off', json(`{"data":{"rows":[${object({ 需求编号: 'XQ-1' })}`, /第 1 行不是合法的 JSON/)],
    ['a number that is none', json('{"data":{"rows":[{"需求编号":NaN}]}}', /第 1 行不是合法的 JSON/)],
    ['a hundred thousand brackets', json('['.repeat(100_000), /第 1 行不是合法的 JSON/)],
    ['a hundred thousand brackets that close', json(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, /JSON|数组/)],
    [
      'a third line that is none',
      json(`${object({ 需求编号: '1' })}\n${object({ 需求编号: '2' })}\n{"a":\n`, /第 3 行不是合法的 JSON/),
    ],
    ['rows that are numbers', json('{"data":{"rows":[1,2]}}', /应在 data\.rows 处有一个由对象组成的数组/)],
    ['rows elsewhere', json('{"rows":[]}', /缺少列 需求编号、.*；收到的列：rows/)],
    ['a text', json('"需求"', /应在 data\.rows 处/)],
    [
      'fewer rows than it says',
      json(
        `{"data":{"total":2,"rows":[${object({ 需求编号: '1' })}]}}`,
        /来源声明共 2 条，实际收到 1 条；请补齐所有分页/,
      ),
    ],
    ['a list in a cell', json(`{"data":{"rows":[${object({ 需求编号: { a: 1 } })}]}}`, /需求库\.json/)],
  ]
  it.each(cases)('%s', (_, file) => expectRefusal(folder, file))
})

describe('what looks wrong and is right is taken', () => {
  const cases: [what: string, name: string, content: string | Buffer][] = [
    ['separated text under the name of a workbook', '需求库.xlsx', good],
    ['a workbook under the name of separated text', '需求库.csv', workbookOf({})],
    ['lines that end with a return', '需求库.csv', good.replaceAll('\n', '\r')],
    ['empty lines between', '需求库.csv', `\n\n${header}\n\n${row}\n\n\n`],
    ['the header once more, and totals', '需求库.csv', `${good}${header}\n合 计,,,,80,\n`],
    [
      'a header in Traditional script',
      '需求库.csv',
      gb18030(good.replace('需求编号', '需求編號').replace('企业名称', '企業名稱')),
    ],
    [
      'a header with stars, spaces and wide brackets',
      '需求库.csv',
      good.replace('需求编号', ' *需求编号：').replace('市(地)', '市（地）'),
    ],
    ['rows shorter than the header', '需求库.csv', `${header}\nXQ-0001,哈尔滨示例机械有限公司\n`],
    ['no line end at the end', '需求库.csv', good.trimEnd()],
  ]
  it.each(cases)('%s', async (_, name, content) => {
    expect(await taken(folder, name, content)).toMatchObject({ records: [record], refused: [] })
  })
})

describe('characters come back as they were sent, and those nobody sees are told', () => {
  const names: [what: string, name: string, flag?: string][] = [
    ['beyond GBK', '𬱖𠮷㑇示例厂'],
    ['of private use', '\ue000示例厂'],
    ['in Traditional script', '東北示例廠', 'TEXT_TRADITIONAL'],
    ['beside an emoji', '示例🏭厂'],
    ['with marks above', 'é\u0301示例'],
    ['a formula, as text', `=cmd|' /C calc'!A0`],
    ['with quotes within', '示例"一"厂'],
    ['of zero width', '示例\u200b厂', 'TEXT_INVISIBLE'],
    ['that turn the direction', '示例\u202e厂', 'TEXT_INVISIBLE'],
    ['that isolate it', '示例\u2066厂', 'TEXT_INVISIBLE'],
    ['a second byte order mark', '\ufeff示例厂', 'TEXT_INVISIBLE'],
  ]
  it.each(names)('%s', async (_, name, flag) => {
    const quoted = `"${name.replaceAll('"', '""')}"`
    const doubts = flag ? [['B2', flag, flag === 'TEXT_INVISIBLE' ? name : undefined]] : []
    for (const encode of [gb18030, (text: string) => Buffer.from(text), utf16]) {
      const file = encode(`${header}\nXQ-0001,${quoted},,,,\n`)
      expect(await taken(folder, '需求库.csv', file)).toEqual({ records: [['XQ-0001', name]], refused: [], doubts })
    }
  })
})

function utf16(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, 'utf16le')
}
