import { expect } from 'vitest'
import { zip } from '../../../../samples/write/zip.ts'
import { creditCode, identifier, partialDate, region, text, yuan } from '../../../../subgraphs/intake/cells.ts'
import type { Style } from '../../../../subgraphs/intake/style.ts'
import { mapFiles, type openFolder } from '../folder.ts'

const columns = [
  { column: '需求编号', to: 'localId', as: identifier(), required: true },
  { column: '企业名称', to: 'enterprise.text', as: text() },
  { column: '统一社会信用代码', to: 'enterprise.uscc', as: creditCode() },
  { column: '市(地)', to: 'region', as: region() },
  { column: '意向投入(万元)', to: 'intendedAmount', as: yuan() },
  { column: '截止日期', to: 'deadline', as: partialDate() },
]

/** Demands in every form a file may have. */
export const style: Style = {
  id: 'hl-demand',
  title: '需求库（试）',
  sheets: [
    { library: 'hl-demand', file: /^需求库.*\.csv$/, format: 'csv', record: 'demand', columns },
    { library: 'hl-demand', file: /^需求库.*\.xlsx$/, format: 'xlsx', record: 'demand', columns },
    { library: 'hl-demand', file: /^需求库.*\.json$/, format: 'json', rows: 'data.rows', record: 'demand', columns },
  ],
}

export const header = '需求编号,企业名称,统一社会信用代码,市(地),意向投入(万元),截止日期'
export const row = 'XQ-0001,哈尔滨示例机械有限公司,91230100MAYY0000XN,哈尔滨市,80,2023-12-31'
export const good = `${header}\n${row}\n`

/** A bad file: its name, what is in it, and the sentence its sender reads. */
export type BadFile = readonly [name: string, content: string | Buffer, sentence: RegExp]

/** Expects the sentence, in Chinese, under the code of a file that cannot be read. */
export async function expectRefusal(folder: Folder, [name, content, sentence]: BadFile) {
  const file = await folder.write(name, content)
  await expect(mapFiles(style, [file])).rejects.toThrow(
    expect.objectContaining({ code: 'BAD_FILE', message: expect.stringMatching(sentence) }),
  )
}

/** What a file gives: local ids with the enterprise beside them, refused rows, doubts. */
export async function taken(folder: Folder, name: string, content: string | Buffer) {
  const { records, refused, doubts } = await mapFiles(style, [await folder.write(name, content)])
  return {
    records: records.map((record) =>
      record.kind === 'demand' ? [record.localId, record.fields.enterprise?.text ?? null] : [],
    ),
    refused: refused.map(({ code, row }) => [row, code]),
    doubts: doubts.map(({ code, address, original }) => [address, code, original]),
  }
}

type Folder = Awaited<ReturnType<typeof openFolder>>

/** Parts of a workbook by their path; what is left out stands as Excel would write it, `null` is not there. */
export type Parts = { readonly [path: string]: string | Buffer | null }

/** A workbook made of its parts by hand. */
export function workbookOf(parts: Parts): Buffer {
  const whole = Object.entries({ ...usual, ...parts })
  const entries = whole.flatMap(([name, data]) => (data === null ? [] : [{ name, data: Buffer.from(data) }]))
  return zip(entries, { names: 'UTF-8', comment: '' })
}

/** A sheet around its rows. */
export function sheetOf(rows: string, after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`
}

/** A row of inline texts. */
export function rowOf(number: number, texts: readonly string[]): string {
  const cells = texts.map((it, i) => `<c r="${'ABCDEFGH'[i]}${number}" t="inlineStr"><is><t>${it}</t></is></c>`)
  return `<row r="${number}">${cells.join('')}</row>`
}

export const headerRow = rowOf(1, header.split(','))
export const dataRow = rowOf(2, row.split(','))

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

export const sheetPath = 'xl/worksheets/sheet1.xml'

const usual: Parts = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"/>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="需求" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  [sheetPath]: sheetOf(headerRow + dataRow),
}
