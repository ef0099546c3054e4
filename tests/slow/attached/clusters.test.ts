import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { achievementList, patentList } from '../../../subgraphs/achievement/queries.ts'
import type { Database } from '../../../subgraphs/database.ts'
import { demandList } from '../../../subgraphs/demand/queries.ts'
import { openLicenseList } from '../../../subgraphs/licensing/queries.ts'
import { organizationList } from '../../../subgraphs/organization/queries.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { talentList } from '../../../subgraphs/talent/queries.ts'
import { answer, walk } from '../../subgraphs/ask.ts'
import { openProvinces, type Provinces, timing } from './provinces.ts'

let provinces: Provinces
let local: Database
let spread: Database
beforeAll(async () => {
  provinces = await openProvinces()
  local = provinces.local
  spread = provinces.attached.database
}, 600_000)
afterAll(() => provinces?.close())

const lists = [
  { list: talentList, home: 'talent' },
  { list: achievementList, home: 'achievement' },
  { list: patentList, home: 'achievement' },
  { list: demandList, home: 'demand' },
  { list: openLicenseList, home: 'licensing' },
  { list: organizationList, home: 'organization' },
]
const subgraphOf = (home: string) => subgraphs.find(({ name }) => name === home)!

describe.each(lists)('$list.name of three provincial clusters', ({ list, home }) => {
  const subgraph = subgraphOf(home)
  const facets = Object.keys(list.facets)
  const orders = Object.keys(list.orders).flatMap((field) => [
    `{field: ${field}}`,
    `{field: ${field}, direction: DESC}`,
  ])
  // The libraries' own clocks differ where their rows have no date.
  const question = (args: string) => `{ ${list.name}(${args} first: 100) {
    edges { score node { id updatedOn localId library { id } province flags { code field original } } } totalCount complete
    pageInfo { hasNextPage hasPreviousPage } facets(by: [${facets}]) { by values { code label count } }
    sources { library { id } status rows message }
  } }`
  const same = async (args: string) =>
    expect(await answer(spread, subgraph, question(args))).toEqual(await answer(local, subgraph, question(args)))

  it.each(orders)('has every page of %s, from either end', async (order) => {
    const pages = (database: Database, size: number, backward: boolean) =>
      walk(database, subgraph, list.name, `orderBy: [${order}],`, { size, backward })
    const expected = await pages(local, 100, false)
    expect(expected.length).toBeGreaterThan(10)
    for (const size of [7, 64]) {
      expect(await pages(spread, size, false)).toEqual(expected)
      expect(await pages(spread, size, true)).toEqual(expected)
    }
  })

  it.each(['激光', '机器人', 'jg', 'zb', '一种基于机器视觉的焊缝检测方法', '大学', '武汉'])(
    'has the pages, scores, counts and facets of a search for %s',
    async (search) => {
      await same(`search: "${search}",`)
      await same(`search: "${search}", filter: {province: [HUBEI, LIAONING]},`)
      const pages = (database: Database, backward: boolean) =>
        walk(database, subgraph, list.name, `search: "${search}",`, { size: 5, backward })
      const expected = await pages(local, false)
      expect(await pages(spread, false)).toEqual(expected)
      expect(await pages(spread, true)).toEqual(expected)
    },
  )

  it('has the same under every value of every facet that can be filtered by', async () => {
    const { facets: found } = await answer(
      local,
      subgraph,
      `{ ${list.name}(first: 1) { facets(by: [${facets}]) { by values { code } } } }`,
    )
    for (const { by, values } of found as { by: string; values: { code: string }[] }[]) {
      const { filter, enum: isEnum, characters } = list.facets[by]!
      if (!filter || characters) continue
      for (const { code } of values.slice(0, 8)) {
        const value = isEnum || filter === 'province' ? code : JSON.stringify(code)
        await same(`filter: {${filter}: [${value}]},`)
      }
    }
  })
})

describe('the clusters of three provinces', () => {
  const patents = subgraphOf('achievement')
  const list = '{ patents(first: 100) { nodes { id } totalCount complete sources { library { id } status } } }'
  const ask = () => answer(spread, patents, list)
  const statusOf = ({ sources }: { sources: { library: { id: string }; status: string }[] }, library: string) =>
    sources.find((source) => source.library.id === library)?.status

  async function healed() {
    await expect.poll(async () => (await ask()).complete, { timeout: 20_000, interval: 500 }).toBe(true)
    expect(await ask()).toEqual(whole)
  }
  let whole: unknown
  beforeAll(async () => {
    whole = await ask()
  })

  it('answer without the one that is stopped, and with it again when it is back', async () => {
    await provinces.clusters.ln.stop()
    const answered = await ask()
    expect(statusOf(answered, 'ln-patent')).toBe('UNREACHABLE')
    const others = await answer(
      local,
      patents,
      list.replace('first: 100', 'first: 100, filter: {province: [HUBEI, HEILONGJIANG]}'),
    )
    expect([answered.nodes, answered.totalCount, answered.complete]).toEqual([others.nodes, others.totalCount, false])
    await provinces.clusters.ln.start()
    await healed()
  })

  it('answer within the deadline when one is frozen, at once when it stays so, and with it again when it thaws', async () => {
    provinces.clusters.hb.freeze()
    try {
      const started = performance.now()
      const answered = await ask()
      expect(performance.now() - started).toBeLessThan(timing.deadlineMs + 1_500)
      expect(statusOf(answered, 'hb-ip-patent')).toBe('TIMEOUT')
      const again = performance.now()
      expect(statusOf(await ask(), 'hb-ip-patent')).toMatch(/TIMEOUT|CIRCUIT_OPEN/)
      expect(statusOf(await ask(), 'hb-ip-patent')).toBe('CIRCUIT_OPEN')
      expect(performance.now() - again).toBeLessThan(timing.deadlineMs + 1_500)
    } finally {
      provinces.clusters.hb.thaw()
    }
    await healed()
  })

  it('answer whole while one is slow but within its deadline, and without it beyond', async () => {
    provinces.clusters.hl.wire.slow(300)
    expect(await ask()).toEqual(whole)
    provinces.clusters.hl.wire.slow(timing.deadlineMs * 2)
    const answered = await ask()
    expect(statusOf(answered, 'hl-achievement')).toBe('TIMEOUT')
    expect(statusOf(answered, 'ln-patent')).toBe(statusOf(whole as never, 'ln-patent'))
    provinces.clusters.hl.wire.slow(0)
    await pause(timing.restMs)
    await healed()
  })
})
