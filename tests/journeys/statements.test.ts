import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anyone } from '#schema/viewer.ts'
import type { Engine } from '../../gateway/engine/contract.ts'
import { createEngine } from '../../gateway/engine/engine.ts'
import { inProcessTransport } from '../../gateway/engine/in-process-transport.ts'
import { requestOf } from '../../subgraphs/context.ts'
import { subgraphs } from '../../subgraphs/registry.ts'
import { type FreshDatabase, sampleDatabase } from '../postgres.ts'
import { statementsOf } from '../subgraphs/ask.ts'

let data: FreshDatabase
let engine: Engine
beforeAll(async () => {
  data = await sampleDatabase()
  const hub = { database: data.database, secret: 'the key of cursors' }
  engine = createEngine({
    supergraph: readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8'),
    transport: ({ name }) => {
      const subgraph = subgraphs.find((it) => it.name === name)!
      const contextFor = () => subgraph.contextFor(requestOf(hub, anyone, 'count'))
      return inProcessTransport({ schema: subgraph.schema, contextFor })
    },
  })
})
afterAll(() => data?.drop())

async function statements(query: string, first: number): Promise<string[]> {
  const prepared = engine.prepare(query)
  if ('errors' in prepared) throw prepared.errors[0]
  return statementsOf(data.database, async () => {
    const { data: answered, errors } = await prepared.execute({ first }, { requestId: 'count', headers: {} })
    expect(errors).toBeUndefined()
    const [connection] = Object.values(answered!) as { nodes: unknown[] }[]
    expect(connection!.nodes.length).toBe(first)
  })
}

it.each([
  {
    joins: 'talents, their organizations, achievements, and the patents of these with licenses',
    query: `query ($first: Int) { talents(first: $first) { nodes {
      name organization { name region { label } } achievements { title patents { title openLicense { fixedFee } } }
      library { name }
    } } }`,
    count: 6,
  },
  {
    joins: 'demands, their enterprises, and all that these enterprises want',
    query: `query ($first: Int) { demands(first: $first) { nodes {
      title enterprise { name demands(first: 5) { totalCount nodes { title } } } library { name quality { doubts } }
    } } }`,
    count: 7,
  },
  {
    joins: 'patents, their licenses, applicants and other records, with count, facets and sources',
    query: `query ($first: Int) { patents(first: $first, filter: { kind: [INVENTION, UTILITY_MODEL, DESIGN] }) {
      totalCount facets(by: [PROVINCE, IPC_SECTION]) { values { code count } } sources { status library { name } }
      nodes { title applicants { name organization { name } } openLicense { fixedFee } otherRecords { title } }
    } }`,
    count: 7,
  },
])('sends as many statements for one row as for sixty: $joins', async ({ query, count }) => {
  const one = await statements(query, 1)
  const sixty = await statements(query, 60)
  expect(sixty.length).toBe(count)
  expect(one.length).toBeLessThanOrEqual(count)
})
