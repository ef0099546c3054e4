import { afterAll, beforeAll, expect, it } from 'vitest'
import { cnRefPatent } from '../../../../subgraphs/intake/styles/cn-ref-patent.ts'
import { cnRefUniversity } from '../../../../subgraphs/intake/styles/cn-ref-university.ts'
import { mapFiles, openFolder } from '../folder.ts'

let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => folder.remove())

const universities = `moe_code,school_code5,name,province_code,province,city,city_code,supervisor,level,ownership,name_en,ror,website
4121090001,90001,沈阳示例大学,21,辽宁省,沈阳市,210100,辽宁省,本科,公办,Shenyang Example University,,http://www.sy.example
4121090002,90002,大连示例理工大学,21,辽宁省,大连市,210200,教育部,本科,公办,,,
4121090003,90003,鞍山示例职业学院,21,辽宁省,鞍山市,210300,辽宁省,专科,民办,,,
4123090004,90004,哈尔滨示例大学,23,黑龙江省,哈尔滨市,230100,黑龙江省,本科,公办,,https://ror.org/03xpwj620,
4123090005,90005,大庆示例石油学院,23,黑龙江省,大庆市,230600,黑龙江省,本科,公办,,,
4123090006,90006,黑河示例学院,23,黑龙江省,黑河市,231100,黑龙江省,本科,公办,,,
4142090007,90007,武汉示例大学,42,湖北省,武汉市,420100,教育部,本科,公办,,,
4142090008,90008,宜昌示例学院,42,湖北省,宜昌市,420500,湖北省,本科,公办,,,
4142090009,90009,湖北示例农学院,42,湖北省,,,湖北省,本科,公办,,,
,,武汉示例未来学院,42,湖北省,武汉市,420100,湖北省,专科,民办,,,
`

it('reads a register of universities: ten rows, what is missing stays missing', async () => {
  const file = await folder.write('universities_demo.csv', universities)
  const { records, refused, doubts } = await mapFiles(cnRefUniversity, [file])
  expect({ rows: records.length, refused }).toEqual({ rows: 10, refused: [] })
  expect(records[0]).toMatchObject({
    kind: 'organization',
    fields: {
      name: '沈阳示例大学',
      type: 'UNIVERSITY',
      moeCode: '90001',
      region: { scheme: 'GB/T 2260', code: '210100', label: '沈阳市', match: 'EXACT' },
      supervisor: '辽宁省',
      level: '本科',
      ownership: '公办',
      nameEn: 'Shenyang Example University',
      website: 'http://www.sy.example',
    },
  })
  expect(records[8]!.fields).toMatchObject({ moeCode: '90009', region: { code: '420000', label: '湖北省' } })
  expect(records[9]!.fields).not.toHaveProperty('moeCode')
  expect(doubts.map(({ code, row }) => [row, code])).toEqual([[5, 'ROR_CHECKSUM']])
})

const patents = `publication_number,other_publication_numbers,kind,title,ipc_subclasses
CN190000001A,,发明专利申请公布,一种示例水泵叶轮,F04D
CN190000002B,CN190000002A,发明专利授权,一种示例轴承检测方法,G01M|F16C
CN190000003A,,发明专利申请公布,一种示例大豆育种方法,A01H
CN190000004A,,发明专利申请公布,一种示例图像识别方法,G06V|G06N
CN190000005A,,发明专利申请公布,一种示例稀土永磁材料,H01F
CN290000006U,,实用新型,一种示例冻土取样器,G01N
CN290000007U,,实用新型,一种示例光纤接头,G02B
CN290000008U,,实用新型,一种示例电池托盘,H01M
CN190000009A,,发明专利申请公布,一种示例酶制剂,C12N|QQQ
CN390000010S,,外观设计,示例机器人,
`

it('reads published patents: ten rows with number, kind, title and classes, and nothing else', async () => {
  const file = await folder.write('patents_demo.csv', patents)
  const { records, refused, doubts } = await mapFiles(cnRefPatent, [file])
  expect({ rows: records.length, refused }).toEqual({ rows: 10, refused: [] })
  expect(records[1]).toMatchObject({
    kind: 'patent',
    localId: 'CN190000002B',
    fields: {
      publicationNumber: 'CN190000002B',
      type: 'INVENTION',
      title: '一种示例轴承检测方法',
      ipc: [
        { code: 'G01M', match: 'EXACT' },
        { code: 'F16C', match: 'EXACT' },
      ],
    },
  })
  expect(Object.keys(records[9]!.fields).toSorted()).toEqual(['publicationNumber', 'title', 'type'])
  expect(doubts.map(({ code, row }) => [row, code])).toEqual([[10, 'IPC_INVALID']])
})
