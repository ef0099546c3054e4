import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getTableColumns } from 'drizzle-orm'
import { pgSchema, text } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Viewer } from '#schema/viewer.ts'
import { defineSubgraph, type Subgraph } from '../../../subgraphs/define.ts'
import { findRecords, referencesTo } from '../../../subgraphs/page/by-id.ts'
import { connect } from '../../../subgraphs/page/connection.ts'
import { anyOf } from '../../../subgraphs/page/filter.ts'
import type { List } from '../../../subgraphs/page/list.ts'
import { textOrder } from '../../../subgraphs/page/order.ts'
import { guard, policyFunctions, readerPolicy } from '../../../subgraphs/policy/guard.ts'
import { decide, policy, type Rule } from '../../../subgraphs/policy/policy.ts'
import { recordColumns, shownColumns, sourceTable } from '../../../subgraphs/record.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { ask } from '../ask.ts'
import { mutations, viewersOf } from './matrix.ts'
import { holders } from './plant.ts'

/*
 * No library at hand has anything that is NOT_SHARED: that takes a law, or a decision of the State Council, which the
 * province names when it registers its catalog (政务数据共享条例), and what is secret is refused before it is stored.
 * So the class is tried on a field of its own, in a subgraph like every other.
 */
const contract = `
type Library @key(fields: "id", resolvable: false) { id: ID! }
interface Filed { id: ID! remark: String }
type Paper implements Filed @key(fields: "id") @sharing(class: UNCONDITIONAL) {
  id: ID!
  title: String
  remark: String @sharing(class: NOT_SHARED)
}
type Folder { papers: [Paper!] }
type PaperEdge { cursor: String! node: Paper! }
type PaperConnection {
  edges: [PaperEdge!]!
  nodes: [Paper!]!
  pageInfo: PageInfo!
  totalCount: Int
  facets(by: [PaperFacet!]!): [Facet!]
}
input PaperFilter { remark: [String!] }
enum PaperOrderField { REMARK }
input PaperOrder { field: PaperOrderField! }
enum PaperFacet { REMARK }
type Query {
  papers(search: String, filter: PaperFilter, orderBy: [PaperOrder!], first: Int, after: String): PaperConnection
  filed(ids: [ID!]!): [Filed]
  folder: Folder
}`

const schema = pgSchema('trial')
const papers = schema.table('paper', { ...recordColumns(), title: text('title') })
const remarks = schema.table('remark', {
  id: text('id').primaryKey(),
  library: text('library').notNull(),
  province: text('province'),
  organizationId: text('organization_id'),
  subject: text('subject'),
  consents: text('consents').array(),
  remark: text('remark'),
})
const guarded = guard(remarks, 'NOT_SHARED', {
  organizations: 'array[organization_id]',
  subject: 'subject',
  consents: 'consents',
})
const paperList: List<{ id: string }> = {
  name: 'papers',
  table: papers,
  sources: sourceTable(schema),
  kind: 'paper',
  columns: shownColumns(getTableColumns(papers)),
  needs: { remark: [] } as never,
  // Each would tell what the remark is, were it not refused.
  filters: { remark: anyOf(papers.title) },
  orders: { REMARK: textOrder(papers.title) },
  facets: { REMARK: { column: papers.title } },
}

const people = Object.keys(holders) as (keyof typeof holders)[]
const idOf = (holder: string) => `${holders[holder as 'near'].library}:${holder}`
const canaryOf = (holder: string) => `canary of ${holder}`

let fresh: FreshDatabase
let folder: string
let trial: Subgraph
beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'lianku-trial-'))
  await writeFile(join(folder, 'schema.graphql'), contract)
  trial = defineSubgraph({
    name: 'trial',
    contract: pathToFileURL(join(folder, 'schema.graphql')),
    resolvers: {
      Query: {
        papers: (_: unknown, args: object, context: never, info: never) => connect(paperList, args, context, info),
        filed: (_: unknown, { ids }: { ids: string[] }, context: never) => findRecords(context, paperList, ids),
        folder: () => ({}),
      },
      Filed: { __resolveType: () => 'Paper' },
      Folder: {
        papers: (_: unknown, __: unknown, context: never) => findRecords(context, paperList, people.map(idOf)),
      },
    },
    loaders: () => ({}),
    references: { Paper: referencesTo(paperList) },
    sidecars: { Paper: remarks },
    guarded: [guarded],
  }) as Subgraph
  const rows = people.flatMap((holder) => {
    const { library, province, organizations, subject, consents } = holders[holder]
    const own = `'${idOf(holder)}', '${library}', '${province}'`
    return [
      `insert into trial.paper (id, library, province, local_id, provenance, flags, sort_key, tokens, title)
        values (${own}, '${holder}', '{}', '[]', 'a', '''示例'':1A', '示例文件');`,
      `insert into trial.remark values (${own}, '${organizations![0]}', '${subject}', '{${consents}}', '${canaryOf(holder)}');`,
    ]
  })
  await asOwner(
    fresh.url,
    `create schema trial; grant usage on schema trial to lianku_public, lianku_reader;
    create table trial.paper (id text primary key, library text, local_id text, province text, updated_on text,
      provenance jsonb, flags jsonb, sort_key text, tokens tsvector, title text);
    create table trial.source (library text, kind text, province text, rows int, as_of timestamptz, cycle_months int);
    grant select on trial.paper, trial.source to lianku_public, lianku_reader;
    create table trial.remark (id text primary key, library text, province text, organization_id text, subject text,
      consents text[], remark text);
    alter table trial.remark enable row level security, force row level security;
    grant select on trial.remark to lianku_reader;
    ${readerPolicy(guarded)}
    ${rows.join('\n')}`,
  )
})
afterAll(async () => {
  await fresh?.drop()
  await rm(folder, { recursive: true })
})

