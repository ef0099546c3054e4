import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFolder } from '../folder.ts'
import {
  type BadFile,
  dataRow,
  expectRefusal,
  headerRow,
  type Parts,
  row,
  rowOf,
  sheetOf,
  sheetPath,
  taken,
  workbookOf,
} from './demands.ts'

let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => folder.remove())

const whole = workbookOf({})
const record = row.split(',').slice(0, 2)

function bad(parts: Parts, sentence: RegExp): BadFile {
  return ['需求库.xlsx', workbookOf(parts), sentence]
}

/** A sheet with these rows under the header. */
function rows(xml: string): Parts {
  return { [sheetPath]: sheetOf(headerRow + xml) }
}

function prefixed(doctype: string): Parts {
  return { [sheetPath]: sheetOf(headerRow + dataRow).replace('<worksheet', `${doctype}<worksheet`) }
}

function flip(bytes: Buffer, at: number): Buffer {
  const flipped = Buffer.from(bytes)
  flipped[at]! ^= 0x10
  return flipped
}

const declaration =
  /^需求库\.xlsx：内部文件 xl\/worksheets\/sheet1\.xml 含有文档类型声明，正常的工作簿不会有，拒绝读取。$/
const notXml = /^需求库\.xlsx：内部文件 xl\/worksheets\/sheet1\.xml 第 \d+ 行第 \d+ 列起不是合法的 XML，工作簿已损坏/
const structure = /^需求库\.xlsx：工作簿结构不正确，无法打开；请在 Excel 中打开后另存为 \.xlsx。$/

describe('a workbook that lost bytes on its way is refused', () => {
  it.each([10, 100, 700, whole.length / 2, whole.length - 100, whole.length - 1])('cut off after %d bytes', (at) =>
    expectRefusal(folder, ['需求库.xlsx', whole.subarray(0, at), /^需求库\.xlsx：.*(已损坏|没有找到表头|无法按)/]),
  )
  const places: [what: string, at: number][] = [
    ['a cell', whole.indexOf('哈尔滨示例')],
    ['the name of an entry', whole.indexOf('xl/workbook.xml')],
    ['a local header', whole.lastIndexOf(Buffer.from('504b0304', 'hex')) + 1],
    ['the directory', whole.indexOf(Buffer.from('504b0102', 'hex')) + 1],
    ['the number of entries', whole.length - 12],
    ['the end of the directory', whole.length - 22],
  ]
  it.each(places)('a bit of %s is another', (_, at) =>
    expectRefusal(folder, ['需求库.xlsx', flip(whole, at), /^需求库\.xlsx.*(已损坏|结构不正确|指向包外)/]),
  )
})

