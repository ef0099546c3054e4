import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { licensing } from '../../../subgraphs/licensing/subgraph.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer, save, statementsOf, walk } from '../ask.ts'
import { brick, laser, licenseRecords, manyLicenses, probe } from './records.ts'

let fresh: FreshDatabase
const published = [...licenseRecords.filter(({ restricted }) => !restricted), ...manyLicenses]

beforeAll(async () => {
  fresh = await freshDatabase()
  await save(fresh.database, licensing, [...licenseRecords, ...manyLicenses])
})
afterAll(() => fresh?.drop())

const licenses = (args: string, selection: string) =>
  answer(fresh.database, licensing, `{ openLicenses${args && `(${args})`} { ${selection} } }`)

const idsOf = async (args: string): Promise<string[]> =>
  (await licenses(`first: 100, ${args}`, 'nodes { localId }')).nodes.map(({ localId }: { localId: string }) => localId)

const ofPatents = (selection: string, numbers: readonly (string | null)[]) =>
  answer(
    fresh.database,
    licensing,
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Patent { ${selection} } } }`,
    {
      keys: numbers.map((applicationNumber, n) => ({
        __typename: 'Patent',
        id: `hb-ip-patent:${n}`,
        applicationNumber,
      })),
    },
  )

type Check = { rule: string; passed: boolean | null }

const resultsOf = async (localId: string) => {
  const { nodes } = await licenses('first: 100', 'nodes { localId eligibility { rule passed } }')
  const { eligibility } = nodes.find((it: { localId: string }) => it.localId === localId)
  const named = (passed: boolean | null) =>
    eligibility.filter((it: Check) => it.passed === passed).map((it: Check) => it.rule)
  return { passed: named(true), failed: named(false), notJudged: named(null) }
}

describe('an open license', () => {
  it('carries all that its library filed', async () => {
    const { nodes } = await licenses(
      'filter: {library: ["hb-ip-license"]}',
      `nodes {
        id localId library { id } province provenance { release } flags { code } updatedOn patentNumber patentTitle
        patentKind licensors { name organization { id } } status feeMode feeModeText fixedFee fixedFeeText royalty
        termYears termEnd announcedOn
      }`,
    )

    expect(nodes).toEqual([
      {
        id: `hb-ip-license:${laser}`,
        localId: laser,
        library: { id: 'hb-ip-license' },
        province: 'HUBEI',
        provenance: { release: 'hb-ip-license@1' },
        flags: [],
        updatedOn: '2023-12-01',
        patentNumber: laser,
        patentTitle: null,
        patentKind: 'INVENTION',
        licensors: [
          { name: '武汉大学', organization: { id: 'organization:10486' } },
          { name: '武汉示例轧辊有限公司', organization: null },
        ],
        status: 'OPEN',
        feeMode: 'ENTRY_PLUS_ROYALTY',
        feeModeText: '入门费加提成',
        fixedFee: '50000',
        fixedFeeText: '50000',
        royalty: '3%',
        termYears: null,
        termEnd: '2026-05-31',
        announcedOn: null,
      },
    ])
  })

  it('says of every rule whether it holds, fails, or cannot be judged', async () => {
    expect(await resultsOf(brick)).toEqual({
      passed: ['OL-03'],
      failed: ['OL-04', 'OL-09'],
      notJudged: ['OL-01', 'OL-02', 'OL-05', 'OL-06', 'OL-07', 'OL-08', 'OL-10', 'OL-11'],
    })
    expect(await resultsOf(probe)).toMatchObject({ passed: ['OL-03', 'OL-04', 'OL-09'], failed: ['OL-10'] })
    expect(await resultsOf('KF-2023-0009')).toEqual({
      passed: ['OL-04'],
      failed: [],
      notJudged: ['OL-01', 'OL-02', 'OL-03', 'OL-05', 'OL-06', 'OL-07', 'OL-08', 'OL-09', 'OL-10', 'OL-11'],
    })
  })

  it('names the rule, its clause and what is wrong', async () => {
    const { nodes } = await licenses(
      'filter: {failedRule: ["OL-10"]}',
      'nodes { eligibility { rule title clause passed severity message } }',
    )

    expect(nodes[0].eligibility[9]).toEqual({
      rule: 'OL-10',
      title: '撤回不早于公告，此前的许可继续有效。',
      clause: '专利法 第五十条',
      passed: false,
      severity: 'ERROR',
      message: '撤回日期早于公告日期。',
    })
  })

  it('says of a rule that cannot be judged what the source does not tell', async () => {
    const { nodes } = await licenses(
      'filter: {library: ["hb-ip-license"]}',
      'nodes { eligibility { rule passed severity message } }',
    )
    expect(nodes[0].eligibility[0]).toEqual({
      rule: 'OL-01',
      passed: null,
      severity: 'ERROR',
      message: '来源没有写专利的法律状态；专利在库的，见 patent.legalStatus。',
    })
    expect(nodes[0].eligibility[5]).toEqual({ rule: 'OL-06', passed: true, severity: 'ERROR', message: null })
  })

  it('fails OL-11 in every province when they ask different prices for one patent', async () => {
    expect((await resultsOf(laser)).failed).toEqual(['OL-11'])
    expect((await resultsOf('KF-CG-0107')).failed).toEqual(['OL-11'])
    expect((await resultsOf(`${probe}-2`)).notJudged).toContain('OL-11')
  })

  it('costs one more statement with the results of a whole page', async () => {
    expect(
      await statementsOf(fresh.database, () => licenses('first: 100', 'nodes { id eligibility { rule passed } }')),
    ).toHaveLength(2)
  })
})

describe('a patent', () => {
  it('leads to its open license: the one not withdrawn, whatever was announced since', async () => {
    expect(
      await ofPatents('openLicense { localId } openLicenses { localId status }', [probe, laser, null, 'CN9']),
    ).toEqual([
      {
        openLicense: { localId: `${probe}-2` },
        openLicenses: [
          { localId: `${probe}-2`, status: 'OPEN' },
          { localId: probe, status: 'WITHDRAWN' },
        ],
      },
      {
        openLicense: { localId: laser },
        openLicenses: [
          { localId: laser, status: 'OPEN' },
          { localId: 'KF-CG-0107', status: 'OPEN' },
        ],
      },
      { openLicense: null, openLicenses: [] },
      { openLicense: null, openLicenses: [] },
    ])
  })

  it('does not lead to a declaration marked internal', async () => {
    expect(await ofPatents('openLicenses { localId }', [brick])).toEqual([{ openLicenses: [{ localId: brick }] }])
    expect(await idsOf('search: "内部许可"')).toEqual([])
    expect(await asOwner(fresh.url, 'select local_id from licensing.restricted_open_license')).toEqual([
      { local_id: 'KF-CG-0999' },
    ])
  })

  it('costs one statement, however many patents there are', async () => {
    const numbers = manyLicenses.map(({ fields }) => fields.patentNumber!)

    expect(
      await statementsOf(fresh.database, () =>
        ofPatents('openLicense { id } openLicenses { eligibility { rule } }', numbers),
      ),
    ).toHaveLength(1)
  })
})

describe('the list of open licenses', () => {
  it.each([
    ['feeMode: [FREE]', [probe, 'KF-2023-0009']],
    ['fixedFee: {gte: "50000.01"}', ['KF-CG-0107']],
    ['fixedFee: {lte: "8000"}, announcedOn: {gte: "2023"}', [`${probe}-2`]],
    ['status: [WITHDRAWN]', [probe]],
    ['patentNumber: ["ZL202019000001.9"]', [laser, 'KF-CG-0107']],
    ['patentKind: [INVENTION], province: [LIAONING]', [brick]],
    ['licensor: ["organization:10486"]', [laser, 'KF-CG-0107']],
    ['failedRule: ["OL-04", "OL-10"]', [brick, probe]],
    ['hasFailedRule: true', [brick, probe]],
    ['hasFailedRule: false, announcedOn: {gte: "2022"}', [`${probe}-2`, 'KF-2023-0009']],
    ['termEnd: {gte: "2026-05"}', [laser]],
    ['updatedOn: {gte: "2023"}', [laser, 'KF-CG-0107']],
  ])('filtered by {%s} has just those', async (filter, expected) => {
    expect((await idsOf(`filter: {${filter}}`)).sort()).toEqual([...expected].sort())
  })

  it('is found by licensor and title', async () => {
    expect(await idsOf('search: "轧辊"')).toEqual(['KF-CG-0107', laser])
  })

  it('is counted by every dimension', async () => {
    const { totalCount, sources, facets } = await licenses(
      'filter: {announcedOn: {gte: "2022"}}',
      `totalCount sources { library { id } rows }
       facets(by: [PROVINCE, STATUS, FEE_MODE, PATENT_KIND, FAILED_RULE, YEAR]) { by values { code label count } }`,
    )

    expect({ totalCount, sources }).toEqual({
      totalCount: 4,
      sources: [
        { library: { id: 'hb-ip-license' }, rows: 1 },
        { library: { id: 'hl-achievement' }, rows: 1 },
        { library: { id: 'ln-license' }, rows: 45 },
      ],
    })
    expect(facets).toEqual([
      { by: 'PROVINCE', values: [{ code: 'LIAONING', label: '辽宁省', count: 4 }] },
      {
        by: 'STATUS',
        values: [
          { code: 'OPEN', label: '开放中', count: 3 },
          { code: 'WITHDRAWN', label: '已撤回', count: 1 },
        ],
      },
      {
        by: 'FEE_MODE',
        values: [
          { code: 'FREE', label: '免费', count: 2 },
          { code: 'ONE_OFF', label: '一次总付', count: 1 },
        ],
      },
      { by: 'PATENT_KIND', values: [{ code: 'INVENTION', label: '发明', count: 1 }] },
      {
        by: 'FAILED_RULE',
        values: [
          { code: 'OL-04', label: '写明许可使用费的支付方式和标准。', count: 1 },
          { code: 'OL-09', label: '不使用商业宣传用语。', count: 1 },
          { code: 'OL-10', label: '撤回不早于公告，此前的许可继续有效。', count: 1 },
        ],
      },
      {
        by: 'YEAR',
        values: [
          { code: '2021', label: '2021年', count: 41 },
          { code: '2023', label: '2023年', count: 3 },
          { code: '2022', label: '2022年', count: 1 },
        ],
      },
    ])
  })

  it.each([
    ['FIXED_FEE', 'ASC', ({ fixedFee }: Fields) => fixedFee && Number(fixedFee.yuan)],
    ['FIXED_FEE', 'DESC', ({ fixedFee }: Fields) => fixedFee && Number(fixedFee.yuan)],
    ['TERM_END', 'ASC', ({ termEnd }: Fields) => termEnd],
    ['ANNOUNCED_ON', 'DESC', ({ announcedOn }: Fields) => announcedOn],
  ] as const)('comes whole and in order of %s %s from either end', async (field, direction, key) => {
    const expected = [...published]
      .sort((a, b) => {
        const [x, y] = [key(a.fields), key(b.fields)]
        if (x === y) return a.id < b.id ? -1 : 1
        if (x === undefined || y === undefined) return x === undefined ? 1 : -1
        return x < y === (direction === 'ASC') ? -1 : 1
      })
      .map(({ id }) => id)
    const args = `orderBy: [{field: ${field}, direction: ${direction}}],`

    expect(await walk(fresh.database, licensing, 'openLicenses', args, { size: 6, backward: false })).toEqual(expected)
    expect(await walk(fresh.database, licensing, 'openLicenses', args, { size: 6, backward: true })).toEqual(expected)
  })
})

type Fields = (typeof published)[number]['fields']
