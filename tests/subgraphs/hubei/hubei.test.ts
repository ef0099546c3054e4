import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anyone, type Viewer } from '#schema/viewer.ts'
import { hubei } from '../../../subgraphs/hubei/subgraph.ts'
import { type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer, ask as askAs, record, save, statementsOf } from '../ask.ts'
import { hubeiRecords, portrait, returned, uscc } from './records.ts'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
  await save(fresh.database, hubei, hubeiRecords)
})
afterAll(() => fresh?.drop())

const ask = (question: string, variables = {}) => answer(fresh.database, hubei, question, variables)

const entities = (typeName: string, ids: readonly string[], selection: string) =>
  ask(`query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${typeName} { ${selection} } } }`, {
    keys: ids.map((id) => ({ __typename: typeName, id })),
  })

const actionsOf = async (ids: readonly string[], selection: string) =>
  (
    await entities(
      'Demand',
      ids.map((id) => `hb-std-demand:${id}`),
      `specialAction { ${selection} }`,
    )
  ).map(({ specialAction }: { specialAction: unknown }) => specialAction)

const idsOf = async (args: string): Promise<string[]> =>
  (await ask(`{ hbSpecialActions(${args}) { nodes { demand { id } } } }`)).nodes.map(
    ({ demand }: { demand: { id: string } }) => demand.id.split(':')[1],
  )

describe('a demand of the special action', () => {
  it('shows eligibility, reviews, contract, evidence, subsidy and deadlines', async () => {
    const [found] = await actionsOf(
      ['XQ2020000001'],
      `demand { id } enterprise { id } enterpriseText region { label } statusText
      eligibility { isEligible isInHiTechZone hiTechZone isInSmeLibrary smeLibraryNumber }
      localReview { opinion isRecommended } platformReview returnReason
      contract { number kind { code } amount amountText hasInvoice hasTransferRecord isEvidenceComplete }
      amountDeviation isFunded subsidy subsidyText subsidyCap flags { code }
      deadlines { title dueOn clause isDone isMissed }`,
    )
    const clause = (number: string) => `鄂科技通〔2020〕67号 四(${number})`

    expect(found).toEqual({
      demand: { id: 'hb-std-demand:XQ2020000001' },
      enterprise: { id: `organization:${uscc.laser}` },
      enterpriseText: '武汉示例光电有限公司',
      region: { label: '武汉市' },
      statusText: '已立项',
      eligibility: {
        isEligible: true,
        isInHiTechZone: true,
        hiTechZone: '武汉东湖新技术产业开发区',
        isInSmeLibrary: true,
        smeLibraryNumber: '202342010090000038',
      },
      localReview: { opinion: '同意推荐', isRecommended: true },
      platformReview: 'APPROVED',
      returnReason: null,
      contract: {
        number: 'SYN-2020-1',
        kind: { code: 'DEVELOPMENT' },
        amount: '1440000',
        amountText: '144',
        hasInvoice: true,
        hasTransferRecord: true,
        isEvidenceComplete: true,
      },
      amountDeviation: '1.0000',
      isFunded: true,
      subsidy: '100000',
      subsidyText: '10',
      subsidyCap: '100000',
      flags: [],
      deadlines: [
        { title: '填报技术需求', dueOn: '2020-12-31', clause: clause('一'), isDone: true, isMissed: false },
        {
          title: '完成技术对接，签订技术开发合同',
          dueOn: '2021-02-28',
          clause: clause('二'),
          isDone: true,
          isMissed: null,
        },
        { title: '自主验收并提交总结报告', dueOn: '2021-11-30', clause: clause('三'), isDone: false, isMissed: true },
        { title: '绩效评价', dueOn: '2021-12-31', clause: clause('四'), isDone: false, isMissed: true },
      ],
    })
  })

  it('carries the doubts of the action: its own, its enterprise’s, and a second subsidy', async () => {
    expect(await actionsOf(['XQ2020000002', 'XQ2020000003', 'XQ2020000065'], 'flags { code } subsidyCap')).toEqual([
      { flags: [], subsidyCap: '100000' },
      {
        flags: [
          { code: 'SUBSIDY_OVER_CAP' },
          { code: 'ENTERPRISE_NOT_IN_HITECH_ZONE' },
          { code: 'ENTERPRISE_NOT_IN_SME_LIBRARY' },
          { code: 'SUBSIDY_SECOND_FOR_ENTERPRISE' },
        ],
        subsidyCap: '80000',
      },
      {
        flags: [{ code: 'ENTERPRISE_NOT_IN_HITECH_ZONE' }, { code: 'ENTERPRISE_NOT_IN_SME_LIBRARY' }],
        subsidyCap: '100000',
      },
    ])
  })

  it('says when it was filed too late', async () => {
    const [late] = await actionsOf(['XQ2020000002'], 'deadlines { dueOn isDone isMissed }')

    expect(late.deadlines[0]).toEqual({ dueOn: '2020-12-31', isDone: true, isMissed: true })
  })

  it('is null for other provinces and for demands in review', async () => {
    expect(await actionsOf(['XQ2020000029', 'HLJXQ202300001'], 'statusText')).toEqual([null, null])
    expect(await entities('Demand', ['hl-demand:HLJXQ202300001'], 'specialAction { statusText }')).toEqual([
      { specialAction: null },
    ])
  })

  it.each([
    ['filter: {funded: true}', ['XQ2020000001', 'XQ2020000003', 'XQ2020000038']],
    ['filter: {contracted: false}', ['XQ2020000070']],
    ['filter: {contracted: true, evidenceComplete: false}', ['XQ2020000002', 'XQ2020000065']],
    ['filter: {amountDeviation: {gte: "0.5"}}', ['XQ2020000001', 'XQ2020000003']],
    ['filter: {region: ["420300"], contractAmount: {gte: "2300000"}}', ['XQ2020000038']],
    [
      'filter: {contracted: true}, orderBy: [{field: AMOUNT_DEVIATION, direction: DESC}], first: 3',
      ['XQ2020000001', 'XQ2020000003', 'XQ2020000002'],
    ],
    ['search: "光电"', ['XQ2020000001', 'XQ2020000002']],
  ])('is found by %s', async (args, expected) => {
    expect(await idsOf(args)).toEqual(expected)
  })

  it('costs no more statements however many there are', async () => {
    const statements = await statementsOf(fresh.database, () =>
      ask('{ hbSpecialActions { nodes { flags { code } eligibility { isEligible } contract { amount } } } }'),
    )

    expect(statements).toHaveLength(3)
  })
})

