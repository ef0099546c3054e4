import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type CellObject, read, utils, write } from '@e965/xlsx'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yazl from 'yazl'
import { gb18030 } from '../../../samples/write/gb18030.ts'
import { checkFiles } from '../../../subgraphs/intake/intake.ts'
import { markFile } from '../../../subgraphs/intake/mark/file.ts'
import { markFiles } from '../../../subgraphs/intake/mark/marks.ts'
import { openZip } from '../../../subgraphs/intake/read/zip.ts'
import { describeDoubt, type Report } from '../../../subgraphs/intake/report.ts'
import { findStyle } from '../../../subgraphs/intake/styles/find.ts'
import { mapFiles, openFolder } from './folder.ts'

let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => folder.remove())

let runs = 0
async function mark(style: string, name: string, content: string | Uint8Array) {
  const path = await folder.write(name, content)
  const report = await check(style, path)
  const out = join(path, '..', `marked-${++runs}`)
  const marked = await markFiles([path], report, out)
  return { path, report, out: join(out, name), ...marked }
}

function check(style: string, path: string): Promise<Report> {
  return checkFiles({ style: findStyle(style), files: [path], today: '2024-03-01' })
}

const summary = ({ libraries, notices }: Report) => ({
  libraries: libraries.map(({ library, read, refused, counts }) => ({ library, read, refused, counts })),
  notices,
})

async function partsOf(path: string): Promise<Map<string, Buffer>> {
  const archive = await openZip(path, 'copy.xlsx')
  const parts = new Map<string, Buffer>()
  for (const entry of archive.entries) parts.set(entry.path, Buffer.concat(await Array.fromAsync(entry.open())))
  archive.close()
  return parts
}

/** An independent reader that takes no broken XML. */
function expectWellFormed(part: Buffer) {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(part.toString('utf8')).close()
}

describe('a marked workbook', () => {
  const sample = join(import.meta.dirname, '../../../samples/small/hb-edu-talent/10486_画像_20231215.xlsx')

  it('is the sender’s own with the doubted cells filled and commented, and a sheet that lists all doubts', async () => {
    const { report, out, names } = await mark('hb-edu-talent', '10486_画像_20231215.xlsx', await readFile(sample))
    expect(names).toEqual(['10486_画像_20231215.xlsx'])
    const [before, after] = [await partsOf(sample), await partsOf(out)]
    const changed = [...after].filter(([path, part]) => !before.get(path)?.equals(part)).map(([path]) => path)
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments_lianku1.xml',
      'xl/drawings/vmlDrawing_lianku1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/lianku1.xml',
      'xl/worksheets/sheet1.xml',
    ])
    for (const [path, part] of after) if (/\.(xml|rels|vml)$/.test(path)) expectWellFormed(part)
    const book = read(await readFile(out), { cellStyles: true })
    expect(book.SheetNames).toEqual(['科技人员画像', '团队画像', '联库核对'])
    const listed = report.libraries[0]!.doubts
    for (const { sheet, address, message, severity } of listed) {
      const cell: CellObject & { s?: { fgColor?: { rgb: string } } } = book.Sheets[sheet!]![address!]
      expect(cell.c?.map(({ t }) => t).join()).toContain(message)
      expect([severity, cell.s?.fgColor?.rgb]).toEqual([severity, severity === 'INFO' ? 'DDEBF7' : 'FFEB9C'])
    }
    const rows = utils.sheet_to_json<string[]>(book.Sheets.联库核对!, { header: 1 })
    expect(rows.slice(-listed.length).map(([sheet, address]) => [sheet, address])).toEqual(
      listed.map(({ sheet, address }) => [sheet, address]),
    )
  })

  it('can be sent again as it is, and is then read as before', async () => {
    const first = await mark('hb-edu-talent', '10486_画像_20231215.xlsx', await readFile(sample))
    const again = await check('hb-edu-talent', first.out)
    expect(summary(again)).toEqual(summary(first.report))
    const twice = await mark('hb-edu-talent', '10486_画像_20231215.xlsx', await readFile(first.out))
    const book = read(await readFile(twice.out))
    expect(book.SheetNames).toEqual(['科技人员画像', '团队画像', '联库核对', '联库核对2'])
    for (const part of (await partsOf(twice.out)).values()) if (part[0] === 0x3c) expectWellFormed(part)
  })

  it('keeps what others have commented, filled and merged, and marks cells that were empty', async () => {
    const sheet = utils.aoa_to_sheet([
      ['院校代码', '院校名称', '主管部门', '所在地'],
      ['10486', '武汉示例大学', '教育部', '武汉市'],
    ])
    const people = utils.aoa_to_sheet(talentRows())
    people.A3!.c = [{ a: '处长', t: '请核实' }]
    people.A3!.c.hidden = true
    const book = { SheetNames: ['科技人员画像', '备查'], Sheets: { 科技人员画像: people, 备查: sheet } }
    const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx' })
    const { out, report } = await mark('hb-edu-talent', '10487_画像_20231215.xlsx', bytes)
    const after = read(await readFile(out))
    const marked = Object.entries(after.Sheets.科技人员画像!).flatMap(([address, cell]: [string, CellObject]) =>
      cell.c ? [[address, cell.c.map(({ t }) => t).join('|')]] : [],
    )
    expect(report.libraries[0]!.doubts.map(({ address, code }) => [address, code])).not.toEqual([])
    expect(marked.find(([address]) => address === 'A3')?.[1]).toMatch(/^请核实.*应填的栏目|^请核实/s)
    for (const { address } of report.libraries[0]!.doubts) expect(marked.map(([at]) => at)).toContain(address)
    for (const part of (await partsOf(out)).values()) if (part[0] === 0x3c) expectWellFormed(part)
  })

  /** The columns of the form, one row that is whole and one with doubts. */
  function talentRows(): (string | null)[][] {
    const columns = [...new Set(findStyle('hb-edu-talent').sheets[0]!.columns.map(({ column }) => column))]
    const values: Record<string, string> = { '姓名/团队名称': '示例甲', 学校代码: '10487', 横向项目数: '三项左右' }
    const row = (id: string) => columns.map((name) => (name.includes('编号') ? id : (values[name] ?? null)))
    return [columns, row('HBHX-10487-0001'), row('HBHX-10487-0002')]
  }
})

