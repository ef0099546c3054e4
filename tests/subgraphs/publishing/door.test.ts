import { type DocumentNode, parse, print } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditVerify } from '../../../subgraphs/audit/verify.ts'
import { type Caller, type Door, openDoor, type Report } from '../../../subgraphs/publishing/door.ts'
import { enterHouse } from '../../../subgraphs/publishing/enter.ts'
import { answer } from '../../../subgraphs/publishing/examine.ts'
import { readEntries, readGraph, registrar } from '../../../subgraphs/publishing/store.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { header, jilin } from './graph.ts'

let data: FreshDatabase
let door: Door
const caller: Caller = { by: 'key 示例', viewer: { role: 'OPERATOR', subject: 'key 示例' } }
const proposal = (text: string, url = 'http://127.0.0.1:4101/graphql') => ({
  name: 'jilin',
  url,
  files: [{ file: 'jilin.graphql', text }],
})
const withTopic = jilin.replace('  name: String', '  name: String\n  "主题，例如 光电。"\n  topic: String')

beforeAll(async () => {
  data = await freshDatabase()
  await enterHouse(data.database, subgraphs)
  door = openDoor(data.database, { examined: answer })
})
afterAll(() => data?.drop())

const live = () => data.database.db(registrar).restricted(readGraph)
const entries = () => data.database.db(registrar).restricted(readEntries)
const short = ({ outcome, state, changes, moves, problems }: Report) => ({
  outcome,
  state,
  changes: changes.map(({ kind, coordinate, level }) => `${kind} ${coordinate} ${level}`),
  moves: moves.map(({ coordinate, from, to }) => `${coordinate}: ${from} → ${to}`),
  problems: problems.map(({ code, places }) => [code, ...places]),
})

const jilinComes = {
  changes: [
    'ADDED JlFair SAFE',
    'ADDED JlFair.id SAFE',
    'ADDED JlFair.name SAFE',
    'ADDED Library.jlFairs SAFE',
    'ADDED Query.jlFairs SAFE',
    'ADDED Query.jlFairs(first:) SAFE',
  ],
  moves: ['JlFair.name:  → jilin', 'Library.jlFairs:  → jilin', 'Query.jlFairs:  → jilin'],
  problems: [],
}

it('has the house in it, once, whoever starts first', async () => {
  await Promise.all([enterHouse(data.database, subgraphs), enterHouse(data.database, subgraphs)])
  expect((await entries()).map(({ name, isHouse }) => [name, isHouse])).toEqual(
    subgraphs.map(({ name }) => [name, true]),
  )
  expect((await live()).seq).toBe(1)
})

it('tells what would change, and changes nothing', async () => {
  expect(short(await door.check(proposal(jilin)))).toEqual({ outcome: 'PASSED', state: 1, ...jilinComes })
  expect((await live()).seq).toBe(1)
})

it('looks in a thread of its own, so that requests are answered meanwhile', async () => {
  let turns = 0
  const turning = setInterval(() => turns++, 1)
  expect(short(await openDoor(data.database).check(proposal(jilin)))).toEqual({
    outcome: 'PASSED',
    state: 1,
    ...jilinComes,
  })
  clearInterval(turning)
  expect(turns).toBeGreaterThan(20)
})

it('puts a stranger in force, and a second version, and the first again', async () => {
  expect(short(await door.publish(proposal(jilin), caller))).toEqual({ outcome: 'IN_FORCE', state: 2, ...jilinComes })
  const added = { changes: ['ADDED JlFair.topic SAFE'], moves: ['JlFair.topic:  → jilin'], problems: [] }
  expect(short(await door.publish(proposal(withTopic), caller))).toEqual({ outcome: 'IN_FORCE', state: 3, ...added })
  const gone = { changes: ['REMOVED JlFair.topic BREAKING'], moves: ['JlFair.topic: jilin → '], problems: [] }
  expect(short(await door.rollback('jilin', undefined, caller))).toEqual({ outcome: 'IN_FORCE', state: 4, ...gone })
  expect(short(await door.publish(proposal(jilin), caller))).toEqual({
    outcome: 'UNCHANGED',
    state: 4,
    changes: [],
    moves: [],
    problems: [],
  })
})

it('keeps what is in force when a version is refused', async () => {
  const before = await live()
  const report = await door.publish(proposal(`${jilin} extend type Query { talents: Int }`), caller)
  expect([report.outcome, report.problems.map(({ code }) => code)]).toEqual(['REFUSED', ['ROOT_FIELD']])
  const broken = await door.publish(proposal(`${jilin} type JlBroken { a: Nowhere }`), caller)
  expect([broken.outcome, broken.problems.length]).toEqual(['REFUSED', 1])
  expect(await live()).toEqual(before)
})