const paths: Readonly<Record<string, string>> = {
  list: '{ papers(first: 9) { totalCount edges { cursor node { id title remark } } pageInfo { endCursor } } }',
  search: '{ papers(search: "示例", first: 9) { nodes { one: remark other: remark } } }',
  interface: `{ filed(ids: ${JSON.stringify(people.map(idOf))}) { id remark ... on Filed { again: remark } } }`,
  nested: '{ folder { papers { ... on Paper { remark } } } }',
  entities: '($keys: [_Any!]!) { _entities(representations: $keys) { ... on Paper { title remark } } }',
}
const refused: Readonly<Record<string, string>> = {
  filter: '{ papers(filter: { remark: ["canary of near"] }) { totalCount } }',
  order: '{ papers(orderBy: [{ field: REMARK }]) { edges { cursor } } }',
  facet: '{ papers { facets(by: [REMARK]) { values { code count } } } }',
}
/** Representations that claim a field, a library and a class that are not theirs. */
const forged = people.map((holder) => ({
  __typename: 'Paper',
  id: idOf(holder),
  remark: 'forged',
  library: 'hb-edu-talent',
  consents: ['LIST_CONTACT'],
}))

const answerTo = async (source: string, viewer: Viewer) =>
  JSON.stringify(await ask(fresh.database, trial, `query ${source}`, { keys: forged }, viewer))

/** What of the remarks a viewer finds otherwise than the table says, by each of these paths. */
async function wrongFor(name: string, viewer: Viewer, asked: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  for (const path of asked) {
    const body = await answerTo(paths[path]!, viewer)
    for (const holder of people) {
      const found = body.includes(canaryOf(holder))
      const { allow } = decide(viewer, 'NOT_SHARED', holders[holder], intended)
      if (found !== allow || body.includes('forged')) wrong.push(`${name} by ${path}: ${holder} ${found}`)
    }
  }
  return wrong
}
const intended = structuredClone(policy)

describe('a field that is not shared', () => {
  it.each(roles)('is shown to %s by every path only where the policy opens it', async (role) => {
    const wrong = []
    for (const [name, viewer] of viewersOf(role)) wrong.push(...(await wrongFor(name, viewer, Object.keys(paths))))
    expect(wrong).toEqual([])
  })

  it('is shown to the source alone: its university about its own library, and the library’s owner', async () => {
    const seen = []
    for (const [name, viewer] of roles.flatMap((role) => viewersOf(role))) {
      if ((await answerTo(paths.list!, viewer)).includes(canaryOf('near'))) seen.push(name)
    }
    expect(seen.filter((name) => name.startsWith('LIBRARY_OWNER'))).toContain('LIBRARY_OWNER only libraries')
    expect(seen.filter((name) => !/^(UNIVERSITY|LIBRARY_OWNER) /.test(name))).toEqual([])
  })

  it('is nothing to filter, order or count by, for anybody, and says so by role alone', async () => {
    for (const role of roles) {
      for (const source of Object.values(refused)) {
        const bodies = new Set<string>()
        for (const [, viewer] of viewersOf(role)) bodies.add(await answerTo(source, viewer))
        expect([...bodies]).toEqual([expect.stringContaining('不能按 remark 筛选、排序或统计：只有来源单位可见。')])
      }
    }
  })

  it('loses or shows something with every rule and condition that is taken out, and every cell that is opened', async () => {
    const unnoticed: string[] = []
    for (const { role, sharing, label, when } of mutations().filter((it) => it.sharing === 'NOT_SHARED')) {
      const rules = policy[role] as Record<typeof sharing, Rule>
      const kept = rules[sharing]
      rules[sharing] = { ...kept, when }
      await asOwner(fresh.url, policyFunctions())
      const wrong = []
      for (const [name, viewer] of viewersOf(role)) wrong.push(...(await wrongFor(name, viewer, ['list'])))
      rules[sharing] = kept
      if (wrong.length === 0) unnoticed.push(label)
    }
    await asOwner(fresh.url, policyFunctions())
    expect(unnoticed).toEqual([])
  })
})