describe('a workbook made to do harm is refused before its first row', () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')
  const cases: [what: string, file: BadFile][] = [
    ['a billion laughs', bad(prefixed(`<!DOCTYPE a [<!ENTITY a0 "哈">${laughs}]>`), declaration)],
    ['an external entity', bad(prefixed('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), declaration)],
    ['an external document type', bad(prefixed('<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">'), declaration)],
    [
      'a document type in UTF-16, where a search for its bytes finds nothing',
      bad(
        {
          [sheetPath]: Buffer.from(
            `\ufeff${sheetOf(dataRow).slice(38).replace('<worksheet', '<!DOCTYPE a><worksheet')}`,
            'utf16le',
          ),
        },
        declaration,
      ),
    ],
    [
      'a document type behind a long comment',
      bad(prefixed(`<!--${'x'.repeat(100_000)}--><!DOCTYPE a [<!ENTITY b "c">]>`), declaration),
    ],
    [
      'entities in shared texts',
      bad({ 'xl/sharedStrings.xml': '<!DOCTYPE a><sst/>' }, /sharedStrings\.xml 含有文档类型声明/),
    ],
    ['entities in its properties', bad({ 'docProps/core.xml': '<!DOCTYPE a><a/>' }, /core\.xml 含有文档类型声明/)],
    ['an entity nobody declared', bad(rows(rowOf(2, ['XQ-1', '&x;'])), notXml)],
    ['a character that is none', bad(rows(rowOf(2, ['XQ-1', '&#0;'])), notXml)],
    ['a part outside', bad({ '../../etc/需求库.csv': 'x' }, /路径 \.\.\/\.\.\/etc\/需求库\.csv 指向包外，拒绝读取/)],
  ]
  it.each(cases)('%s', (_, file) => expectRefusal(folder, file))
})

describe('a workbook that contradicts itself is refused with the place', () => {
  const cases: [what: string, file: BadFile][] = [
    ['a tag that is not closed', bad({ [sheetPath]: sheetOf(headerRow).replace('</sheetData>', '') }, notXml)],
    ['tags that cross', bad(rows('<row r="2"><c r="A2"></row></c>'), notXml)],
    ['more after the end', bad({ [sheetPath]: `${sheetOf(headerRow)}<a/>` }, notXml)],
    ['an empty sheet part', bad({ [sheetPath]: '' }, /不是合法的 XML|没有找到表头/)],
    [
      'bytes that are no UTF-8',
      bad({ [sheetPath]: Buffer.from(sheetOf(rowOf(1, ['\u00ff'])), 'latin1') }, /第 \d+ 行起含有无法解码的字节/),
    ],
    ['rows that go back', bad(rows(rowOf(3, ['XQ-3']) + rowOf(2, ['XQ-2'])), /第 3 行之后的行号 2 不正确/)],
    ['a row twice', bad(rows(rowOf(2, ['XQ-2']) + rowOf(2, ['XQ-3'])), /第 2 行之后的行号 2 不正确/)],
    ['a row that is no number', bad(rows('<row r="二"/>'), /第 1 行之后的行号 二 不正确/)],
    ['a row beyond the last', bad(rows('<row r="1048577"/>'), /行号 1048577 不正确/)],
    ['a cell of another row', bad(rows('<row r="2"><c r="A9"><v>1</v></c></row>'), /第 2 行的单元格编号 A9 不正确/)],
    [
      'a cell twice',
      bad(rows('<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>'), /单元格编号 A2 不正确/),
    ],
    ['a cell beyond the last', bad(rows('<row r="2"><c r="XFE2"><v>1</v></c></row>'), /单元格编号 XFE2 不正确/)],
    ['a cell without a name', bad(rows('<row r="2"><c r="??"><v>1</v></c></row>'), /单元格编号 \?\? 不正确/)],
    [
      'a shared text that is not there',
      bad(rows('<row r="2"><c r="B2" t="s"><v>7</v></c></row>'), /单元格 B2 引用的文字 7 不存在/),
    ],
    [
      'a shared text by a negative number',
      bad(rows('<row r="2"><c r="B2" t="s"><v>-1</v></c></row>'), /单元格 B2 引用的文字 -1 不存在/),
    ],
    ['no sheet', bad({ 'xl/workbook.xml': '<workbook/>' }, structure)],
    ['a sheet without a part', bad({ [sheetPath]: null }, structure)],
    ['a sheet nothing leads to', bad({ 'xl/_rels/workbook.xml.rels': '<Relationships/>' }, structure)],
    [
      'a sheet that lies on another machine',
      bad(
        {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Type="worksheet" Target="http://127.0.0.1/1.xml" TargetMode="External"/></Relationships>',
        },
        structure,
      ),
    ],
    ['a text document', bad({ 'xl/workbook.xml': null, 'word/document.xml': '<document/>' }, structure)],
    ['a binary workbook', bad({ 'xl/workbook.bin': 'x' }, /这是二进制工作簿 \(\.xlsb\)，请另存为 \.xlsx/)],
  ]
  it.each(cases)('%s', (_, file) => expectRefusal(folder, file))
})

describe('a sheet with too much in it is refused, and one with nothing much is read', () => {
  it('16,384 columns', async () => {
    const cells = Array.from({ length: 16_384 }, () => '<c><v>1</v></c>').join('')
    await expectRefusal(folder, bad(rows(`<row r="2">${cells}</row>`), /第 2 行有 16384 列，最多 1000 列/))
  })
  it('one column more than there can be', async () => {
    const cells = Array.from({ length: 16_385 }, () => '<c/>').join('')
    await expectRefusal(folder, bad(rows(`<row r="2">${cells}</row>`), /第 2 行的单元格编号 XFE2 不正确/))
  })
  it('fifty thousand empty rows', async () => {
    const empty = Array.from({ length: 50_000 }, (_, i) => `<row r="${i + 3}"/>`).join('')
    const file = workbookOf(rows(`${dataRow}${empty}`))
    expect(await taken(folder, '需求库.xlsx', file)).toEqual({ records: [record], refused: [], doubts: [] })
  })
  it('cells that are colored and empty', async () => {
    const cells = Array.from({ length: 16_000 }, () => '<c s="1"/>').join('')
    const file = workbookOf(rows(`${dataRow}<row r="3">${cells}</row>`))
    expect(await taken(folder, '需求库.xlsx', file)).toEqual({ records: [record], refused: [], doubts: [] })
  })
  it('merged areas without end', async () => {
    const merges = '<mergeCell ref="A5:A6"/>'.repeat(200_001)
    const file = workbookOf({ [sheetPath]: sheetOf(headerRow + dataRow, `<mergeCells>${merges}</mergeCells>`) })
    await expectRefusal(folder, ['需求库.xlsx', file, /sheet1\.xml 的合并单元格超过 200000 处/])
  })
  it('one area merged down the whole sheet', async () => {
    const merged = '<mergeCells><mergeCell ref="B2:B1048576"/></mergeCells>'
    const file = workbookOf({ [sheetPath]: sheetOf(headerRow + dataRow + rowOf(3, ['XQ-0002']), merged) })
    expect((await taken(folder, '需求库.xlsx', file)).records).toEqual([record, ['XQ-0002', record[1]]])
  })
})

describe('a cell is read as it is shown, or as it is written', () => {
  const cases: [what: string, cell: string, text: string | null][] = [
    ['a formula with its result', '<c r="B2" t="str"><f>A2&amp;"厂"</f><v>示例厂</v></c>', '示例厂'],
    ['a formula without a result', '<c r="B2"><f>A2&amp;"厂"</f></c>', '=A2&"厂"'],
    ['a formula into another workbook', `<c r="B2"><f>'[1]表'!A1</f></c>`, `='[1]表'!A1`],
    ['the last known result of such a one', `<c r="B2" t="str"><f>'[1]表'!A1</f><v>示例厂</v></c>`, '示例厂'],
    ['a formula that failed', '<c r="B2" t="e"><f>B9</f><v>#REF!</v></c>', '#REF!'],
    [
      'a call of a program, as text',
      `<c r="B2" t="inlineStr"><is><t>=cmd|' /C calc'!A0</t></is></c>`,
      `=cmd|' /C calc'!A0`,
    ],
    ['a number that is none', '<c r="B2"><v>12abc</v></c>', '12abc'],
    ['a number beyond all numbers', '<c r="B2"><v>1e999</v></c>', '1e999'],
    [
      'runs of a rich text, without how they are spoken',
      '<c r="B2" t="inlineStr"><is><r><t>示例</t></r><r><t>厂</t></r><rPh sb="0" eb="1"><t>シ</t></rPh></is></c>',
      '示例厂',
    ],
    ['a markup that is text', '<c r="B2" t="inlineStr"><is><t><![CDATA[<b>&厂]]></t></is></c>', '<b>&厂'],
    ['an escaped character', '<c r="B2" t="inlineStr"><is><t>示例_x0009_厂</t></is></c>', '示例\t厂'],
    ['a kind of cell nobody knows', '<c r="B2" t="新"><v>示例厂</v></c>', '示例厂'],
    ['a name beyond GBK', '<c r="B2" t="inlineStr"><is><t>𬱖𠮷示例厂</t></is></c>', '𬱖𠮷示例厂'],
  ]
  it.each(cases)('%s', async (_, cell, text) => {
    const file = workbookOf(rows(`<row r="2"><c r="A2" t="inlineStr"><is><t>XQ-0002</t></is></c>${cell}</row>`))
    expect((await taken(folder, '需求库.xlsx', file)).records).toEqual([['XQ-0002', text]])
  })
})

it.each([
  ['half a surrogate pair', '_xD800_'],
  ['a NUL', '_x0000_'],
])('refuses the row with %s, which no database could keep', async (_, text) => {
  const file = workbookOf(rows(dataRow + rowOf(3, ['XQ-0002', `示例${text}厂`])))
  expect(await taken(folder, '需求库.xlsx', file)).toEqual({
    records: [record],
    refused: [[3, 'TEXT_UNREADABLE']],
    doubts: [],
  })
})