describe('an annotated copy of separated text', () => {
  const header = 'HYBH,HYMC,HYLB,SSCS,JBRQ,CHDWS'
  const rows = [
    'SYNTHETIC 示例',
    header,
    'DJH1,"沈阳示例""大""会，\n含换行",1,2101,20230908,12',
    'DJH2,大连示例会𬭎,1,2102,20230909,46余家',
  ]
  const text = `${rows.join('\r\n')}\r\n\r\n`
  const note = '"F4 CHDWS：数字中混有文字。原值「46余家」。（NUMBER_TEXT_MIXED）"'
  const expected = [rows[0], `${rows[1]},联库核对`, `${rows[2]},`, `${rows[3]},${note}`, '', ''].join('\r\n')
  const wide = (swap: boolean) => (given: string) => {
    const bytes = Buffer.from(`\ufeff${given}`, 'utf16le')
    return swap ? bytes.swap16() : bytes
  }
  const encodings = {
    GB18030: gb18030,
    'UTF-8': (given: string) => Buffer.from(given),
    'UTF-8 with its mark': (given: string) => Buffer.from(`\ufeff${given}`),
    'UTF-16LE': wide(false),
    'UTF-16BE': wide(true),
  }

  it.each(Object.entries(encodings))('has one column more, and every other byte as it came: %s', async (_, encode) => {
    const path = await folder.write('DJH_XX.csv', encode(text))
    const { doubts } = await mapFiles(findStyle('ln-fair'), [path])
    const listed = doubts.map((doubt) => describeDoubt(doubt, 'DJH_XX.csv', undefined))
    const table = { file: 'DJH_XX.csv', library: 'ln-fair', form: 'csv', headerRow: 2 } as const
    const copy = Buffer.concat(await Array.fromAsync(markFile(path, { doubts: listed, more: 0, tables: [table] })))
    expect(copy.equals(encode(expected))).toBe(true)
    const again = await mapFiles(findStyle('ln-fair'), [await folder.write('DJH_XX.csv', copy)])
    expect({ ...again, notices: [] }).toEqual(
      await mapFiles(findStyle('ln-fair'), [await folder.write('DJH_XX.csv', encode(text))]),
    )
  })

  it('says of a classified row that it is refused, and leaves its content out', async () => {
    const secret = `DJH9,沈阳示例机密★10年专场,1,2101,20230908,12`
    const { out } = await mark('ln-fair', 'DJH_XX.csv', gb18030(`${header}\n${secret}\n${rows[3]}\n`))
    const copy = new TextDecoder('gb18030').decode(await readFile(out))
    expect(copy.split('\n').map((line) => line.split(',')[0])).toEqual([
      'HYBH',
      '"B2：涉密内容，拒绝接收，不予保存。（CLASSIFIED_REFUSED）"',
      'DJH2',
      '',
    ])
  })
})

