import { utils, write } from '@e965/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { boolean, identifier, moeCode, partialDate, text, yuan } from '../../../subgraphs/intake/cells.ts'
import type { Style } from '../../../subgraphs/intake/style.ts'
import { mapFiles, openFolder } from './folder.ts'

const style: Style = {
  id: 'hb-edu-talent',
  title: '画像表（试）',
  sheets: [
    {
      library: 'hb-edu-talent',
      file: /^画像.*\.xlsx$/,
      sheet: /^科技人员画像$/,
      format: 'xlsx',
      record: 'talent',
      columns: [
        { column: '画像编号', to: 'localId', as: identifier(), required: true },
        { column: '学校/学校名称', to: 'organization.text', as: text() },
        { column: '学校/学校代码', to: 'organization.moeCode', as: moeCode() },
        { column: '姓名', to: 'name', as: text() },
        { column: '横向经费(万元)', to: 'horizontalFunding', as: yuan('万元') },
        { column: '创新联络员', to: 'isLiaison', as: boolean() },
        { column: '入库日期', to: 'enteredOn', as: partialDate() },
      ],
    },
  ],
}

type Cell = string | number | boolean | null | { readonly v: number; readonly z: string; readonly t: 'n' }

/** A form as an office sends it: title, note, two header rows with merged cells, rows, a row of totals. */
function form(rows: readonly (readonly Cell[])[], book: object = {}, merges: readonly object[] = []): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['湖北省高校科技人员画像表（示例）'],
    ['填表说明：SYNTHETIC，试用数据'],
    ['画像编号', '学校', null, '姓名', '横向经费（万元）', '创新联络员', '入库日期'],
    [null, '学校名称', '学校代码', null, null, null, null],
    ...rows.map((row) => [...row]),
    ['合 计', null, null, null, 128.5],
  ])
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 6 } },
    { s: { r: 1, c: 0 }, e: { r: 1, c: 6 } },
    { s: { r: 2, c: 1 }, e: { r: 2, c: 2 } },
    ...[0, 3, 4, 5, 6].map((c) => ({ s: { r: 2, c }, e: { r: 3, c } })),
    ...merges,
  ] as never
  return write(
    {
      SheetNames: ['科技人员画像', '说明'],
      Sheets: { 科技人员画像: sheet, 说明: utils.aoa_to_sheet([['说明']]) },
      ...book,
    },
    {
      type: 'buffer',
      bookType: 'xlsx',
    },
  )
}

let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => folder.remove())

it('reads a form with title, note, merged header and totals as the people who filled it in meant it', async () => {
  const file = await folder.write(
    '画像_2023.xlsx',
    form(
      [
        ['HBHX-10486-0001', '武汉大学', 10486, '示例甲', 80.3, '√', { v: 45275, z: 'yyyy/m/d', t: 'n' }],
        ['HBHX-10486-0002', null, '10486', '示例乙', '１２．５', '否', '2023年6月'],
      ],
      {},
      [{ s: { r: 4, c: 1 }, e: { r: 5, c: 1 } }],
    ),
  )
  const { records, refused, skipped, notices } = await mapFiles(style, [file])
  expect(records.map(({ localId, fields, flags, source }) => ({ localId, fields, flags, source }))).toEqual([
    {
      localId: 'HBHX-10486-0001',
      fields: {
        enteredOn: '2023-12-15',
        horizontalFunding: { yuan: '803000.00', text: '80.3' },
        isLiaison: true,
        name: '示例甲',
        organization: { moeCode: '10486', text: '武汉大学' },
      },
      flags: [],
      source: { file: '画像_2023.xlsx', sheet: '科技人员画像', row: 5, synthetic: true },
    },
    {
      localId: 'HBHX-10486-0002',
      fields: {
        enteredOn: '2023-06',
        horizontalFunding: { yuan: '125000.00', text: '１２．５' },
        isLiaison: false,
        name: '示例乙',
        organization: { moeCode: '10486', text: '武汉大学' },
      },
      flags: [],
      source: { file: '画像_2023.xlsx', sheet: '科技人员画像', row: 6, synthetic: true },
    },
  ])
  expect({ refused, skipped, notices }).toEqual({
    refused: [],
    skipped: 1,
    notices: ['工作表 说明 不在格式中，未读取。'],
  })
})

it('counts days from 1904 where the workbook does', async () => {
  const book = { Workbook: { WBProps: { date1904: true } } }
  const row = ['HBHX-10486-0003', '武汉大学', 10486, '示例丙', 1, '否']
  const file = await folder.write('画像_1904.xlsx', form([[...row, 43813]], book))
  const { records } = await mapFiles(style, [file])
  expect(records[0]?.fields).toMatchObject({ enteredOn: '2023-12-15' })
})

it('keeps the digits of long numbers and names the cell where a spreadsheet lost them', async () => {
  const file = await folder.write(
    '画像_数.xlsx',
    form([[914201002000000000, '武汉大学', '一零四八六', '示例丁', 0.1 + 0.2, '或许', '']]),
  )
  const { records, doubts } = await mapFiles(style, [file])
  expect(records[0]).toMatchObject({
    localId: '914201002000000000',
    fields: { horizontalFunding: { yuan: '3000.00', text: '0.3' } },
  })
  expect(doubts.map(({ address, column, code, original }) => ({ address, column, code, original }))).toEqual([
    { address: 'F5', column: '创新联络员', code: 'VALUE_NOT_ALLOWED', original: '或许' },
    { address: 'C5', column: '学校/学校代码', code: 'VALUE_NOT_ALLOWED', original: '一零四八六' },
  ])
})
