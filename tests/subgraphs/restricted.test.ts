import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '#schema/viewer.ts'
import type { AuditEvent } from '../../subgraphs/audit/event.ts'
import { demand } from '../../subgraphs/demand/subgraph.ts'
import { library } from '../../subgraphs/library/subgraph.ts'
import { type FreshDatabase, freshDatabase } from '../postgres.ts'
import { ask, record, save } from './ask.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
  const wanted = (localId: string, uscc: string, title: string, yuan: string, restricted: boolean) =>
    record(
      'demand',
      'hb-std-demand',
      localId,
      {
        title,
        enterprise: { text: '武汉示例光电有限公司', uscc },
        intendedAmount: { yuan, text: yuan },
        updatedOn: '2023-05',
      },
      { restricted },
    )
  await save(fresh.database, demand, [
    wanted('open', '91420100MAYY00001A', '公开的焊接需求', '100000', false),
    ...[1, 2, 3, 4, 5, 6].map((n) =>
      wanted(
        `secret-${n}`,
        n < 3 ? '91420100MAYY00001A' : '91420100MAYY00002B',
        `未公开的焊接需求${n}`,
        `${n}0000`,
        true,
      ),
    ),
  ])
})
afterAll(() => fresh?.drop())

const local: Viewer = { role: 'LOCAL_AUTHORITY', province: 'HUBEI', subject: 'wuhan-sti' }
const enterprise: Viewer = { role: 'ENTERPRISE', organization: 'organization:91420100MAYY00001A' }
const elsewhere: Viewer = { role: 'LOCAL_AUTHORITY', province: 'LIAONING' }

const list = async (args: string, viewer: Viewer, selection = 'nodes { localId }') => {
  const { data, errors } = await ask(fresh.database, demand, `{ demands(${args}) { ${selection} } }`, {}, viewer)
  return errors ? errors.map(({ extensions, message }) => [extensions?.code, message]) : data!.demands
}
const ids = (...numbers: number[]) => ({ nodes: numbers.map((n) => ({ localId: `secret-${n}` })) })

describe('a list of restricted records', () => {
  it('is searched, filtered, ordered and paged like the public one, by those whose policy allows', async () => {
    expect(await list('restricted: true', local)).toEqual(ids(1, 2, 3, 4, 5, 6))
    const ordered = 'restricted: true, search: "焊接", orderBy: [{field: INTENDED_AMOUNT, direction: DESC}]'
    expect(await list(`${ordered}, filter: {intendedAmount: {gte: "20000"}, province: [HUBEI]}`, local)).toEqual(
      ids(6, 5, 4, 3, 2),
    )
    const paged = (after = '') =>
      list(`restricted: true, first: 4${after}`, local, 'nodes { localId } pageInfo { endCursor }')
    const first = (await paged()) as { pageInfo: { endCursor: string } }
    expect(await paged(`, after: "${first.pageInfo.endCursor}"`)).toMatchObject(ids(5, 6))
    expect(await list('restricted: true', enterprise)).toEqual(ids(1, 2))
    expect(await list('restricted: true', elsewhere)).toEqual(ids())
  })

  it('is refused to roles that may see none, by the role only', async () => {
    const refused = (sentence: string) => [['NOT_PERMITTED', `不能查询未公开的记录：${sentence}`]]
    expect(await list('restricted: true', { role: 'PUBLIC' })).toEqual(refused('公众不可见，请登录后查看。'))
    expect(await list('restricted: true', { role: 'BROKER' })).toEqual(refused('不在您的职责范围内。'))
  })

  it('does not tell counts of 1 to 4, nor lets one be worked out from the others', async () => {
    const counts = 'totalCount facets(by: [PROVINCE, YEAR]) { by values { code count } }'
    expect(await list('restricted: true', local, counts)).toEqual({
      totalCount: 6,
      facets: [
        { by: 'PROVINCE', values: [{ code: 'HUBEI', count: 6 }] },
        { by: 'YEAR', values: [{ code: '2023', count: 6 }] },
      ],
    })
    expect(await list('restricted: true', enterprise, counts)).toEqual({
      totalCount: null,
      facets: [
        { by: 'PROVINCE', values: [] },
        { by: 'YEAR', values: [] },
      ],
    })
    expect(await list('restricted: true', elsewhere, counts)).toMatchObject({ totalCount: 0 })
  })

  it('changes nothing about the public list, whoever asks', async () => {
    const selection = 'totalCount nodes { localId } facets(by: [PROVINCE]) { values { count } } sources { rows }'
    const answers = await Promise.all(
      [{ role: 'PUBLIC' } as const, local, enterprise].map((viewer) => list('first: 10', viewer, selection)),
    )
    const open = {
      totalCount: 1,
      nodes: [{ localId: 'open' }],
      facets: [{ values: [{ count: 1 }] }],
      sources: [{ rows: 1 }],
    }
    expect(answers).toEqual([open, open, open])
  })
})

describe('by its id', () => {
  const byId = async (id: string, viewer: Viewer) => {
    const entities = await ask(
      fresh.database,
      demand,
      'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Demand { title } } }',
      // What a representation says beside its key opens nothing.
      { keys: [{ __typename: 'Demand', id, province: 'LIAONING', restricted: false }] },
      viewer,
    )
    const node = await ask(fresh.database, library, `{ node(id: "${id}") { __typename id } }`, {}, viewer)
    return JSON.stringify([node, entities])
  }

  it('a restricted record is found by those who may see it', async () => {
    expect(JSON.parse(await byId('hb-std-demand:secret-1', enterprise))).toEqual([
      { data: { node: { __typename: 'Demand', id: 'hb-std-demand:secret-1' } } },
      { data: { _entities: [{ title: '未公开的焊接需求1' }] } },
    ])
  })

  it('and for all others it is byte for byte as if it were not', async () => {
    for (const viewer of [{ role: 'PUBLIC' } as const, enterprise, elsewhere]) {
      const hidden = await byId('hb-std-demand:secret-6', viewer)
      expect(hidden).toBe(await byId('hb-std-demand:absent-6', viewer))
      expect(JSON.parse(hidden)).toEqual([{ data: { node: null } }, { data: { _entities: [null] } }])
    }
  })
})

it('every restricted row that was seen is in the audit', async () => {
  const events = async () =>
    (
      await fresh.database
        .db({ role: 'OPERATOR' })
        .restricted((tx) => tx.execute(sql`select content from audit.event order by seq`))
    ).map(({ content }) => content as AuditEvent)
  const before = (await events()).length
  await list('restricted: true, first: 1', enterprise, 'totalCount nodes { localId }')
  await list('restricted: true', elsewhere)
  const context = { action: 'READ', viewer: enterprise, object: 'Demand', reason: 'ENTERPRISE', requestId: 'test' }
  const found = (await events()).slice(before)
  expect(found.toSorted((a, b) => (a.ids?.length ?? 0) - (b.ids?.length ?? 0))).toEqual([
    { ...context, fields: ['count'] },
    { ...context, ids: ['hb-std-demand:secret-1', 'hb-std-demand:secret-2'], fields: ['id', 'localId'] },
  ])
})
