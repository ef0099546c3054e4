import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demand } from '../../../subgraphs/demand/subgraph.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer, statementsOf, walk } from '../ask.ts'

const records = 3_600
let fresh: FreshDatabase

/*
 * Of 3,600 demands of three libraries every second has 检测 in its title, every third in its description only;
 * 装置 is in every title, 熔覆 in three, 合格率 in every description.
 */
beforeAll(async () => {
  fresh = await freshDatabase()
  await asOwner(
    fresh.url,
    `insert into demand.demand (id, library, local_id, province, provenance, flags, sort_key, tokens, title)
     select library || ':S' || n, library, 'S' || n, province,
       '{"release":"hb-std-demand@1","file":"样例.csv","row":2,"synthetic":true}', '[]', '',
       concat('''装置'':1A ''合格率'':1C', case when n % 2 = 0 then ' ''检测'':1A' when n % 3 = 0 then ' ''检测'':1C' end,
         case when n % 1200 = 1 then ' ''熔覆'':1A' end)::tsvector, '示例' || n
     from generate_series(1, ${records}) n,
       lateral (select (array['hb-std-demand', 'hl-demand', 'ln-demand'])[1 + n * 7 / 13 % 3] as library,
         (array['HUBEI', 'HEILONGJIANG', 'LIAONING'])[1 + n * 7 / 13 % 3] as province) l;
     analyze demand.demand`,
  )
})
afterAll(() => fresh?.drop())

const page = (args: string) =>
  answer(fresh.database, demand, `{ demands(${args}) { totalCount edges { score node { id title } } } }`)
const inTitle = (id: string) => Number(id.split(':S')[1]) % 2 === 0
const inText = (id: string) => !inTitle(id) && Number(id.split(':S')[1]) % 3 === 0

describe('a search that finds thousands of records', () => {
  it('comes whole, once and in one order from either end, names first', async () => {
    const forward = await walk(fresh.database, demand, 'demands', 'search: "检测",', { size: 100, backward: false })

    expect(new Set(forward).size).toBe(forward.length)
    expect(forward.length).toBe(records / 2 + records / 6)
    expect(forward.slice(0, records / 2).every(inTitle)).toBe(true)
    expect(forward.slice(records / 2).every(inText)).toBe(true)
    expect(await walk(fresh.database, demand, 'demands', 'search: "检测",', { size: 100, backward: true })).toEqual(
      forward,
    )
  })

  it('is counted whole and scored from high to low', async () => {
    const { totalCount, edges } = await page('search: "检测", first: 100')
    const scores = edges.map(({ score }: { score: number }) => score)

    expect(totalCount).toBe(2_400)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(scores.every((score: number) => score >= 2 && score < 3)).toBe(true)
  })

  it('puts no library first by its name', async () => {
    const { edges } = await page('search: "装置", first: 60')
    const libraries = edges.map(({ node }: { node: { id: string } }) => node.id.split(':')[0]!)
    const counts = Object.values(Object.groupBy(libraries, (it: string) => it)).map((some) => some!.length)

    expect(counts.length).toBe(3)
    expect(Math.min(...counts)).toBeGreaterThan(10)
  })

  it('keeps to its filter and to the records between two cursors', async () => {
    const args = 'search: "检测", filter: { province: [LIAONING] },'
    const all = await walk(fresh.database, demand, 'demands', args, { size: 100, backward: false })
    const { edges } = await answer(
      fresh.database,
      demand,
      `{ demands(${args} first: 9) { edges { cursor node { id } } } }`,
    )
    const between = await answer(
      fresh.database,
      demand,
      `{ demands(${args} after: "${edges[1].cursor}", before: "${edges[7].cursor}") { nodes { id } } }`,
    )

    expect(all.every((id) => id.startsWith('ln-demand:'))).toBe(true)
    expect(between.nodes.map(({ id }: { id: string }) => id)).toEqual(all.slice(2, 7))
  })

  it('finds in descriptions what is in no name', async () => {
    const { totalCount, edges } = await page('search: "合格率", first: 5')

    expect(totalCount).toBe(records)
    expect(edges.length).toBe(5)
    expect(edges.every(({ score }: { score: number }) => score >= 1 && score < 2)).toBe(true)
    expect(
      new Set(await walk(fresh.database, demand, 'demands', 'search: "合格率",', { size: 100, backward: true })).size,
    ).toBe(records)
  })

  it('is one statement, once the words of the list are known', async () => {
    const sent = await statementsOf(fresh.database, () =>
      answer(fresh.database, demand, '{ demands(search: "检测", first: 5) { nodes { id } } }'),
    )

    expect(sent.length).toBe(1)
  })
})

it('ranks each record of a search that finds few, also beside a common word', async () => {
  const { totalCount, edges } = await page('search: "熔覆 装置"')

  expect(totalCount).toBe(3)
  expect(edges.map(({ node }: { node: { id: string } }) => node.id).sort()).toEqual(
    edges.map(({ node }: { node: { id: string } }) => node.id),
  )
  expect(edges.every(({ score }: { score: number }) => score > 0 && score < 1)).toBe(true)
})
