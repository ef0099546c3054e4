import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { gb18030 } from '../../../samples/write/gb18030.ts'

export const columns = [
  '需求编号',
  '企业名称',
  '统一社会信用代码',
  '市(地)',
  '需求名称',
  '所属产业',
  '技术指标',
  '意向投入',
  '需求类型',
  '截止日期',
  '推送高校数',
  '更新批次',
  '状态',
]

/**
 * Writes Heilongjiang's demands as a GB18030 CSV of so many rows; `filler` lengthens the text of each. A row without its
 * number is refused.
 */
export async function writeCsv(file: string, rows: number, filler = '', numberOf = numbered): Promise<void> {
  const filling = gb18030(filler)
  const line = (i: number) => {
    const [, ...cells] = row(i, rows, '')
    const [before, after] = [cells.slice(0, 6), cells.slice(6)].map((part) => part.join(','))
    return [gb18030(`${numberOf(i)},${before}`), filling, gb18030(`,${after}\n`)]
  }
  await pipeline(pieces(rows, line), createWriteStream(file))
}

async function* pieces(rows: number, line: (i: number) => readonly Buffer[]): AsyncGenerator<Buffer> {
  yield gb18030(`${columns.join(',')}\n`)
  for (let from = 0; from < rows; from += 2000) {
    const length = Math.min(2000, rows - from)
    yield Buffer.concat(Array.from({ length }, (_, i) => line(from + i)).flat())
  }
}

/** Writes the same as a workbook. */
export async function writeWorkbook(file: string, rows: number): Promise<void> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), path)
  zip.addReadStream(Readable.from(sheet(rows)), 'xl/worksheets/sheet1.xml')
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
}

function* sheet(rows: number): Generator<string> {
  yield `<worksheet xmlns="${main}"><sheetData>${cells(1, columns)}`
  for (let i = 0; i < rows; i++) yield cells(i + 2, row(i, rows, ''))
  yield '</sheetData></worksheet>'
}

function cells(number: number, texts: readonly string[]): string {
  const inside = texts.map((text, i) =>
    i === 10 && number > 1
      ? `<c r="K${number}"><v>${text}</v></c>`
      : `<c r="${String.fromCharCode(65 + i)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`,
  )
  return `<row r="${number}">${inside.join('')}</row>`
}

function numbered(i: number): string {
  return `XQ-2023-${String(i).padStart(7, '0')}`
}

function row(i: number, rows: number, filler: string): string[] {
  const firm = i % Math.ceil(rows / 8)
  const pick = (list: readonly string[]) => list[i % list.length]!
  return [
    numbered(i),
    `黑龙江示例装备${firm}有限公司`,
    '91230100MAYY0000XN',
    pick(['哈尔滨市', '齐齐哈尔市', '鸡西市', '大庆市', '佳木斯市', '大兴安岭地区']),
    `寒地${pick(['播种机', '收获机', '风电机组', '轨道车辆', '冰雪装备'])}关键部件可靠性提升第${i}项`,
    pick(['41', '51', '52', '53', '55', '64']),
    `零下${20 + (i % 30)}℃连续运行${100 + (i % 900)}小时无故障${filler}`,
    `${10 + (i % 300)}万元`,
    pick(['技术开发', '技术转让', '技术咨询', '技术服务']),
    `2024-${String((i % 12) + 1).padStart(2, '0')}-15`,
    String(i % 40),
    `2023H${(i % 2) + 1}`,
    pick(['已推送', '已对接', '已签约']),
  ]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

const parts = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="需求库" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}
