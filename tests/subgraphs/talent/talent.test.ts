import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { talent } from '../../../subgraphs/talent/subgraph.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer, ask, ended, save, statementsOf } from '../ask.ts'
import { manyPeople, portraits } from './records.ts'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
  await save(fresh.database, talent, [...portraits, ...manyPeople])
})
afterAll(() => fresh?.drop())

const talents = (args: string, selection: string) =>
  answer(fresh.database, talent, `{ talents${args && `(${args})`} { ${selection} } }`)

const idsOf = async (args: string): Promise<string[]> =>
  (await talents(args, 'nodes { localId }')).nodes.map(({ localId }: { localId: string }) => localId)

describe('a talent', () => {
  it('carries all that its library filed, with its provenance', async () => {
    const [found] = await answer(
      fresh.database,
      talent,
      `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Talent {
        id localId library { id } province provenance { release file row synthetic } flags { code } updatedOn
        name nameWithheld kind organization { id } organizationText department leader
        disciplines { scheme code label original match } researchDirections cooperationAreas keywords
        industries { code label } serviceModes programmes titles highestDegree isLiaison isIndustryProfessor
        isTechnologyManager achievementTitles patentNumbers horizontalProjects horizontalFunding
        horizontalFundingText metroArea pushedTo enteredOn
      } } }`,
      { ids: [{ __typename: 'Talent', id: 'hb-edu-talent:HBHX-10486-0001' }] },
    )

    expect(found).toEqual({
      id: 'hb-edu-talent:HBHX-10486-0001',
      localId: 'HBHX-10486-0001',
      library: { id: 'hb-edu-talent' },
      province: 'HUBEI',
      provenance: { release: 'hb-edu-talent@1', file: '样例.csv', row: 2, synthetic: true },
      flags: [],
      updatedOn: '2023-12-15',
      name: '激光先进制造团队',
      nameWithheld: false,
      kind: 'TEAM',
      organization: { id: 'organization:10486' },
      organizationText: '武汉大学',
      department: '动力与机械学院',
      leader: '周示例',
      disciplines: [{ scheme: 'MOE', code: '0802', label: '机械工程', original: '0802', match: 'EXACT' }],
      researchDirections: ['激光增材制造', '熔池监测'],
      cooperationAreas: null,
      keywords: ['工艺优化'],
      industries: [{ code: '4', label: '高端装备' }],
      serviceModes: ['技术研发', '工艺改进'],
      programmes: ['科技副总'],
      titles: null,
      highestDegree: null,
      isLiaison: true,
      isIndustryProfessor: false,
      isTechnologyManager: null,
      achievementTitles: ['高功率激光熔覆成套装备'],
      patentNumbers: ['CN2020190000019'],
      horizontalProjects: 12,
      horizontalFunding: '3600000',
      horizontalFundingText: '360',
      metroArea: '武汉',
      pushedTo: ['科惠网'],
      enteredOn: '2023-06-01',
    })
  })

  it('keeps the wording of a unit that no code leads to', async () => {
    const { nodes } = await talents(
      'filter: {library: ["ln-talent"], updatedOn: {gte: "2023-10"}}',
      `
      nodes { organization { id } organizationText }`,
    )

    expect(nodes).toEqual([{ organization: null, organizationText: '某某学院' }])
  })

  it('shows the public nothing personal, even where there is consent', async () => {
    const { nodes } = await talents('filter: {province: [HUBEI]}', 'nodes { localId gender birthYear contactName }')
    const stored = await asOwner(
      fresh.url,
      'select id, gender, birth_year, contact_name from talent.personal order by id',
    )

    expect(nodes).toEqual([
      { localId: 'HBHX-10486-0001', gender: null, birthYear: null, contactName: null },
      { localId: 'HBHX-10486-0002', gender: null, birthYear: null, contactName: null },
    ])
    expect(stored).toEqual([
      { id: 'hb-edu-talent:HBHX-10486-0001', gender: '女', birth_year: '1978', contact_name: '李示例' },
      { id: 'hb-edu-talent:HBHX-10486-0002', gender: null, birth_year: null, contact_name: null },
      { id: 'hb-edu-talent:HBHX-10486-0003', gender: '男', birth_year: null, contact_name: null },
    ])
  })

  it('is not found, named or sorted by a name that is withheld', async () => {
    const { nodes } = await talents('filter: {province: [HUBEI], kind: [PERSON]}', 'nodes { name leader nameWithheld }')
    const publicRow = await asOwner(
      fresh.url,
      "select talent::text as row from talent.talent where local_id = 'HBHX-10486-0002'",
    )

    expect(nodes).toEqual([{ name: null, leader: null, nameWithheld: true }])
    expect(JSON.stringify(publicRow)).not.toMatch(/欧阳|ouyang|oysl/)
    expect(await idsOf('search: "欧阳示例"')).not.toContain('HBHX-10486-0002')
    expect((await idsOf('orderBy: [{field: NAME, direction: DESC}], first: 100')).at(-1)).toBe('HBHX-10486-0002')
    expect((await idsOf('orderBy: [{field: NAME}], first: 100')).at(-1)).toBe('HBHX-10486-0002')
  })

  it('marked internal is nowhere to be seen', async () => {
    const found = await answer(
      fresh.database,
      talent,
      'query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Talent { id } } }',
      { ids: [{ __typename: 'Talent', id: 'hb-edu-talent:HBHX-10486-0003' }] },
    )

    expect(found).toEqual([null])
    expect(await idsOf('search: "内部课题组"')).toEqual([])
    expect(await talents('filter: {province: [HUBEI]}', 'totalCount sources { library { id } rows }')).toEqual({
      totalCount: 2,
      sources: [{ library: { id: 'hb-edu-talent' }, rows: 2 }],
    })
  })
})

