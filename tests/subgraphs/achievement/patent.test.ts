import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { achievement } from '../../../subgraphs/achievement/subgraph.ts'
import { type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer, save, statementsOf, walk } from '../ask.ts'
import { achievementRecords, gearbox, invention, laser, manyPatents, patentRecords, unknown } from './records.ts'

let fresh: FreshDatabase
const published = [...patentRecords.filter(({ restricted }) => !restricted), ...manyPatents]

beforeAll(async () => {
  fresh = await freshDatabase()
  await save(fresh.database, achievement, [...achievementRecords, ...patentRecords, ...manyPatents])
})
afterAll(() => fresh?.drop())

const patents = (args: string, selection: string) =>
  answer(fresh.database, achievement, `{ patents${args && `(${args})`} { ${selection} } }`)

const idsOf = async (args: string): Promise<string[]> =>
  (await patents(`first: 100, ${args}`, 'nodes { id }')).nodes.map(({ id }: { id: string }) => id)

const entities = (selection: string, keys: readonly Record<string, unknown>[]) =>
  answer(
    fresh.database,
    achievement,
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Patent { ${selection} } } }`,
    { keys: keys.map((key) => ({ __typename: 'Patent', ...key })) },
  )

describe('a patent', () => {
  it('carries all that its library filed', async () => {
    const [found] = await entities(
      `id localId library { id } province provenance { release } flags { code } updatedOn
       applicationNumber patentNumber publicationNumber title abstract kind legalStatus legalStatusText filedOn
       publishedOn applicants { name organization { id } } inventors ipc { scheme code label original }
       region { code } achievements { localId } otherRecords { id legalStatus }`,
      [{ id: `hb-ip-patent:${laser}` }],
    )

    expect(found).toEqual({
      id: `hb-ip-patent:${laser}`,
      localId: laser,
      library: { id: 'hb-ip-patent' },
      province: 'HUBEI',
      provenance: { release: 'hb-ip-patent@1' },
      flags: [],
      updatedOn: '2023-12-01',
      applicationNumber: laser,
      patentNumber: 'ZL202019000001.9',
      publicationNumber: 'CN112000001A',
      title: '一种轧辊激光熔覆装置',
      abstract: '本发明公开了一种装置。',
      kind: 'INVENTION',
      legalStatus: 'GRANTED',
      legalStatusText: '有权',
      filedOn: '2020-03-18',
      publishedOn: '2020-09-11',
      applicants: [
        { name: '武汉大学', organization: { id: 'organization:10486' } },
        { name: '武汉示例轧辊有限公司', organization: null },
      ],
      inventors: ['周示例'],
      ipc: [
        { scheme: 'IPC', code: 'B23K 26/34', label: '机床与金属加工', original: 'B23K 26/34' },
        { scheme: 'IPC', code: 'B23K 26/70', label: '机床与金属加工', original: 'B23K 26/70' },
        { scheme: 'IPC', code: 'C23C 24/10', label: '金属表面处理', original: 'C23C 24/10' },
      ],
      region: { code: '420000' },
      achievements: [{ localId: 'CG-10486-0012' }, { localId: 'CG-0107' }],
      otherRecords: [{ id: `hl-achievement:${laser}`, legalStatus: 'LAPSED' }],
    })
  })

  it('is one record for a number that several libraries have: the patent library speaks', async () => {
    expect(
      await entities('id', [
        { applicationNumber: laser },
        { applicationNumber: unknown },
        { applicationNumber: gearbox },
      ]),
    ).toEqual([{ id: `hb-ip-patent:${laser}` }, null, { id: `ln-patent:${gearbox}` }])
  })

  it('has a patent number once it is granted, and not before', async () => {
    const { nodes } = await patents(
      'filter: {applicationNumber: ["CN2020190000019"]}',
      'nodes { library { id } legalStatus patentNumber }',
    )

    expect(nodes).toEqual([
      { library: { id: 'hb-ip-patent' }, legalStatus: 'GRANTED', patentNumber: 'ZL202019000001.9' },
      { library: { id: 'hl-achievement' }, legalStatus: 'LAPSED', patentNumber: null },
    ])
  })

  it('stays null where a reference library lacks applicant, number and date', async () => {
    const [found] = await entities(
      'province applicationNumber applicants { name } filedOn achievements { id } otherRecords { id }',
      [{ id: 'cn-ref-patent:CN101000001A' }],
    )

    expect(found).toEqual({
      province: null,
      applicationNumber: null,
      applicants: null,
      filedOn: null,
      achievements: [],
      otherRecords: [],
    })
  })

  it('marked internal is nowhere to be seen', async () => {
    const hidden = invention(2022, 9)

    expect(await entities('id', [{ id: `hl-achievement:${hidden}` }, { applicationNumber: hidden }])).toEqual([
      null,
      null,
    ])
    expect(await idsOf('search: "内部专利"')).toEqual([])
    expect(await idsOf(`filter: {applicationNumber: ["${hidden}"]}`)).toEqual([])
  })
})

describe('the list of patents', () => {
  it.each([
    ['ipc: ["B23K"], library: ["hb-ip-patent"]', [`hb-ip-patent:${laser}`]],
    ['ipc: ["c23c24/10"]', [`hb-ip-patent:${laser}`]],
    ['ipc: ["F16H 57/00"]', [`ln-patent:${gearbox}`]],
    ['ipc: ["G06"], library: ["cn-ref-patent"]', ['cn-ref-patent:CN101000001A']],
    ['applicant: ["organization:10486"]', [`hb-ip-patent:${laser}`, `hl-achievement:${laser}`]],
    ['applicationNumber: ["202019000001.9"]', [`hb-ip-patent:${laser}`, `hl-achievement:${laser}`]],
    ['inSeveralLibraries: true', [`hb-ip-patent:${laser}`, `hl-achievement:${laser}`]],
    ['inSeveralLibraries: false, library: ["hb-ip-patent", "cn-ref-patent"]', ['cn-ref-patent:CN101000001A']],
    ['legalStatus: [LAPSED], province: [HEILONGJIANG]', [`hl-achievement:${laser}`]],
    ['kind: [UTILITY_MODEL, DESIGN]', []],
    ['region: ["420000"]', [`hb-ip-patent:${laser}`]],
    ['filedOn: {gte: "2021-06-15"}', [`ln-patent:${gearbox}`]],
  ])('filtered by {%s} has just those', async (filter, expected) => {
    expect(await idsOf(`filter: {${filter}}`)).toEqual(expected)
  })

  it('counts a patent once in each section and subclass it has', async () => {
    const { facets } = await patents(
      'filter: {library: ["hb-ip-patent", "cn-ref-patent", "hl-achievement"]}',
      'facets(by: [IPC_SECTION, IPC_SUBCLASS, STATUS, KIND, YEAR]) { by values { code label count } }',
    )

    expect(facets).toEqual([
      {
        by: 'IPC_SECTION',
        values: [
          { code: 'B', label: '作业；运输', count: 1 },
          { code: 'C', label: '化学；冶金', count: 1 },
          { code: 'G', label: '物理', count: 1 },
        ],
      },
      {
        by: 'IPC_SUBCLASS',
        values: [
          { code: 'B23K', label: '机床与金属加工', count: 1 },
          { code: 'C23C', label: '金属表面处理', count: 1 },
          { code: 'G06F', label: '计算与推算', count: 1 },
        ],
      },
      {
        by: 'STATUS',
        values: [
          { code: 'GRANTED', label: '有效', count: 1 },
          { code: 'LAPSED', label: '失效', count: 1 },
        ],
      },
      { by: 'KIND', values: [{ code: 'INVENTION', label: '发明', count: 2 }] },
      { by: 'YEAR', values: [{ code: '2020', label: '2020年', count: 1 }] },
    ])
  })

  it.each(['ASC', 'DESC'] as const)('comes whole and by filing date %s from either end', async (direction) => {
    const date = (id: string) => published.find((patent) => patent.id === id)!.fields.filedOn
    const expected = published
      .map(({ id }) => id)
      .sort((a, b) => {
        const [x, y] = [date(a), date(b)]
        if (x === y) return a < b ? -1 : 1
        if (x === undefined || y === undefined) return x === undefined ? 1 : -1
        return x < y === (direction === 'ASC') ? -1 : 1
      })
    const args = `orderBy: [{field: FILED_ON, direction: ${direction}}],`

    expect(await walk(fresh.database, achievement, 'patents', args, { size: 6, backward: false })).toEqual(expected)
    expect(await walk(fresh.database, achievement, 'patents', args, { size: 6, backward: true })).toEqual(expected)
  })

  it('with a hundred patents, their achievements and what other libraries say costs four statements', async () => {
    expect(
      await statementsOf(fresh.database, () =>
        patents('first: 100', 'nodes { id achievements { title patents { id } } otherRecords { legalStatus } }'),
      ),
    ).toHaveLength(4)
  })
})