describe('an annotated copy of tab-separated text', () => {
  it('keeps its tabs, under the name of either', async () => {
    const lines = ['HYBH,HYMC,HYLB,SSCS,JBRQ,CHDWS', 'DJH2,大连示例会,1,2102,20230909,46余家']
    const text = lines.map((line) => line.replaceAll(',', '\t')).join('\n')
    for (const name of ['DJH_XX.tsv', 'DJH_XX.csv']) {
      const path = await folder.write(name, text)
      const doubt = { file: name, row: 2, address: 'F2', column: 'CHDWS', code: 'NUMBER_TEXT_MIXED' } as const
      const listed = [{ ...doubt, severity: 'WARN', message: '数字中混有文字。' }] as const
      const table = { file: name, library: 'ln-fair', form: 'csv', headerRow: 1 } as const
      const copy = Buffer.concat(await Array.fromAsync(markFile(path, { doubts: listed, more: 0, tables: [table] })))
      expect(
        copy
          .toString()
          .split('\n')
          .map((line) => line.split('\t').slice(5)),
      ).toEqual([
        ['CHDWS', '联库核对'],
        ['46余家', '"F2 CHDWS：数字中混有文字。（NUMBER_TEXT_MIXED）"'],
      ])
    }
  })
})

describe('an annotated copy of JSON', () => {
  const row = (number: string, price: string, more = '') =>
    `{"patentNum": "${number}", "type": "发明专利", "company": "沈阳示例大学", "price": "${price}", "createTime": "2023-05-01"${more}}`
  const sound = row('ZL202010123456.2', '免费')
  const odd = row('ZL202010123456.2X9', '免费', ', "序号": 12345678901234567890.50')
  const classified = row('ZL202010123457.7', '机密★10年')

  it('has in each doubted row a list of what was doubted, and numbers as they were written', async () => {
    const text = `{"data": {"records": [\n${[sound, odd, classified].join(',\n')}\n]}, "code": 0.10}`
    for (const encode of [(given: string) => Buffer.from(given), gb18030]) {
      const { out, names, report, path } = await mark('ln-license', 'records_20231130.json', encode(text))
      expect(names).toEqual(['records_20231130.json'])
      const copy = new TextDecoder(encode === gb18030 ? 'gb18030' : 'utf-8').decode(await readFile(out))
      const { data } = JSON.parse(copy) as { data: { records: Record<string, unknown>[] } }
      const [first, second, third] = data.records
      expect(first).toEqual(JSON.parse(sound))
      expect(second).toMatchObject({ company: '沈阳示例大学' })
      const { doubts } = report.libraries[0]!
      const said = doubts.filter(({ row }) => row === 2).map(({ column, code }) => [column, code])
      const written = second!.联库核对 as string[]
      expect(said.length).toBeGreaterThan(0)
      expect(written.map((one) => [/^(.*?)：/.exec(one)?.[1], /（([A-Z_]+)）$/.exec(one)?.[1]])).toEqual(said)
      expect(third).toEqual({
        联库核对: [expect.stringMatching(/涉密内容，拒绝接收，不予保存。（CLASSIFIED_REFUSED）$/)],
      })
      expect(copy).toContain('"序号": 12345678901234567890.50')
      expect(copy).toContain('"code": 0.10')
      expect(copy).not.toContain('机密')
      expect(path).not.toBe(out)
    }
  })

  it('stays a row a line where it came so', async () => {
    const { out } = await mark('ln-license', 'records_20231130.json', `${sound}\n${odd}\n`)
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n')
    expect(lines.map((line) => Object.hasOwn(JSON.parse(line), '联库核对'))).toEqual([false, true])
  })
})

