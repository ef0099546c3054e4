import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { liaoning } from '../../../subgraphs/liaoning/subgraph.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer, ended, save, statementsOf } from '../ask.ts'
import { enterprises, liaoningRecords } from './records.ts'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
  await save(fresh.database, liaoning, liaoningRecords)
})
afterAll(() => fresh?.drop())

const ask = (question: string, variables = {}) => answer(fresh.database, liaoning, question, variables)

const idsOf = async (list: string, args: string): Promise<string[]> =>
  (await ask(`{ ${list}(${args}) { nodes { localId } } }`)).nodes.map(({ localId }: { localId: string }) => localId)

describe('an alliance', () => {
  it('shows its kind, mode, members, agreement and filing, and that its mode does not fit its members', async () => {
    const { nodes } = await ask(`{ lnAlliances(filter: {kind: [BACKBONE], sector: [INDUSTRY]}) { nodes {
      id localId library { id } province provenance { release file row synthetic } flags { code label field interpreted }
      name kind sector mode lead { id } leadText region { code label } agreementNumber filedOn isFiled status statusText
      members { organization { id } organizationText type role joinedOn }
      agreement { id isFiled fair { id name } partyA { id } partyB { id } partyBText amount amountText }
    } } }`)

    expect(nodes).toEqual([
      {
        id: 'ln-alliance:LM000007',
        localId: 'LM000007',
        library: { id: 'ln-alliance' },
        province: 'LIAONING',
        provenance: { release: 'ln-alliance@1', file: '样例.csv', row: 2, synthetic: true },
        flags: [
          {
            code: 'ALLIANCE_MODE_MEMBER_MISMATCH',
            label: '联盟成员数与合作模式不符。',
            field: 'mode',
            interpreted: '1 所高校、2 家企业',
          },
        ],
        name: '大连新一代信息技术骨干企业联盟',
        kind: 'BACKBONE',
        sector: 'INDUSTRY',
        mode: 'ONE_ONE',
        lead: { id: 'organization:10141' },
        leadText: '大连理工大学',
        region: { code: '210200', label: '大连市' },
        agreementNumber: 'XY000007',
        filedOn: null,
        isFiled: false,
        status: 'SIGNED',
        statusText: '已签约',
        members: [
          {
            organization: { id: 'organization:10141' },
            organizationText: '大连理工大学',
            type: '高校',
            role: 'LEAD',
            joinedOn: '2019-07-03',
          },
          {
            organization: { id: `organization:${enterprises.steel}` },
            organizationText: enterprises.steel,
            type: '企业',
            role: 'MEMBER',
            joinedOn: '2019-07-03',
          },
          {
            organization: { id: `organization:${enterprises.valve}` },
            organizationText: enterprises.valve,
            type: '企业',
            role: 'MEMBER',
            joinedOn: '2019-07-03',
          },
        ],
        agreement: {
          id: 'ln-agreement:XY000007',
          isFiled: false,
          fair: { id: 'ln-fair:DJH20230001', name: '2023沈阳大型产学研合作对接会' },
          partyA: { id: `organization:${enterprises.steel}` },
          partyB: { id: 'organization:10141' },
          partyBText: '大连理工大学',
          amount: null,
          amountText: '242',
        },
      },
    ])
  })

  it('loses the doubt about its mode when its members come to fit', async () => {
    const flags = async () =>
      (await ask('{ lnAlliances(filter: {flag: ["ALLIANCE_MODE_MEMBER_MISMATCH"]}) { nodes { localId } } }')).nodes
    const sink = liaoning.sinks.find(({ kind }) => kind === 'allianceMember')!
    const [extra] = liaoningRecords.filter(({ localId }) => localId === `k-LM000007-${enterprises.steel}`)

    expect(await flags()).toEqual([{ localId: 'LM000007' }])
    await fresh.database.write((tx) => sink.remove(tx, [extra!.id], extra!.library, ended(extra!.library.id)))
    expect(await flags()).toEqual([])
    await fresh.database.write((tx) => sink.save(tx, [extra!]))
    expect(await flags()).toEqual([{ localId: 'LM000007' }])
  })

  it('names no unit by a number that means two, and none by another tier or province', async () => {
    const { nodes } = await ask('{ lnInstitutes { nodes { localId organization { id } organizationText } } }')

    expect(nodes).toEqual([
      { localId: 'YJY002', organization: { id: 'organization:10141' }, organizationText: '大连理工大学' },
      { localId: 'YJY015', organization: null, organizationText: '1006' },
    ])
  })

  it('forgets the name of a unit with the last record that gave it, and learns it again', async () => {
    const named = async () =>
      (await ask('{ lnInstitutes(first: 1) { nodes { organization { id } organizationText } } }')).nodes
    const sink = liaoning.sinks.find(({ kind }) => kind === 'talent')!
    const [person] = liaoningRecords.filter(({ localId }) => localId === 'LNRC101410001')

    await fresh.database.write((tx) => sink.remove(tx, [person!.id], person!.library, ended(person!.library.id)))
    expect(await named()).toEqual([{ organization: null, organizationText: '1002' }])
    await fresh.database.write((tx) => sink.save(tx, [person!]))
    expect(await named()).toEqual([{ organization: { id: 'organization:10141' }, organizationText: '大连理工大学' }])
  })

  it('marked internal is nowhere to be seen', async () => {
    const [found] = await ask(
      'query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on LnAlliance { id } } }',
      { ids: [{ __typename: 'LnAlliance', id: 'ln-alliance:LM000030' }] },
    )
    const stored = await asOwner(fresh.url, 'select local_id from liaoning.restricted_alliance')

    expect([found, await idsOf('lnAlliances', 'filter: {kind: [CITY]}')]).toEqual([null, []])
    expect(stored).toEqual([{ local_id: 'LM000030' }])
  })
})

