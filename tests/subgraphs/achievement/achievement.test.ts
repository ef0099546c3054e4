import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { achievement } from '../../../subgraphs/achievement/subgraph.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer, ended, save, statementsOf } from '../ask.ts'
import { achievementRecords, gearbox, laser, patentRecords, unknown } from './records.ts'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
  await save(fresh.database, achievement, [...achievementRecords, ...patentRecords])
})
afterAll(() => fresh?.drop())

const achievements = (args: string, selection: string) =>
  answer(fresh.database, achievement, `{ achievements${args && `(${args})`} { ${selection} } }`)

const idsOf = async (args: string): Promise<string[]> =>
  (await achievements(args, 'nodes { localId }')).nodes.map(({ localId }: { localId: string }) => localId)

const entities = (selection: string, representations: readonly Record<string, unknown>[]) =>
  answer(
    fresh.database,
    achievement,
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ${selection} } }`,
    { keys: representations },
  )

describe('an achievement', () => {
  it('carries all that its library filed, its people and the patents that are there', async () => {
    const { nodes } = await achievements(
      'filter: {library: ["hb-edu-achievement"]}',
      `nodes {
        id localId library { id } province provenance { release synthetic } flags { code } updatedOn title kind abstract
        organization { id } organizationText leader talents { id } maturity { code label original }
        disciplines { scheme code label } industries { code label } transferModes askingPrice askingPriceText
        patentNumbers patents { id } marketProspect supplyType tier period
      }`,
    )

    expect(nodes).toEqual([
      {
        id: 'hb-edu-achievement:CG-10486-0012',
        localId: 'CG-10486-0012',
        library: { id: 'hb-edu-achievement' },
        province: 'HUBEI',
        provenance: { release: 'hb-edu-achievement@1', synthetic: true },
        flags: [],
        updatedOn: '2023-12-15',
        title: '高功率激光熔覆成套装备',
        kind: 'ACHIEVEMENT',
        abstract: '面向大型轧辊的在线修复。',
        organization: { id: 'organization:10486' },
        organizationText: '武汉大学',
        leader: '周示例',
        talents: [{ id: 'hb-edu-talent:HBHX-10486-0001' }, { id: 'hb-edu-talent:HBHX-10486-0009' }],
        maturity: { code: 'MIDDLE', label: '中期阶段', original: '中试' },
        disciplines: [{ scheme: 'GB/T 13745-2009', code: '460', label: '机械工程' }],
        industries: [{ code: '4', label: '高端装备' }],
        transferModes: ['许可', '作价入股'],
        askingPrice: '2000000',
        askingPriceText: '200',
        patentNumbers: [laser, unknown],
        patents: [{ id: `hb-ip-patent:${laser}` }],
        marketProspect: '年需求约 300 台套',
        supplyType: null,
        tier: null,
        period: null,
      },
    ])
  })

  it.each([
    ['kind: [PROJECT]', ['XM-2023-0007']],
    ['organization: ["organization:12230000MAYY00007X"]', ['XM-2023-0007']],
    ['industry: ["AGRI_EQUIP"]', ['XM-2023-0007']],
    ['discipline: ["460"]', ['CG-10486-0012']],
    ['maturity: ["MIDDLE"]', ['CG-10486-0012']],
    ['transferMode: ["许可"]', ['CG-10486-0012', 'XM-2023-0007']],
    ['patentNumber: ["ZL 2020 1 9000001.9"]', ['CG-10486-0012', 'CG-0107']],
    ['askingPrice: {gte: "350000.5", lte: "350000.50"}', ['CG2100031']],
    ['updatedOn: {gte: "2023-10-01", lte: "2023-10"}', ['CG-0107', 'XM-2023-0007', 'CG2100031']],
    ['province: [HUBEI, LIAONING]', ['CG-10486-0012', 'CG2100031']],
  ])('is listed when filtered by {%s}', async (filter, expected) => {
    expect(await idsOf(`filter: {${filter}}`)).toEqual(expected)
  })

  it('is found by its words, and ordered by price with unknown prices last', async () => {
    expect(await idsOf('search: "激光熔覆 成套"')).toEqual(['CG-10486-0012'])
    expect(await idsOf('orderBy: [{field: ASKING_PRICE}]')).toEqual([
      'CG2100031',
      'CG-10486-0012',
      'CG-0107',
      'XM-2023-0007',
    ])
    expect(await idsOf('orderBy: [{field: TITLE, direction: DESC}]')).toEqual([
      'CG-0107',
      'XM-2023-0007',
      'CG2100031',
      'CG-10486-0012',
    ])
  })

  it('is counted by every dimension, and restricted ones by none', async () => {
    const list = await achievements(
      '',
      `totalCount complete sources { library { id } status rows }
       facets(by: [PROVINCE, LIBRARY, KIND, INDUSTRY, DISCIPLINE, MATURITY, TRANSFER_MODE, YEAR]) {
         by values { code label count }
       }`,
    )

    expect(list).toEqual({
      totalCount: 4,
      complete: true,
      sources: [
        { library: { id: 'hb-edu-achievement' }, status: 'OK', rows: 1 },
        { library: { id: 'hl-achievement' }, status: 'OK', rows: 1 },
        { library: { id: 'hl-project' }, status: 'OK', rows: 1 },
        { library: { id: 'ln-supply' }, status: 'OK', rows: 1 },
      ],
      facets: [
        {
          by: 'PROVINCE',
          values: [
            { code: 'HEILONGJIANG', label: '黑龙江省', count: 2 },
            { code: 'HUBEI', label: '湖北省', count: 1 },
            { code: 'LIAONING', label: '辽宁省', count: 1 },
          ],
        },
        {
          by: 'LIBRARY',
          values: [
            { code: 'hb-edu-achievement', label: '湖北高校科技成果库', count: 1 },
            { code: 'hl-achievement', label: '黑龙江成果库', count: 1 },
            { code: 'hl-project', label: '黑龙江项目库', count: 1 },
            { code: 'ln-supply', label: '辽宁成果供给库', count: 1 },
          ],
        },
        {
          by: 'KIND',
          values: [
            { code: 'ACHIEVEMENT', label: '成果', count: 3 },
            { code: 'PROJECT', label: '项目', count: 1 },
          ],
        },
        {
          by: 'INDUSTRY',
          values: [
            { code: 'AERO', label: '航空航天', count: 1 },
            { code: 'AGRI_EQUIP', label: '农机装备', count: 1 },
            { code: 'HIGH_EQUIP', label: '高端装备', count: 1 },
          ],
        },
        { by: 'DISCIPLINE', values: [{ code: 'GB/T 13745-2009:460', label: '机械工程', count: 1 }] },
        { by: 'MATURITY', values: [{ code: 'MIDDLE', label: '中期阶段', count: 1 }] },
        {
          by: 'TRANSFER_MODE',
          values: [
            { code: '许可', label: '许可', count: 2 },
            { code: '作价入股', label: '作价入股', count: 1 },
          ],
        },
        { by: 'YEAR', values: [{ code: '2023', label: '2023年', count: 4 }] },
      ],
    })
  })
})

describe('a talent', () => {
  const talents = [
    { __typename: 'Talent', id: 'hb-edu-talent:HBHX-10486-0001', patentNumbers: [laser, unknown, gearbox, laser] },
    { __typename: 'Talent', id: 'hb-edu-talent:HBHX-10486-0009', patentNumbers: null },
    { __typename: 'Talent', id: 'hl-talent:k-7f21', patentNumbers: [] },
  ]

  it('has the public achievements that name it, and those of its patents that are there', async () => {
    expect(await entities('... on Talent { id achievements { localId } patents { id } }', talents)).toEqual([
      {
        id: 'hb-edu-talent:HBHX-10486-0001',
        achievements: [{ localId: 'CG-10486-0012' }],
        patents: [{ id: `hb-ip-patent:${laser}` }, { id: `ln-patent:${gearbox}` }],
      },
      { id: 'hb-edu-talent:HBHX-10486-0009', achievements: [{ localId: 'CG-10486-0012' }], patents: [] },
      { id: 'hl-talent:k-7f21', achievements: [], patents: [] },
    ])
  })

  it('costs two statements, however many talents are asked for', async () => {
    const many = Array.from({ length: 100 }, (_, n) => ({ ...talents[n % 3]!, id: `hb-edu-talent:HBHX-${n}` }))

    expect(
      await statementsOf(fresh.database, () => entities('... on Talent { achievements { id } patents { id } }', many)),
    ).toHaveLength(2)
  })
})

describe('an organization', () => {
  it('has its achievements and its patents, each once in every library that has them', async () => {
    const unit = (id: string) => ({ __typename: 'Organization', id })
    const selection = `... on Organization {
      achievements(first: 1) { totalCount nodes { localId } pageInfo { hasNextPage } }
      patents(first: 1) { totalCount nodes { id applicants { name } } pageInfo { hasNextPage endCursor } }
    }`
    const ask = () =>
      entities(
        selection,
        ['10486', '10141', '99999'].map((code) => unit(`organization:${code}`)),
      )
    const [wuhan, dalian, nobody] = await ask()

    expect(wuhan).toEqual({
      achievements: { totalCount: 1, nodes: [{ localId: 'CG-10486-0012' }], pageInfo: { hasNextPage: false } },
      patents: {
        totalCount: 2,
        nodes: [{ id: `hb-ip-patent:${laser}`, applicants: [{ name: '武汉大学' }, { name: '武汉示例轧辊有限公司' }] }],
        pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      },
    })
    expect(dalian.patents).toMatchObject({ totalCount: 1, nodes: [{ id: `ln-patent:${gearbox}` }] })
    expect(nobody).toMatchObject({ achievements: { totalCount: 0, nodes: [] }, patents: { totalCount: 0, nodes: [] } })

    const next = await entities(
      `... on Organization { patents(first: 1, after: "${wuhan.patents.pageInfo.endCursor}") { nodes { id } } }`,
      [unit('organization:10486')],
    )
    expect(next).toEqual([{ patents: { nodes: [{ id: `hl-achievement:${laser}` }] } }])
    expect(await statementsOf(fresh.database, ask)).toHaveLength(4)
  })
})

describe('an open license', () => {
  it('leads to its patent, and to nothing where no library has the patent', async () => {
    const offer = (patentNumber: string | null) => ({ __typename: 'OpenLicense', id: 'ln-license:1', patentNumber })

    expect(await entities('... on OpenLicense { patent { id } }', [offer(laser), offer(unknown), offer(null)])).toEqual(
      [{ patent: { id: `hb-ip-patent:${laser}` } }, { patent: null }, { patent: null }],
    )
  })
})

describe('records of several types in one fetch', () => {
  it('are each found by the key they come with', async () => {
    expect(
      await entities('__typename ... on Achievement { title } ... on Patent { id title }', [
        { __typename: 'Patent', id: `ln-patent:${gearbox}` },
        { __typename: 'Achievement', id: 'ln-supply:CG2100031' },
        { __typename: 'Patent', applicationNumber: laser },
        { __typename: 'Patent', id: 'ln-patent:CN0' },
        { __typename: 'Achievement', id: 'ln-supply:CG0' },
      ]),
    ).toEqual([
      { __typename: 'Patent', id: `ln-patent:${gearbox}`, title: '一种海工齿轮箱' },
      { __typename: 'Achievement', title: '海工齿轮箱' },
      { __typename: 'Patent', id: `hb-ip-patent:${laser}`, title: '一种轧辊激光熔覆装置' },
      null,
      null,
    ])
  })
})

describe('moving records', () => {
  it('takes a patent that turns internal out of every public place', async () => {
    const [patent] = patentRecords
    const places = () =>
      asOwner(
        fresh.url,
        `select (select count(*)::int from achievement.patent where id = '${patent!.id}') as open,
          (select count(*)::int from achievement.restricted_patent where id = '${patent!.id}') as restricted,
          (select count(*)::int from achievement.patent_applicant where patent_id = '${patent!.id}') as applicants`,
      )

    expect(await places()).toEqual([{ open: 1, restricted: 0, applicants: 1 }])
    await save(fresh.database, achievement, [{ ...patent!, restricted: true }])
    expect(await places()).toEqual([{ open: 0, restricted: 1, applicants: 0 }])
    await save(fresh.database, achievement, [patent!])
    expect(await places()).toEqual([{ open: 1, restricted: 0, applicants: 1 }])
    await fresh.database.write((tx) =>
      achievement.sinks[1]!.remove(tx, [patent!.id], patent!.library, ended(patent!.library.id)),
    )
    expect(await places()).toEqual([{ open: 0, restricted: 0, applicants: 0 }])
    await save(fresh.database, achievement, [patent!])
  })
})