it('lists the enterprises that were funded twice, with their items', async () => {
  expect(
    await ask('{ hbSubsidyConflicts { enterprise { id } enterpriseText subsidy items { demand { id } subsidy } } }'),
  ).toEqual([
    {
      enterprise: { id: `organization:${uscc.water}` },
      enterpriseText: '十堰示例环保科技有限责任公司',
      subsidy: '200000',
      items: [
        { demand: { id: 'hb-std-demand:XQ2020000003' }, subsidy: '100000' },
        { demand: { id: 'hb-std-demand:XQ2020000038' }, subsidy: '100000' },
      ],
    },
  ])
})

it('counts returned demands by reason, authority and city for those who may see them, and for nobody else', async () => {
  const returns = async (viewer: Viewer) =>
    (await askAs(fresh.database, hubei, '{ hbReturns { reason region { label } count } }', {}, viewer)).data!.hbReturns

  expect(await returns({ role: 'PUBLIC' })).toBeNull()
  expect(await returns({ role: 'LOCAL_AUTHORITY', province: 'LIAONING' })).toEqual([])
  const few = { reason: null, region: { label: '十堰市' }, count: null }
  expect(await returns({ role: 'LOCAL_AUTHORITY', province: 'HUBEI' })).toEqual([
    { reason: '技术指标不明确', region: { label: '武汉市' }, count: null },
    few,
  ])

  const more = ['81', '82', '83'].map((number) => returned(`XQ20200000${number}`, 'laser', '技术指标不明确'))
  await save(fresh.database, hubei, more)
  expect(await returns({ role: 'LOCAL_AUTHORITY', province: 'HUBEI' })).toEqual([
    { reason: '技术指标不明确', region: { label: '武汉市' }, count: 5 },
    few,
  ])

  const dated = ['91', '92', '93', '94', '95'].map((number) =>
    returned(`XQ20200000${number}`, 'laser', '附件不全', '2020-11-09'),
  )
  await save(fresh.database, hubei, dated)
  const authority: Viewer = { role: 'LOCAL_AUTHORITY', province: 'HUBEI' }
  const monthly = '{ hbReturns(monthly: true) { month reason authority count } }'
  expect((await askAs(fresh.database, hubei, monthly, {}, authority)).data!.hbReturns).toEqual([
    { month: '2020-11', reason: '附件不全', authority: '武汉市科学技术局', count: 5 },
    { month: null, reason: '技术指标不明确', authority: null, count: 5 },
    { month: null, reason: null, authority: null, count: null },
  ])
})

