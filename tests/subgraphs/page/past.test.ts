import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { achievement } from '../../../subgraphs/achievement/subgraph.ts'
import type { Subgraph } from '../../../subgraphs/define.ts'
import { demand } from '../../../subgraphs/demand/subgraph.ts'
import { rollback } from '../../../subgraphs/intake/history.ts'
import { importFiles } from '../../../subgraphs/intake/intake.ts'
import { findStyle } from '../../../subgraphs/intake/styles/find.ts'
import { sinks } from '../../../subgraphs/registry.ts'
import { withdrawConsent } from '../../../subgraphs/talent/consent.ts'
import { talent } from '../../../subgraphs/talent/subgraph.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer, ask, statementsOf, walk } from '../ask.ts'
import { openFolder } from '../intake/folder.ts'

let fresh: FreshDatabase
let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await openFolder()
})
afterAll(() => Promise.all([fresh?.drop(), folder?.remove()]))

async function send(style: string, files: readonly string[]) {
  const options = { database: fresh.database, sinks, style: findStyle(style), files, today: '2024-01-02', removable: 1 }
  return (await importFiles(options)).libraries
}

const bundle = (batch: string) => join(import.meta.dirname, `../../../samples/small/hl-halfyear/HLJ_${batch}.zip`)

const shown = '{ totalCount nodes { id title updatedOn flags { code original } provenance { release row } } }'
const questions: readonly (readonly [Subgraph, string, string, string])[] = [
  [demand, 'demands', 'first: 100', shown],
  [demand, 'demands', 'last: 7, orderBy: [{field: INTENDED_AMOUNT, direction: DESC}, {field: TITLE}]', shown],
  [demand, 'demands', 'filter: {intendedAmount: {gte: "500000"}, updatedOn: {gte: "2023"}}', shown],
  [demand, 'demands', 'search: "激光", first: 50', '{ totalCount edges { score node { id title } } }'],
  [
    demand,
    'demands',
    'filter: {status: [PUBLISHED, MATCHING]}',
    '{ totalCount facets(by: [PROVINCE, LIBRARY, INDUSTRY, STATUS, YEAR]) { by values { code label count } } }',
  ],
  [achievement, 'achievements', 'first: 100', shown],
  [achievement, 'achievements', 'filter: {library: ["hl-project"]}, orderBy: [{field: TITLE, direction: DESC}]', shown],
  [
    achievement,
    'achievements',
    'search: "系统"',
    '{ totalCount facets(by: [KIND, MATURITY]) { values { code count } } }',
  ],
  [talent, 'talents', 'first: 100, orderBy: [{field: NAME}]', '{ totalCount nodes { id name programmes } }'],
]
const ordered = 'orderBy: [{field: INTENDED_AMOUNT, direction: DESC}],'

const askAll = (asOf: string) =>
  Promise.all(
    questions.map(([subgraph, list, args, selection]) =>
      answer(fresh.database, subgraph, `{ ${list}(${args} ${asOf}) ${selection} }`),
    ),
  )
const demandIds = (asOf: string, backward: boolean) =>
  walk(fresh.database, demand, 'demands', `${ordered} ${asOf}`, { size: 6, backward })

const june = ', asOf: "2023-06"'
const december = ', asOf: "2023-12-31"'