it('publishes nothing that gateways could not serve, and says why, although it composes', async () => {
  const before = await live()
  const weighed = jilin.replace('first: Int', 'first: JlWeight = 99999999999999999999')
  const { outcome, problems } = await openDoor(data.database).publish(proposal(`${weighed} scalar JlWeight`), caller)
  expect({ outcome, problems }).toEqual({
    outcome: 'REFUSED',
    problems: [
      expect.objectContaining({
        code: 'GRAPH_UNSERVABLE',
        zh: expect.stringMatching(/^组合成立，但网关不能使用.+number too large.+first: JlWeight = 9+/),
      }),
    ],
  })
  expect(await live()).toEqual(before)
})

it.each(['hubei', 'talent'])('does not let the name %s be taken', async (name) => {
  const report = await door.publish({ ...proposal(header), name }, caller)
  expect([report.outcome, report.problems.map(({ code }) => code)]).toEqual(['REFUSED', ['SUBGRAPH_NAME']])
  await expect(door.remove(name, caller)).rejects.toMatchObject({ code: 'ACCESS_DENIED' })
  await expect(door.rollback(name, undefined, caller)).rejects.toMatchObject({ code: 'ACCESS_DENIED' })
})

it('lets a field go that nobody uses, and names the clients that a used one breaks', async () => {
  await door.publish(proposal(withTopic), caller)
  await asOwner(
    data.url,
    `insert into publishing.operation values ('aa11', '示例查询', array['JlFair', 'JlFair.topic', 'Query.jlFairs']);
     insert into publishing.use values (current_date, 'aa11', '示例门户', '2.1', 7), (current_date, 'aa11', '', '', 1)`,
  )
  const refused = await door.publish(proposal(jilin), caller)
  const today = new Date().toISOString().slice(0, 10)
  const one = { coordinate: 'JlFair.topic', operation: '示例查询', lastUsed: today }
  expect([refused.outcome, refused.breaks]).toEqual([
    'REFUSED',
    [
      { ...one, client: '示例门户', version: '2.1', count: 7 },
      { ...one, client: '', version: '', count: 1 },
    ],
  ])
  expect((await door.publish(proposal(jilin), { ...caller, force: true })).outcome).toBe('IN_FORCE')
  await asOwner(data.url, 'delete from publishing.operation')
})

it('takes a subgraph out, keeps its fields its own, and lets it come back', async () => {
  expect((await door.remove('jilin', caller)).outcome).toBe('IN_FORCE')
  await expect(door.remove('jilin', caller)).rejects.toMatchObject({ code: 'UNKNOWN_SUBGRAPH' })
  const thief = `${header} type Library @key(fields: "id") { id: ID! jlFairs: Int } type Query { agriA: Int }`
  const report = await door.check({ ...proposal(thief), name: 'agri' })
  expect(report.problems.map(({ code, en }) => `${code} ${en}`)).toEqual([
    'FIELD_OWNER Library.jlFairs belongs to jilin.',
  ])
  expect((await door.rollback('jilin', undefined, caller)).outcome).toBe('IN_FORCE')
})

it('lets two who publish at once both in', async () => {
  const other = (name: string) => ({ ...proposal(`${header} type Query { ${name}A: Int }`), name })
  const names = ['anhui', 'fujian']
  const reports = await Promise.all(names.map((name) => door.publish(other(name), caller)))
  expect(reports.map(({ outcome }) => outcome)).toEqual(['IN_FORCE', 'IN_FORCE'])
  expect((await live()).members.map(({ name }) => name)).toEqual(
    expect.arrayContaining([...subgraphs.map(({ name }) => name), 'jilin', ...names]),
  )
})

it('leaves a stranger out that no longer fits the house, with the reason, and takes it back when it does', async () => {
  const changed = subgraphs.map((it) => (it.name === 'library' ? { ...it, typeDefs: clash(it.typeDefs) } : it))
  await enterHouse(data.database, changed)
  const out = (await entries()).find(({ name }) => name === 'jilin')
  expect(out).toMatchObject({ version: null, leftOut: expect.stringContaining('FIELD_OWNER') })
  await enterHouse(data.database, subgraphs)
  expect((await entries()).find(({ name }) => name === 'jilin')).toMatchObject({
    version: expect.any(String),
    leftOut: null,
  })
})

it('has every change in the audit', async () => {
  const events = await asOwner(
    data.url,
    `select content ->> 'object' as object, content ->> 'reason' as reason from audit.event order by seq`,
  )
  expect(events.slice(0, 4).map(({ object, reason }) => `${object}: ${reason}`)).toEqual([
    'supergraph: the house has changed',
    'subgraph jilin: PUBLISH',
    'subgraph jilin: PUBLISH',
    'subgraph jilin: ROLLBACK',
  ])
  expect((await auditVerify(data.database)).intact).toBe(true)
})

/** The house adding a field that a stranger had first. */
function clash(typeDefs: DocumentNode): DocumentNode {
  return parse(`${print(typeDefs)} extend type Library { jlFairs: Int }`)
}
