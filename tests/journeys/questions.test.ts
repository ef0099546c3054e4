import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, topologies } from './house.ts'

/** Questions of provincial offices that span provinces, asked of the small samples. */
describe.each(topologies)('%s', (topology) => {
  let house: House
  beforeAll(async () => {
    house = await openHouse(topology)
  })
  afterAll(() => house?.close())

  it('finds open licenses under 200,000 yuan in three provinces, cheapest first, with what each rule says', async () => {
    const { openLicenses } = await house.answer(`{
      openLicenses(filter: { fixedFee: { lte: "200000" } }, orderBy: [{ field: FIXED_FEE }], first: 100) {
        totalCount
        facets(by: [PROVINCE]) { by values { code label count } }
        nodes { fixedFee province patent { title ipc { code } } eligibility { rule passed } }
      }
    }`)
    const fees: number[] = openLicenses.nodes.map(({ fixedFee }: { fixedFee: string }) => Number(fixedFee))
    expect(fees).toEqual(fees.toSorted((a, b) => a - b))
    expect(fees.at(-1)).toBeLessThanOrEqual(200_000)
    expect(openLicenses.nodes).toHaveLength(Math.min(100, openLicenses.totalCount))
    const provinces = openLicenses.facets[0].values.map(({ code }: { code: string }) => code)
    expect(provinces.toSorted()).toEqual(['HEILONGJIANG', 'HUBEI', 'LIAONING'])
    const verdicts = openLicenses.nodes.flatMap(({ eligibility }: { eligibility: { passed: boolean | null }[] }) =>
      eligibility.map(({ passed }) => passed),
    )
    expect(new Set(verdicts)).toEqual(new Set([true, false, null]))
    expect(openLicenses.nodes.filter(({ patent }: { patent: unknown }) => patent).length).toBeGreaterThan(0)
  })

  it('names the libraries overdue for their half-yearly refresh, with owner and days', async () => {
    const { libraries } = await house.answer(`{
      libraries(filter: { overdue: true, province: [HEILONGJIANG] }) { id owner cycleMonths dueOn overdueDays }
    }`)
    const { id, owner, cycleMonths, dueOn, overdueDays } = libraries.find(
      ({ id }: { id: string }) => id === 'hl-demand',
    )
    const days = Math.floor((Date.now() - Date.parse('2024-06-30')) / 86_400_000)
    expect({ id, owner, cycleMonths, dueOn }).toEqual({
      id: 'hl-demand',
      owner: '黑龙江省工业和信息化厅科技处',
      cycleMonths: 6,
      dueOn: '2024-06-30',
    })
    expect(Math.abs(overdueDays - days)).toBeLessThanOrEqual(1)
  })

  it('shows the same patent in two libraries side by side, where they contradict each other', async () => {
    const { patents } = await house.answer(`{
      patents(filter: { inSeveralLibraries: true }, first: 100) {
        nodes { applicationNumber library { id } title legalStatus otherRecords { library { id } title legalStatus } }
      }
    }`)
    type Record = { library: { id: string }; title: string; legalStatus: string }
    const nodes: (Record & { applicationNumber: string; otherRecords: Record[] })[] = patents.nodes
    expect(nodes.length).toBeGreaterThan(1)
    for (const { library, otherRecords } of nodes) {
      expect(otherRecords.length).toBeGreaterThan(0)
      expect(otherRecords.map((other) => other.library.id)).not.toContain(library.id)
    }
    const contradicted = nodes.filter(({ title, legalStatus, otherRecords }) =>
      otherRecords.some((other) => other.title !== title || other.legalStatus !== legalStatus),
    )
    expect(contradicted.length).toBeGreaterThan(0)
  })

  it('leads from a talent to achievements, patents and their licenses, and from an organization to all of its own', async () => {
    const { talents } = await house.answer(`{
      talents(filter: { library: ["hb-edu-talent"] }, first: 100) {
        nodes {
          id
          organization { id name talents(first: 3) { totalCount nodes { id } } achievements(first: 3) { totalCount } }
          achievements { id talents { id } patents { applicationNumber } }
          patents { applicationNumber openLicense { id patent { applicationNumber } } }
        }
      }
    }`)
    type Talent = {
      id: string
      organization: { name: string; talents: { totalCount: number; nodes: unknown[] } } | null
      achievements: { id: string; talents: { id: string }[] }[]
      patents: { applicationNumber: string; openLicense: { patent: { applicationNumber: string } } | null }[]
    }
    const nodes: Talent[] = talents.nodes
    for (const talent of nodes) {
      for (const achievement of talent.achievements) {
        expect(achievement.talents.map(({ id }) => id)).toContain(talent.id)
      }
      for (const { applicationNumber, openLicense } of talent.patents) {
        if (openLicense) expect(openLicense.patent.applicationNumber).toBe(applicationNumber)
      }
    }
    expect(nodes.some(({ achievements }) => achievements.length > 0)).toBe(true)
    expect(nodes.some(({ patents }) => patents.some(({ openLicense }) => openLicense))).toBe(true)
    expect(nodes.every(({ organization }) => organization && organization.talents.totalCount > 0)).toBe(true)
  })

  it('fetches any record by its id, null for what is unknown or not public', async () => {
    const { nodes, none } = await house.answer(`{
      nodes(ids: ["hl-demand", "organization:10486", "hb-edu-talent:HBHX-10486-0001", "hb-std-demand:none", "nonsense"]) {
        __typename id ... on Organization { name } ... on Record { library { id } }
      }
      none: node(id: "hb-edu-talent:HBHX-99999-0001") { id }
    }`)
    expect({ nodes, none }).toEqual({
      nodes: [
        { __typename: 'Library', id: 'hl-demand' },
        { __typename: 'Organization', id: 'organization:10486', name: '武汉大学', library: { id: expect.any(String) } },
        { __typename: 'Talent', id: 'hb-edu-talent:HBHX-10486-0001', library: { id: 'hb-edu-talent' } },
        null,
        null,
      ],
      none: null,
    })
  })

  it('keeps category, contract kind and cooperation mode of demands three different things', async () => {
    const { demands } = await house.answer(`{
      demands(first: 100) { nodes { library { id } category { code } contractKind { code } cooperationMode } }
    }`)
    type Demand = { library: { id: string }; category: unknown; contractKind: unknown; cooperationMode: string | null }
    const filled = Map.groupBy(demands.nodes as Demand[], ({ library }) => library.id)
    const given = (id: string) =>
      (['category', 'contractKind', 'cooperationMode'] as const).filter((field) =>
        filled.get(id)?.some((it) => it[field]),
      )
    expect(given('hb-std-demand')).toEqual(['category'])
    expect(given('hl-demand')).toEqual(['contractKind'])
    expect(given('ln-demand')).toEqual(['cooperationMode'])
  })

  it('refuses wrong values in Chinese, with a code', async () => {
    const refusal = async (query: string, variables?: Record<string, unknown>) => {
      const { errors } = await house.ask(query, variables)
      return errors?.map(({ message, extensions }) => ({
        chinese: /\p{Script=Han}/u.test(message),
        code: extensions?.code,
      }))
    }
    const demands = (args: string) => `{ demands(${args}) { totalCount nodes { id } } }`
    expect(await refusal(demands('first: 0'))).toEqual([{ chinese: true, code: 'BAD_PAGE' }])
    expect(await refusal(demands('first: 101'))).toEqual([{ chinese: true, code: 'BAD_PAGE' }])
    expect(await refusal(demands('first: 1, last: 1'))).toEqual([{ chinese: true, code: 'BAD_PAGE' }])
    expect(await refusal(demands('after: "abc"'))).toEqual([{ chinese: true, code: 'BAD_CURSOR' }])
    expect(await refusal(demands('search: "，。"'))).toEqual([{ chinese: true, code: 'BAD_FILTER' }])
    expect(await refusal(demands('filter: { status: [NONE] }'))).toEqual([
      { chinese: true, code: 'GRAPHQL_VALIDATION_FAILED' },
    ])
    const amount = 'query ($it: Decimal) { demands(filter: { intendedAmount: { gte: $it } }) { totalCount } }'
    const [wrong] = (await refusal(amount, { it: '十万' }))!
    expect(wrong!.chinese).toBe(true)
    expect(await refusal('{ demand }')).toEqual([{ chinese: true, code: 'GRAPHQL_VALIDATION_FAILED' }])
  })

  it('refuses a cursor of another filter, another order and another list', async () => {
    const { demands } = await house.answer('{ demands(first: 2) { pageInfo { endCursor } } }')
    const { endCursor } = demands.pageInfo
    const refused = async (query: string) =>
      (await house.ask(query, { after: endCursor })).errors?.map(({ extensions }) => extensions?.code)
    expect(
      await refused('query ($after: String) { demands(first: 2, after: $after) { nodes { id } } }'),
    ).toBeUndefined()
    for (const args of ['filter: { province: [HUBEI] }', 'orderBy: [{ field: TITLE }]', 'search: "技术"']) {
      expect(await refused(`query ($after: String) { demands(${args}, after: $after) { nodes { id } } }`)).toEqual([
        'BAD_CURSOR',
      ])
    }
    expect(await refused('query ($after: String) { talents(after: $after) { nodes { id } } }')).toEqual(['BAD_CURSOR'])
  })
})