describe('the two half-years of Heilongjiang', () => {
  it('answer as of the first one as the lists did before the second, and now as they do', async () => {
    await send('hl-halfyear', [bundle('2023H1')])
    const first = { answers: await askAll(''), ids: await demandIds('', false) }
    await send('hl-halfyear', [bundle('2023H2')])
    const second = { answers: await askAll(''), ids: await demandIds('', false) }

    expect(second.ids).not.toEqual(first.ids)
    const hidden = await hiddenSince()
    expect(await askAll(june)).toEqual(first.answers.map((given) => without(given, hidden)))
    expect(await demandIds(june, false)).toEqual(first.ids)
    expect(await demandIds(june, true)).toEqual(first.ids)
    expect(await askAll(december)).toEqual(second.answers)
    expect(await demandIds(december, true)).toEqual(second.ids)
    expect(await demandIds(', asOf: "2022"', false)).toEqual([])

    await rollback({ database: fresh.database, sinks, library: 'hl-demand', release: '1' })
    expect(await demandIds('', false)).toEqual(first.ids)
    expect(await demandIds(december, false)).toEqual(first.ids)
    await rollback({ database: fresh.database, sinks, library: 'hl-demand', release: '2' })
    expect(await demandIds(june, false)).toEqual(first.ids)
    expect(await demandIds(december, true)).toEqual(second.ids)
  })

  it('name in their sources the release that answers', async () => {
    const sources = (asOf: string) =>
      answer(
        fresh.database,
        demand,
        `{ demands(asOf: "${asOf}") { complete sources { library { id } status asOf rows release message } } }`,
      )
    const heilongjiang = { library: { id: 'hl-demand' }, status: 'OK', message: null }
    expect(await sources('2023-06-30')).toEqual({
      complete: true,
      sources: [{ ...heilongjiang, asOf: '2023-06-30T00:00:00.000Z', rows: 37, release: 'hl-demand@3' }],
    })
    expect(await sources('2024')).toEqual({
      complete: true,
      sources: [{ ...heilongjiang, asOf: '2023-12-31T00:00:00.000Z', rows: 43, release: 'hl-demand@4' }],
    })
    expect(await sources('2023-05')).toEqual({
      complete: true,
      sources: [{ ...heilongjiang, asOf: null, rows: 0, release: null, message: '这一天之前，这个库还没有批次。' }],
    })
  })

  it('keep their cursors to themselves', async () => {
    const { pageInfo } = await answer(
      fresh.database,
      demand,
      '{ demands(first: 2, asOf: "2023-06") { pageInfo { endCursor } } }',
    )
    for (const other of ['', ', asOf: "2023-12"', ', asOf: "2023-06-30"']) {
      const { errors } = await ask(
        fresh.database,
        demand,
        `{ demands(first: 2, after: "${pageInfo.endCursor}"${other}) { nodes { id } } }`,
      )
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR' } }])
    }
  })

  it('cost a statement for the releases besides those of the list', async () => {
    const selection = '{ totalCount facets(by: [STATUS]) { values { count } } nodes { id } }'
    const filter = 'filter: {updatedOn: {gte: "2023"}}'
    const now = await statementsOf(fresh.database, () =>
      answer(fresh.database, demand, `{ demands(${filter}) ${selection} }`),
    )
    const then = await statementsOf(fresh.database, () =>
      answer(fresh.database, demand, `{ demands(${filter}, asOf: "2023-06") ${selection} }`),
    )
    expect([now.length, then.length]).toEqual([2, 3])
  })

  it('are not asked for what only the present has', async () => {
    const refusals = [
      await ask(
        fresh.database,
        achievement,
        '{ patents(asOf: "2023", filter: {inSeveralLibraries: true}) { totalCount } }',
      ),
      await ask(fresh.database, demand, '{ demands(asOf: "2023", restricted: true) { totalCount } }'),
    ]
    expect(refusals.map(({ errors }) => errors?.map(({ extensions }) => extensions!.code))).toEqual([
      ['NOT_SUPPORTED'],
      ['NOT_SUPPORTED'],
    ])
  })
})

/** Records that have become restricted. */
async function hiddenSince(): Promise<ReadonlySet<string>> {
  const rows = await asOwner(
    fresh.url,
    `select id from library.version where to_release is null and restricted
      intersect select id from library.version where to_release is not null and not restricted`,
  )
  return new Set(rows.map(({ id }) => String(id)))
}

function without(given: { nodes?: { id: string }[]; totalCount: number }, hidden: ReadonlySet<string>) {
  if (!given.nodes) return given
  const nodes = given.nodes.filter(({ id }) => !hidden.has(id))
  return { ...given, totalCount: given.totalCount - (given.nodes.length - nodes.length), nodes }
}

