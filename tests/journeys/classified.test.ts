import { afterAll, beforeAll, expect, it } from 'vitest'
import { importFiles } from '../../subgraphs/intake/intake.ts'
import { hlHalfyear } from '../../subgraphs/intake/styles/hl-halfyear.ts'
import { sinks } from '../../subgraphs/registry.ts'
import { asOwner } from '../postgres.ts'
import { openFolder } from '../subgraphs/intake/folder.ts'
import { type House, openHouse } from './house.ts'

let house: House
let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  house = await openHouse('in one process')
  folder = await openFolder()
})
afterAll(async () => {
  await Promise.all([house?.close(), folder?.remove()])
})

const header = '项目编号,项目名称,完成单位,负责人,成熟度,所属产业,拟转化方式,简介,是否含专利,是否涉密,更新批次'
const classified = 'XM2024S001,赤霞型号推进剂稳定剂,哈尔滨工业大学,乌拟珂,中试,51,许可,赤霞配方第七稿,否,是,2024H1'
const withPatents = 'XM2024P001,青岚智能除冰机器人,哈尔滨工业大学,乌拟珂,中试,54,许可,青岚样机已下线,是,否,2024H1'
const open = 'XM2024O001,墨溪寒地土壤墒情监测,东北农业大学,乌拟珂,中试,55,许可,墨溪网络已试用,否,否,2024H1'

it('keeps nothing of a classified row anywhere, and shows a project with patents to nobody', async () => {
  const file = await folder.write('项目库.csv', [header, classified, withPatents, open].join('\n'))
  const report = await importFiles({
    database: house.data.database,
    sinks,
    style: hlHalfyear,
    files: [file],
    today: '2024-07-01',
    removable: 1,
  })
  const [project] = report.libraries
  expect(project!.release).toMatchObject({ library: 'hl-project', read: 3, inserted: 2, refused: 1, state: 'IN_FORCE' })
  expect(JSON.stringify(report)).not.toMatch(/赤霞|XM2024S001/)

  const tables = await asOwner(
    house.data.url,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const rows = tables.map(({ name }) => `select it::text as row from ${name} it`).join(' union all ')
  const everything = JSON.stringify(await asOwner(house.data.url, rows))
  expect(everything).not.toMatch(/赤霞|XM2024S001/)
  expect(everything).toContain('青岚')

  const answered = await house.answer(`{
    restricted: node(id: "hl-project:XM2024P001") { id }
    found: achievements(search: "青岚") { totalCount nodes { id } }
    shown: achievements(search: "墨溪") { totalCount nodes { id } }
  }`)
  expect(answered).toEqual({
    restricted: null,
    found: { totalCount: 0, nodes: [] },
    shown: { totalCount: 1, nodes: [{ id: 'hl-project:XM2024O001' }] },
  })
})