describe('no copy', () => {
  it('is made of a workbook with classified rows, or where nothing was doubted', async () => {
    const sheet = utils.aoa_to_sheet([
      ['校名', '校代码', '成果编号', '成果名称', '密级'],
      ['示例大学', '10486', 'CG1', '示例成果', '机密'],
    ])
    const bytes: Uint8Array = write(
      { SheetNames: ['成果'], Sheets: { 成果: sheet } },
      { type: 'buffer', bookType: 'xlsx' },
    )
    const path = await folder.write('10486_成果_20231215.xlsx', bytes)
    const doubt = { file: '10486_成果_20231215.xlsx', sheet: '成果', row: 2, address: 'E2' } as const
    const refused = { ...doubt, code: 'CLASSIFIED_REFUSED', severity: 'BLOCK', message: '涉密' } as const
    const table = {
      file: doubt.file,
      sheet: '成果',
      library: 'hb-edu-achievement',
      form: 'xlsx',
      headerRow: 1,
    } as const
    const library = {
      library: 'hb-edu-achievement',
      read: 1,
      skipped: 0,
      refused: 1,
      counts: { CLASSIFIED_REFUSED: 1 },
      doubts: [refused],
      more: 0,
    }
    const report: Report = { style: 'x', files: [], tables: [table], libraries: [library], notices: [] }
    const out = join(path, '../none')
    expect(await markFiles([path], report, out)).toEqual({
      names: [],
      notices: ['10486_成果_20231215.xlsx：含涉密行，不制作标注副本。'],
    })
    await expect(stat(join(out, '10486_成果_20231215.xlsx'))).rejects.toThrow('ENOENT')
    await expect(markFiles([path], { ...report, libraries: [] }, out)).resolves.toEqual({
      names: [],
      notices: ['10486_成果_20231215.xlsx：没有疑问，不另作标注副本。'],
    })
  })

  it('is made over the original', async () => {
    const path = await folder.write(
      'DJH_XX.csv',
      'HYBH,HYMC,HYLB,SSCS,JBRQ,CHDWS\nDJH2,大连示例会,1,2102,20230909,46余家\n',
    )
    const report = await check('ln-fair', path)
    await expect(markFiles([path], report, join(path, '..'))).rejects.toMatchObject({ code: 'BAD_VALUE' })
  })
})

it('marks the files of a bundle, and leaves out what nobody read', async () => {
  const zip = new yazl.ZipFile()
  zip.addBuffer(gb18030('揭榜编号,榜单名称\n'), '说明.txt')
  const source = await openZip(
    join(import.meta.dirname, '../../../samples/small/hl-halfyear/HLJ_2023H1.zip'),
    'HLJ_2023H1.zip',
  )
  for (const { path, open } of source.entries) zip.addBuffer(Buffer.concat(await Array.fromAsync(open())), path)
  source.close()
  zip.end()
  const bundle = Buffer.concat((await Array.fromAsync(zip.outputStream)) as Buffer[])
  const { out, report, names } = await mark('hl-halfyear', 'HLJ_2023H1.zip', bundle)
  expect(names).toEqual(['HLJ_2023H1.zip'])
  const parts = await partsOf(out)
  expect(parts.has('说明.txt')).toBe(false)
  const doubts = report.libraries.flatMap((library) => library.doubts)
  for (const [path, part] of parts) {
    const copy = new TextDecoder('gb18030').decode(part)
    for (const { code } of doubts.filter(({ file, row }) => file.endsWith(`/${path}`) && row > 0)) {
      expect(copy).toContain(`（${code}）`)
    }
  }
})
