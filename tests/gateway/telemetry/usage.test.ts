import { buildSchema, type OperationDefinitionNode, parse } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Prepared } from '../../../gateway/engine/contract.ts'
import { coordinatesOf, coordinatesOfVariables } from '../../../gateway/telemetry/coordinates.ts'
import { createUsage, type Use } from '../../../gateway/telemetry/usage.ts'
import { brokenBy } from '../../../subgraphs/publishing/breakage.ts'
import { registrar } from '../../../subgraphs/publishing/store.ts'
import { keptDays, recordUsage, usesShape } from '../../../subgraphs/publishing/usage.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'

const schema = buildSchema(`
  type Query { talents(filter: TalentFilter, first: Int): [Talent!] node(id: ID!): Node }
  interface Node { id: ID! }
  type Talent implements Node { id: ID! name: String province: Province }
  input TalentFilter { province: [Province!] not: TalentFilter named: String }
  enum Province { HUBEI LIAONING JILIN }
`)

const prepared = (text: string) => {
  const document = parse(text)
  const operation = document.definitions[0] as OperationDefinitionNode
  return { kind: 'query', document, operation } as unknown as Prepared
}
const question = prepared(
  `query 人才($filter: TalentFilter, $first: Int) {
  talents(filter: $filter, first: $first) { ...named }
  node(id: "1") { __typename ... on Talent { province } }
} fragment named on Talent { name }`.replace('人才', 'Talents'),
)
const fixed = [
  'ID',
  'Int',
  'Node',
  'Query',
  'Query.node',
  'Query.node(id:)',
  'Query.talents',
  'Query.talents(filter:)',
  'Query.talents(first:)',
  'Talent',
  'Talent.name',
  'Talent.province',
  'TalentFilter',
]

it('knows every part of the API that an operation and its variables touch', () => {
  const { document, operation } = question
  expect(coordinatesOf(schema, document, operation).toSorted()).toEqual(
    fixed.filter((it) => it !== 'ID' && it !== 'Node'),
  )
  const variables = { filter: { province: 'HUBEI', not: { province: ['JILIN', 'NOWHERE'], unknown: 1 } }, first: 3 }
  expect([...new Set(coordinatesOfVariables(schema, operation, variables))].toSorted()).toEqual([
    'Province.HUBEI',
    'Province.JILIN',
    'TalentFilter',
    'TalentFilter.not',
    'TalentFilter.province',
  ])
  const literal = prepared('{ talents(filter: { province: [LIAONING], named: "李示例" }) { id } }')
  expect(coordinatesOf(schema, literal.document, literal.operation)).toEqual(
    expect.arrayContaining(['Province.LIAONING', 'TalentFilter.named', 'TalentFilter.province']),
  )
})

it('counts by client and version, says again what could not be said, and keeps no value', async () => {
  const sent: (readonly Use[])[] = []
  let away = true
  const usage = createUsage(async (uses) => {
    if (away) throw new Error('away')
    sent.push(uses)
  })
  const note = (headers: Record<string, string>, variables = {}) =>
    usage.note({ engine: { schema }, prepared: question, variables }, headers)
  const portal = { 'apollographql-client-name': '示例门户', 'apollographql-client-version': '2.1' }
  note(portal, { filter: { named: '机密' } })
  note(portal)
  note({ 'graphql-client-name': '示例应用' })
  note({})
  await expect(usage.flush()).rejects.toThrow('away')
  away = false
  await usage.close()
  const told = sent.flat().map(({ client, version, count }) => [client, version, count])
  expect(told).toEqual([
    ['示例门户', '2.1', 2],
    ['示例应用', '', 1],
    ['', '', 1],
  ])
  expect(JSON.stringify(sent)).not.toContain('机密')
  expect(usesShape.parse(sent.flat())).toEqual(sent.flat())
})

it('tells no more clients apart than it can bear', async () => {
  let sent: readonly Use[] = []
  const usage = createUsage(async (uses) => {
    sent = uses
  })
  for (let i = 0; i < 3_000; i++) {
    usage.note({ engine: { schema }, prepared: question, variables: {} }, { 'graphql-client-name': `c${i}` })
  }
  await usage.close()
  expect(sent.length).toBe(1_001)
  expect(sent.reduce((sum, { count }) => sum + count, 0)).toBe(3_000)
})

let data: FreshDatabase
beforeAll(async () => {
  data = await freshDatabase()
})
afterAll(() => data?.drop())

it('is kept for its days, and names whom a change would break', async () => {
  const one = { operation: 'a'.repeat(64), name: 'Talents', client: '示例门户', version: '2.1' }
  const today = new Date()
  const ago = (days: number) => new Date(today.getTime() - days * 86_400_000)
  await recordUsage(
    data.database,
    [{ ...one, operation: 'b'.repeat(64), coordinates: ['Talent.name'], count: 9 }],
    ago(keptDays + 1),
  )
  await Promise.all([
    recordUsage(data.database, [{ ...one, coordinates: ['Talent.name'], count: 2 }], today),
    recordUsage(data.database, [{ ...one, coordinates: ['Talent.province', 'Talent.name'], count: 3 }], today),
  ])
  expect(
    await asOwner(
      data.url,
      'select coordinates, count::int from publishing.operation join publishing.use on operation = hash',
    ),
  ).toEqual([{ coordinates: ['Talent.name', 'Talent.province'], count: 5 }])
  const gone = (coordinate: string) =>
    ({ coordinate, kind: 'REMOVED', level: 'BREAKING', concerns: coordinate }) as const
  const broken = await data.database
    .db(registrar)
    .restricted((tx) => brokenBy(tx, [gone('Talent.province'), gone('Talent.birthYear')]))
  expect(broken).toEqual([
    {
      coordinate: 'Talent.province',
      client: '示例门户',
      version: '2.1',
      operation: 'Talents',
      count: 5,
      lastUsed: today.toISOString().slice(0, 10),
    },
  ])
})