describe('the lists of Liaoning', () => {
  it.each([
    ['lnAlliances', 'filter: {filed: true}', ['LM000006', 'LM000027']],
    ['lnAlliances', 'filter: {mode: [MANY_ONE]}', ['LM000027']],
    ['lnAlliances', 'filter: {region: ["210600"], status: [ACTIVE]}', ['LM000006']],
    ['lnAlliances', 'filter: {filedOn: {gte: "2021"}}', ['LM000006']],
    ['lnAlliances', 'search: "骨干企业联盟"', ['LM000007', 'LM000027']],
    ['lnAlliances', 'orderBy: [{field: FILED_ON, direction: DESC}]', ['LM000006', 'LM000027', 'LM000007']],
    ['lnFairs', 'filter: {scale: [SPECIAL], heldOn: {gte: "2022-11-15"}}', ['DJH20220002']],
    ['lnFairs', 'orderBy: [{field: HELD_ON, direction: DESC}]', ['DJH20230001', 'DJH20220002']],
    ['lnAgreements', 'filter: {filed: false}', ['XY000007']],
    ['lnAgreements', `filter: {party: ["organization:${enterprises.valve}"]}`, ['XY000006']],
    ['lnAgreements', 'filter: {amount: {gte: "2000000"}}', ['XY000006']],
    ['lnInstitutes', 'filter: {organization: ["organization:10141"]}', ['YJY002']],
    ['lnVisits', 'filter: {year: ["2023"], hasJointBody: true}', ['k-2', 'k-3']],
  ])('%s(%s) finds %j', async (list, args, expected) => {
    expect((await idsOf(list, args)).toSorted()).toEqual(expected.toSorted())
    if (args.includes('orderBy')) expect(await idsOf(list, args)).toEqual(expected)
  })

  it('count alliances by kind, city and mode', async () => {
    const { totalCount, facets, sources } = await ask(
      `{ lnAlliances { totalCount facets(by: [KIND, REGION, MODE]) { by values { code label count } }
        sources { library { id } status rows } } }`,
    )

    expect({ totalCount, facets, sources }).toEqual({
      totalCount: 3,
      facets: [
        {
          by: 'KIND',
          values: [
            { code: 'BACKBONE', label: '骨干联盟', count: 2 },
            { code: 'CLASSIC', label: '经典联盟', count: 1 },
          ],
        },
        {
          by: 'REGION',
          values: [
            { code: '210100', label: '沈阳市', count: 1 },
            { code: '210200', label: '大连市', count: 1 },
            { code: '210600', label: '丹东市', count: 1 },
          ],
        },
        {
          by: 'MODE',
          values: [
            { code: 'ONE_ONE', label: '一校对一企', count: 2 },
            { code: 'MANY_ONE', label: '多校对一企', count: 1 },
          ],
        },
      ],
      sources: [{ library: { id: 'ln-alliance' }, status: 'OK', rows: 3 }],
    })
  })

  it('give a fair its agreements, filed or not', async () => {
    const { nodes } = await ask(
      '{ lnFairs(filter: {scale: [LARGE]}) { nodes { localId agreements { totalCount nodes { localId isFiled } } } } }',
    )

    expect(nodes).toEqual([
      {
        localId: 'DJH20230001',
        agreements: {
          totalCount: 2,
          nodes: [
            { localId: 'XY000006', isFiled: true },
            { localId: 'XY000007', isFiled: false },
          ],
        },
      },
    ])
  })

  it('cost one statement for each level', async () => {
    const statements = await statementsOf(fresh.database, () =>
      ask('{ lnAlliances { nodes { localId members { type } agreement { isFiled fair { name } } } } }'),
    )

    expect(statements).toHaveLength(4)
  })
})