describe('the list of talents', () => {
  it.each([
    ['kind: [TEAM]', ['HBHX-10486-0001']],
    ['organization: ["organization:10213"]', ['k-7f21']],
    ['metroArea: ["武汉"]', ['HBHX-10486-0001']],
    ['industry: ["HIGH_EQUIP"]', ['HBHX-10486-0001']],
    ['discipline: ["0802"]', ['HBHX-10486-0001', 'HBHX-10486-0002']],
    ['discipline: ["MOE:08"]', ['HBHX-10486-0001', 'HBHX-10486-0002']],
    ['discipline: ["GB/T 13745-2009:520", "GB/T 13745-2009:D"]', ['k-7f21']],
    ['programme: ["头雁"]', ['k-7f21']],
    ['serviceMode: ["工艺改进"]', ['HBHX-10486-0001']],
    ['patentNumber: ["ZL 2020 1 9000001.9"]', ['HBHX-10486-0001']],
    ['isLiaison: true', ['HBHX-10486-0001']],
    ['isIndustryProfessor: false', ['HBHX-10486-0001']],
    ['isTechnologyManager: true', ['k-7f21']],
    ['horizontalFunding: {gte: "800000.50"}', ['HBHX-10486-0001', 'HBHX-10486-0002']],
    ['updatedOn: {gte: "2023-06-01"}', ['HBHX-10486-0001', 'k-7f21', 'RY2100017']],
    ['province: [HUBEI, HEILONGJIANG], kind: [PERSON]', ['HBHX-10486-0002', 'k-7f21']],
  ])('filtered by {%s} has just those', async (filter, expected) => {
    expect(await idsOf(`filter: {${filter}}`)).toEqual(expected)
  })

  it('finds by words of any script and by pinyin initials, the best first', async () => {
    expect(await idsOf('search: "激光"')).toEqual(['HBHX-10486-0001', 'RY2100017'])
    expect(await idsOf('search: "雷射 激光雷達"')).toEqual([])
    expect(await idsOf('search: "激光雷達"')).toEqual(['RY2100017'])
    expect(await idsOf('search: "jgxjzztd"')).toEqual(['HBHX-10486-0001'])
    const { edges } = await talents('search: "激光"', 'edges { score node { localId } }')
    expect(edges[0].score).toBeGreaterThan(edges[1].score)
  })

  it('counts each dimension without its own filter', async () => {
    const { facets, totalCount } = await talents(
      'filter: {province: [HUBEI], kind: [TEAM]}',
      'totalCount facets(by: [PROVINCE, KIND, DISCIPLINE, INDUSTRY, PROGRAMME, YEAR]) { by values { code label count } }',
    )

    expect(totalCount).toBe(1)
    expect(facets).toEqual([
      { by: 'PROVINCE', values: [{ code: 'HUBEI', label: '湖北省', count: 1 }] },
      {
        by: 'KIND',
        values: [
          { code: 'PERSON', label: '个人', count: 1 },
          { code: 'TEAM', label: '团队', count: 1 },
        ],
      },
      { by: 'DISCIPLINE', values: [{ code: 'MOE:0802', label: '机械工程', count: 1 }] },
      { by: 'INDUSTRY', values: expect.arrayContaining([{ code: 'HIGH_EQUIP', label: '高端装备', count: 1 }]) },
      { by: 'PROGRAMME', values: [{ code: '科技副总', label: '科技副总', count: 1 }] },
      { by: 'YEAR', values: [{ code: '2023', label: '2023年', count: 1 }] },
    ])
  })

  it('names its sources and how fresh they are', async () => {
    expect(
      await talents('first: 1', 'totalCount complete sources { library { id } status asOf rows message }'),
    ).toEqual({
      totalCount: 51,
      complete: true,
      sources: [
        { library: { id: 'hb-edu-talent' }, status: 'OK', asOf: '2023-12-15T08:00:00.000Z', rows: 2, message: null },
        { library: { id: 'hl-talent' }, status: 'OK', asOf: '2023-12-15T08:00:00.000Z', rows: 1, message: null },
        { library: { id: 'ln-talent' }, status: 'OK', asOf: '2023-12-15T08:00:00.000Z', rows: 48, message: null },
      ],
    })
  })

  it('refuses a page that is too long and a cursor of another list', async () => {
    const tooLong = await ask(fresh.database, talent, '{ talents(first: 101) { nodes { id } } }')
    const { pageInfo } = await talents('first: 1', 'pageInfo { endCursor }')
    const foreign = await ask(
      fresh.database,
      talent,
      `{ talents(filter: {kind: [TEAM]}, after: "${pageInfo.endCursor}") { nodes { id } } }`,
    )

    expect([tooLong.errors?.[0]?.extensions?.code, foreign.errors?.[0]?.extensions?.code]).toEqual([
      'BAD_PAGE',
      'BAD_CURSOR',
    ])
  })
})

