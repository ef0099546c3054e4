import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { achievementList, patentList } from '../../../subgraphs/achievement/queries.ts'
import type { Database } from '../../../subgraphs/database.ts'
import { demandList } from '../../../subgraphs/demand/queries.ts'
import { openLicenseList } from '../../../subgraphs/licensing/queries.ts'
import { organizationList } from '../../../subgraphs/organization/queries.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { talentList } from '../../../subgraphs/talent/queries.ts'
import { type FreshDatabase, sampleDatabase } from '../../postgres.ts'
import { answer, walk } from '../ask.ts'
import { guestAddress } from './guest.ts'
import { type AttachedHub, hubei, liaoning, openAttachedHub } from './province.ts'
import { openWire, type Wire } from './wire.ts'

let hub: FreshDatabase
let province: FreshDatabase
let wire: Wire
let attached: AttachedHub
beforeAll(async () => {
  hub = await sampleDatabase()
  // Both provinces' libraries stay in one database here, which its two addresses make two. It holds the hub's rows as
  // well, so that what it answers by itself is what a hub answers of its own.
  province = await sampleDatabase()
  const address = await guestAddress(province)
  wire = await openWire(address)
  attached = await openAttachedHub(hub)
  for (const library of hubei) await attached.attach(library, address)
  for (const library of liaoning) await attached.attach(library, wire.url)
  await attached.look()
})
afterAll(async () => {
  await attached?.close()
  await wire?.close()
  for (const database of [hub, province]) await database?.drop()
})

const lists = [
  { list: talentList, subgraph: 'talent', filter: '{kind: [PERSON]}' },
  { list: achievementList, subgraph: 'achievement', filter: '{province: [HUBEI, HEILONGJIANG]}' },
  { list: patentList, subgraph: 'achievement', filter: '{kind: [INVENTION], library: ["hb-ip-patent", "ln-patent"]}' },
  { list: demandList, subgraph: 'demand', filter: '{intendedAmount: {gte: "100000"}}' },
  { list: openLicenseList, subgraph: 'licensing', filter: '{province: [LIAONING]}' },
  { list: organizationList, subgraph: 'organization', filter: '{kind: [ENTERPRISE]}' },
]

describe.each(lists)('$list.name, of which two provinces are attached', ({ list, subgraph: home, filter }) => {
  const subgraph = subgraphs.find(({ name }) => name === home)!
  const orders = Object.keys(list.orders).flatMap((field) => [
    `{field: ${field}}`,
    `{field: ${field}, direction: DESC}`,
  ])
  const several = Object.keys(list.orders)
    .slice(0, 2)
    .map((field) => `{field: ${field}, direction: DESC}`)
  const facets = Object.keys(list.facets).join(', ')

  it.each([
    '',
    `filter: ${filter},`,
    'search: "激光",',
    'search: "jg",',
    `search: "一种高效节能的智能装备技术", filter: ${filter},`,
  ])('have the pages, scores, counts, facets and sources of local ones (%s)', async (args) => {
    const question = `{ ${list.name}(${args} first: 30) {
        edges { score node { id updatedOn provenance { release row } flags { code } } }
        pageInfo { hasNextPage hasPreviousPage } totalCount complete
        facets(by: [${facets}]) { by values { code label count } }
        sources { library { id } status asOf rows message }
      } }`
    expect(await answer(attached.database, subgraph, question)).toEqual(
      await answer(province.database, subgraph, question),
    )
  })

  it.each([...orders, several.join(', ')])('come in the order of local ones from either end (%s)', async (order) => {
    const pages = (database: Database, size: number, backward: boolean) =>
      walk(database, subgraph, list.name, `orderBy: [${order}],`, { size, backward })
    const expected = await pages(province.database, 100, false)
    expect(await pages(attached.database, 37, false)).toEqual(expected)
    expect(await pages(attached.database, 41, true)).toEqual(expected)
  })
})

it('counts in a facet what only attached libraries have, and leaves none of its values out', async () => {
  const question = '{ patents(first: 1) { facets(by: [IPC_SUBCLASS, REGION]) { values { code count } } } }'
  const subgraph = subgraphs.find(({ name }) => name === 'achievement')!
  expect(await answer(attached.database, subgraph, question)).toEqual(
    await answer(province.database, subgraph, question),
  )
})

it('refuses a filter that compares records across databases', async () => {
  const subgraph = subgraphs.find(({ name }) => name === 'achievement')!
  const question = '{ patents(first: 1, filter: {inSeveralLibraries: true}) { totalCount } }'
  await expect(answer(attached.database, subgraph, question)).rejects.toThrow(
    'inSeveralLibraries 须比对各库的记录，而 hb-ip-patent、ln-patent 的记录在本省的数据库中',
  )
})

it('say that they keep no history, while the others answer as of the date', async () => {
  const subgraph = subgraphs.find(({ name }) => name === 'demand')!
  const { nodes, sources, complete } = await answer(
    attached.database,
    subgraph,
    '{ demands(asOf: "2023-06", first: 100) { complete nodes { library { id } } sources { library { id } status release message } } }',
  )
  const libraries = new Set(nodes.map((node: { library: { id: string } }) => node.library.id))
  const notKept = { status: 'DENIED', release: null, message: '这个库的记录在本省的数据库中，不保留以前的批次。' }
  expect({ libraries, complete, sources }).toEqual({
    libraries: new Set(['hl-demand']),
    complete: false,
    sources: [
      { library: { id: 'hb-std-demand' }, status: 'OK', release: null, message: '这一天之前，这个库还没有批次。' },
      { library: { id: 'hl-demand' }, status: 'OK', release: 'hl-demand@1', message: null },
      { library: { id: 'ln-demand' }, ...notKept },
    ],
  })
})