describe('the campaign of 2023', () => {
  it('shows what each person was posted as, and who is a liaison', async () => {
    const unit = { sendingUnit: { id: 'organization:10486' }, sendingUnitText: '武汉大学' }

    expect(
      await entities(
        'Talent',
        ['hb-edu-talent:HBHX-10486-0001', 'hb-edu-talent:HBHX-10486-0002', 'hl-talent:k-7f21'],
        'postings { kind title sendingUnit { id } sendingUnitText }',
      ),
    ).toEqual([
      {
        postings: [
          { kind: 'PROGRAMME', title: '科技副总', ...unit },
          { kind: 'PROGRAMME', title: '博士服务团', ...unit },
          { kind: 'LIAISON', title: '企业创新联络员', ...unit },
        ],
      },
      { postings: [] },
      { postings: [] },
    ])
  })

  it('counts doctors and postings of a university, and claims no ratio that no library has', async () => {
    expect(
      await entities(
        'Organization',
        ['organization:10486', 'organization:10213'],
        'residentDoctorateRatio hbDoctorates { listed posted }',
      ),
    ).toEqual([
      { residentDoctorateRatio: null, hbDoctorates: { listed: 2, posted: 1 } },
      { residentDoctorateRatio: null, hbDoctorates: null },
    ])
  })

  it('gives the ratio of resident doctorates once a university tells of how many', async () => {
    const data = await freshDatabase()
    await save(data.database, hubei, hubeiRecords)
    await save(data.database, hubei, [
      record('organization', 'hb-edu-talent', '10486', { name: '武汉大学', moeCode: '10486', doctorates: 25 }),
      portrait('HBHX-10486-0001', { highestDegree: '博士', isResident: true }),
      portrait('HBHX-10486-0002', { highestDegree: '博士', isResident: false }),
      portrait('HBHX-10486-0004', { highestDegree: '博士', isResident: true }),
      portrait('HBHX-10486-0005', { highestDegree: '硕士', isResident: true }),
    ])
    const ratio =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { residentDoctorateRatio } } }'
    const representations = [{ __typename: 'Organization', id: 'organization:10486' }]
    expect((await askAs(data.database, hubei, ratio, { r: representations }, anyone)).data!._entities).toEqual([
      { residentDoctorateRatio: '0.0800' },
    ])
    const { hbIndicators } = (await askAs(data.database, hubei, '{ hbIndicators { code measured } }', {}, anyone)).data!
    expect(hbIndicators).toContainEqual({ code: 'HB23-1', measured: '8.00' })
    await data.drop()
  })

  it('measures the targets that libraries can tell', async () => {
    expect(await ask('{ hbIndicators { code target comparator unit dueOn measured period } }')).toEqual([
      {
        code: 'HB20-1',
        target: '300',
        comparator: 'APPROXIMATE',
        unit: '项',
        dueOn: '2021-02-28',
        measured: '3',
        period: '2023-12-15',
      },
      {
        code: 'HB23-1',
        target: '10',
        comparator: 'EXPECTED',
        unit: '%',
        dueOn: '2023',
        measured: null,
        period: null,
      },
      {
        code: 'HB23-2',
        target: '6',
        comparator: 'APPROXIMATE',
        unit: '个',
        dueOn: null,
        measured: null,
        period: null,
      },
      {
        code: 'HB23-3',
        target: '1000',
        comparator: 'MORE_THAN',
        unit: '家',
        dueOn: null,
        measured: null,
        period: null,
      },
      {
        code: 'HB23-4',
        target: null,
        comparator: null,
        unit: '所',
        dueOn: '2023-12-31',
        measured: '1',
        period: '2023-12-15',
      },
    ])
  })
})