describe('the talents of an organization', () => {
  const within = (args: string) =>
    answer(
      fresh.database,
      talent,
      `query ($units: [_Any!]!) { _entities(representations: $units) { ... on Organization { id talents${args} {
        totalCount nodes { localId library { id } horizontalFunding researchDirections disciplines { code } }
        pageInfo { hasNextPage endCursor }
      } } } }`,
      {
        units: ['10486', '10213', '99999'].map((code) => ({ __typename: 'Organization', id: `organization:${code}` })),
      },
    )

  it('are its public ones, page by page, for all organizations at once', async () => {
    const [wuhan, harbin, unknown] = await within('(first: 1)')
    const { endCursor } = wuhan.talents.pageInfo

    expect(wuhan.talents).toEqual({
      totalCount: 2,
      nodes: [
        {
          localId: 'HBHX-10486-0001',
          library: { id: 'hb-edu-talent' },
          horizontalFunding: '3600000',
          researchDirections: ['激光增材制造', '熔池监测'],
          disciplines: [{ code: '0802' }],
        },
      ],
      pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
    })
    expect(harbin.talents).toMatchObject({ totalCount: 1, nodes: [{ localId: 'k-7f21' }] })
    expect(unknown.talents).toEqual({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } })

    const next = await answer(
      fresh.database,
      talent,
      `query ($units: [_Any!]!) { _entities(representations: $units) { ... on Organization {
        talents(first: 1, after: "${endCursor}") { nodes { localId } pageInfo { hasNextPage hasPreviousPage } }
      } } }`,
      { units: [{ __typename: 'Organization', id: 'organization:10486' }] },
    )
    expect(next).toEqual([
      {
        talents: {
          nodes: [{ localId: 'HBHX-10486-0002' }],
          pageInfo: { hasNextPage: false, hasPreviousPage: true },
        },
      },
    ])
  })

  it('cost two statements however many organizations there are', async () => {
    expect(await statementsOf(fresh.database, () => within('(first: 100)'))).toHaveLength(2)
  })
})

describe('moving records', () => {
  it('takes a record out of the public table when it turns internal, and all of it when it is removed', async () => {
    const [team] = portraits
    const counts = () =>
      asOwner(
        fresh.url,
        `select (select count(*)::int from talent.talent where id = '${team!.id}') as open,
          (select count(*)::int from talent.restricted_talent where id = '${team!.id}') as restricted,
          (select count(*)::int from talent.personal where id = '${team!.id}') as personal`,
      )
    const [sink] = talent.sinks

    expect(await counts()).toEqual([{ open: 1, restricted: 0, personal: 1 }])
    await save(fresh.database, talent, [{ ...team!, restricted: true }])
    expect(await counts()).toEqual([{ open: 0, restricted: 1, personal: 1 }])
    await fresh.database.write((tx) => sink!.remove(tx, [team!.id], team!.library, ended(team!.library.id)))
    expect(await counts()).toEqual([{ open: 0, restricted: 0, personal: 0 }])
  })
})