it('joins alliances to units and visits to people', async () => {
  const found = await ask(
    `query ($keys: [_Any!]!) { _entities(representations: $keys) {
      ... on Organization { alliances(first: 1) { totalCount nodes { localId } pageInfo { hasNextPage } } }
      ... on Talent { visits { totalCount nodes { year visits enterprise { id } hasJointBody } } }
    } }`,
    {
      keys: [
        { __typename: 'Organization', id: `organization:${enterprises.valve}` },
        { __typename: 'Organization', id: 'organization:10141' },
        { __typename: 'Organization', id: 'organization:10486' },
        { __typename: 'Talent', id: 'ln-talent:LNRC101410002' },
      ],
    },
  )

  const first = { totalCount: 2, nodes: [{ localId: 'LM000006' }], pageInfo: { hasNextPage: true } }
  expect(found).toEqual([
    { alliances: first },
    { alliances: first },
    { alliances: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } } },
    {
      visits: {
        totalCount: 1,
        nodes: [
          { year: '2023', visits: 2, enterprise: { id: `organization:${enterprises.valve}` }, hasJointBody: true },
        ],
      },
    },
  ])
})

describe('the targets of 2016', () => {
  const indicators = async (): Promise<Record<string, unknown>[]> =>
    ask('{ lnIndicators { code province parent target comparator unallocated unit dueOn measured period } }')

  it('are measured by what the libraries hold, and left open where none does', async () => {
    const measured = (await indicators()).filter((it) => it.measured !== null)

    expect(measured.map(({ code, measured, period }) => [code, measured, period])).toEqual([
      ['LN20-1', '1', '2023-12-15'],
      ['LN20-3', '1', '2023-12-15'],
      ['LN20-3-1', '0', '2023-12-15'],
      ['LN20-3-2', '1', '2023-12-15'],
      ['LN20-3-3', '0', '2023-12-15'],
      ['LN20-5', '0', '2023-12-15'],
      ['LN20-6', '1', '2023-12-15'],
      ['LNY-1', '1', '2023'],
      ['LNY-2', '0', '2023'],
      ['LNY-3', '6', '2023'],
      ['LNY-4', '1', '2023'],
      ['LNY-5', '1', '2023'],
    ])
  })

  it('stand as printed: 190 technologies have no home', async () => {
    const all = await indicators()
    const technologies = all.filter(({ code }) => String(code).startsWith('LN20-4'))
    const backbone = all.find(({ code }) => code === 'LN20-3')

    const printed = {
      province: 'LIAONING',
      comparator: 'EXACT',
      unit: '项',
      dueOn: '2020',
      measured: null,
      period: null,
    }
    expect(technologies).toEqual([
      { ...printed, code: 'LN20-4', parent: null, target: '500', unallocated: '190' },
      { ...printed, code: 'LN20-4-1', parent: 'LN20-4', target: '300', unallocated: null },
      { ...printed, code: 'LN20-4-2', parent: 'LN20-4', target: '10', unallocated: null },
    ])
    expect(backbone).toMatchObject({ target: '100', comparator: 'APPROXIMATE', unallocated: '0' })
  })
})