describe('what may be seen no more', () => {
  const header = '项目编号,项目名称,完成单位,负责人,成熟度,所属产业,拟转化方式,简介,是否含专利,是否涉密,更新批次'
  const project = (id: number, half: string, patents = '否', classified = '否') =>
    `HLJXM20230000${id},示例项目${id},哈尔滨示例大学,示例甲,,,,,${patents},${classified},${half}`
  const projects = (asOf: string) => demandless(asOf, 'achievements', 'filter: {library: ["hl-project"]}', 'title')

  async function demandless(asOf: string, list: string, args: string, field: string) {
    const subgraph = list === 'talents' ? talent : achievement
    const { nodes } = await answer(fresh.database, subgraph, `{ ${list}(${args} ${asOf}) { nodes { ${field} } } }`)
    return nodes.map((node: Record<string, unknown>) => node[field])
  }
  const sendProjects = async (half: string, lines: readonly string[]) =>
    send('hl-project', [await folder.write(`项目库_HLJ_${half}.csv`, [header, ...lines].join('\n'))])

  it('is in no list of an earlier date: what turned restricted or classified since', async () => {
    await sendProjects(
      '2024H1',
      [1, 2, 3, 4].map((id) => project(id, '2024H1')),
    )
    expect(await projects(', asOf: "2024-06"')).toEqual(['示例项目1', '示例项目2', '示例项目3', '示例项目4'])
    await sendProjects('2024H2', [project(1, '2024H2'), project(2, '2024H2', '是'), project(3, '2024H2', '否', '是')])
    expect(await projects('')).toEqual(['示例项目1'])
    expect(await projects(', asOf: "2024-06"')).toEqual(['示例项目1', '示例项目4'])
    await sendProjects(
      '2025H1',
      [1, 2, 3].map((id) => project(id, '2025H1')),
    )
    expect(await projects(', asOf: "2024-06"')).toEqual(['示例项目1', '示例项目4'])
  })

  const people =
    '序号,单位代码,单位名称,姓名,人才类型,人才计划,学科代码,研究方向,可合作领域,技术经理人,联系方式(脱敏),更新批次,密级'
  const person = (name: string, half: string, program = '无') =>
    `1,10213,哈尔滨示例大学,${name},个人,${program},460.40,焊接,,否,,${half},公开`
  const sendPeople = async (half: string, lines: readonly string[]) =>
    send('hl-talent', [await folder.write(`人才库_HLJ_${half}.csv`, [people, ...lines].join('\n'))])

  it('is in no list of an earlier date: who left, and the name of who withdrew consent', async () => {
    await sendPeople(
      '2024H1',
      ['示例张三', '示例李四', '示例王五'].map((name) => person(name, '2024H1', '春雁')),
    )
    await sendPeople(
      '2024H2',
      ['示例张三', '示例李四'].map((name) => person(name, '2024H2', '头雁')),
    )
    const then =
      '{ talents(search: "焊接", orderBy: [{field: NAME}], asOf: "2024-06") { nodes { id name nameWithheld programmes } } }'
    const before = await answer(fresh.database, talent, then)
    expect(before.nodes).toMatchObject([
      { name: '示例李四', programmes: ['春雁'] },
      { name: '示例张三', programmes: ['春雁'] },
    ])

    const [lisi, zhangsan] = before.nodes as { id: string }[]
    await withdrawConsent({
      database: fresh.database,
      sinks,
      id: lisi!.id,
      viewer: { role: 'OPERATOR' },
      reason: '本人申请',
    })
    const after = await answer(fresh.database, talent, then)
    expect(after.nodes).toEqual([
      { ...zhangsan, name: '示例张三', nameWithheld: false, programmes: ['春雁'] },
      { ...lisi, name: null, nameWithheld: true, programmes: ['春雁'] },
    ])
    const named = await answer(fresh.database, talent, '{ talents(search: "李四", asOf: "2024-06") { totalCount } }')
    expect(named.totalCount).toBe(0)
    expect(await asOwner(fresh.url, "select from talent.past_talent t where t::text like '%李四%'")).toEqual([])
  })
})
