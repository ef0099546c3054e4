import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, topologies } from './house.ts'

interface Count {
  readonly code: string
  readonly count: number
}

interface Ratio {
  readonly id: string
  readonly residentDoctorateRatio: string | null
}

/** What the provinces' own offices ask of what only they have, of the small samples. */
describe.each(topologies)('%s', (topology) => {
  let house: House
  beforeAll(async () => {
    house = await openHouse(topology)
  })
  afterAll(() => house?.close())

  it('tells nobody without a right to them which demands were returned', async () => {
    const { data, errors } = await house.ask('{ hbReturns(monthly: true) { month reason region { label } count } }')
    expect(data).toEqual({ hbReturns: null })
    expect(errors ?? []).toEqual([])
  })

  it('lists the enterprise that holds two funded items, which none may', async () => {
    const { hbSubsidyConflicts } = await house.answer(`{
      hbSubsidyConflicts {
        enterprise { id name } enterpriseText subsidy
        items { demand { id title enterprise { id } } subsidy flags { code } }
      }
    }`)
    expect(hbSubsidyConflicts).toHaveLength(1)
    const [{ enterprise, enterpriseText, subsidy, items }] = hbSubsidyConflicts
    expect(enterprise).toEqual({ id: expect.stringMatching(/^organization:91420/), name: enterpriseText })
    expect(items.length).toBe(2)
    expect(Number(subsidy)).toBe(
      items.reduce((sum: number, item: { subsidy: string }) => sum + Number(item.subsidy), 0),
    )
    for (const { demand, flags } of items) {
      expect(demand.enterprise).toEqual({ id: enterprise.id })
      expect(flags).toContainEqual({ code: 'SUBSIDY_SECOND_FOR_ENTERPRISE' })
    }
  })

  it('finds contracts that differ by more than half from what the demand intended', async () => {
    const { hbSpecialActions } = await house.answer(`{
      hbSpecialActions(
        filter: { contracted: true, amountDeviation: { gte: "0.5001" } }
        orderBy: [{ field: AMOUNT_DEVIATION, direction: DESC }]
        first: 100
      ) { totalCount nodes { amountDeviation contract { amount amountText } demand { intendedAmount } } }
    }`)
    const { totalCount, nodes } = hbSpecialActions
    expect(nodes).toHaveLength(totalCount)
    expect(totalCount).toBeGreaterThan(0)
    for (const { amountDeviation, contract, demand } of nodes) {
      const [signed, intended] = [Number(contract.amount), Number(demand.intendedAmount)]
      expect(Math.abs(signed - intended) / intended).toBeCloseTo(Number(amountDeviation), 3)
      expect(Number(amountDeviation)).toBeGreaterThan(0.5)
    }
    const deviations: number[] = nodes.map((it: { amountDeviation: string }) => Number(it.amountDeviation))
    expect(deviations).toEqual(deviations.toSorted((a, b) => b - a))
  })

  it('tells for each university what share of its doctors stays with enterprises, as its own file has it', async () => {
    const truth = [...(await residentsInFiles()).entries()]
    const { organizations, hbIndicators } = await house.answer(
      `query ($moeCode: [String!]) {
        organizations(filter: { moeCode: $moeCode }, first: 100) { nodes { id residentDoctorateRatio } }
        hbIndicators { code target comparator measured }
      }`,
      { moeCode: truth.map(([id]) => id.replace('organization:', '')) },
    )
    expect(Object.fromEntries(organizations.nodes.map((it: Ratio) => [it.id, it.residentDoctorateRatio]))).toEqual(
      Object.fromEntries(truth.map(([id, { residents, doctorates }]) => [id, (residents / doctorates).toFixed(4)])),
    )
    const [residents, doctorates] = (['residents', 'doctorates'] as const).map((count) =>
      truth.reduce((sum, [, it]) => sum + it[count], 0),
    )
    expect(residents).toBeGreaterThan(0)
    expect(hbIndicators).toContainEqual({
      code: 'HB23-1',
      target: '10',
      comparator: 'EXPECTED',
      measured: ((100 * residents!) / doctorates!).toFixed(2),
    })
  })

  it('counts alliances by kind, city and mode beside the targets they are to reach', async () => {
    const { lnAlliances, lnIndicators } = await house.answer(`{
      lnAlliances(filter: { status: [FILED, ACTIVE, EVALUATED] }) { totalCount facets(by: [KIND, REGION, MODE, SECTOR]) { by values { code label count } } }
      lnIndicators { code title parent target unallocated comparator dueOn clause measured period }
    }`)
    const facets = new Map<string, readonly Count[]>(
      lnAlliances.facets.map(({ by, values }: { by: string; values: readonly Count[] }) => [by, values]),
    )
    const kinds = new Map(facets.get('KIND')!.map(({ code, count }) => [code, count]))
    expect([...kinds.values()].reduce((sum, count) => sum + count, 0)).toBe(lnAlliances.totalCount)
    expect(facets.get('REGION')!.length).toBeGreaterThan(1)
    expect(facets.get('MODE')!.every(({ code }) => /^(ONE|MANY)_(ONE|MANY)$/.test(code))).toBe(true)
    type Indicator = Record<'code' | 'target' | 'measured' | 'unallocated' | 'clause' | 'comparator', string | null>
    const byCode = new Map((lnIndicators as Indicator[]).map((it) => [it.code, it]))
    const goals = ['LN20-1', 'LN20-3', 'LN20-3-1', 'LN20-3-2', 'LN20-3-3', 'LN20-5'].map(
      (code) => byCode.get(code)!.target,
    )
    expect(goals).toEqual(['2000', '100', '70', '15', '15', '14'])
    expect(Number(byCode.get('LN20-1')!.measured)).toBe(kinds.get('CLASSIC') ?? 0)
    expect(Number(byCode.get('LN20-3')!.measured)).toBe(kinds.get('BACKBONE') ?? 0)
    expect(byCode.get('LN20-4')).toMatchObject({ target: '500', unallocated: '190' })
  })

  it('tells in one query how far every province and the nation have come', async () => {
    const fields = '{ code province title target comparator unit dueOn clause measured period method }'
    const all = await house.answer(`{
      hubei: hbIndicators ${fields} heilongjiang: hlIndicators ${fields} liaoning: lnIndicators ${fields} nation: indicators ${fields}
    }`)
    type Indicator = {
      code: string
      province: string | null
      measured: string | null
      clause: string
      period: string | null
    }
    const measured = Object.entries(all as Record<string, Indicator[]>).map(([who, indicators]) => {
      expect(new Set(indicators.map(({ province }) => province))).toEqual(
        new Set([who === 'nation' ? null : who.toUpperCase()]),
      )
      expect(indicators.every(({ clause }) => clause.length > 0)).toBe(true)
      for (const { measured, period } of indicators) expect(measured === null).toBe(period === null)
      return [who, indicators.length, indicators.filter((it) => it.measured !== null).length > 0] as const
    })
    expect(measured).toEqual([
      ['hubei', 5, true],
      ['heilongjiang', 4, true],
      ['liaoning', 25, true],
      ['nation', 4, false],
    ])
  })

  it('runs the half-year clock of the demand and achievement libraries, and shows both half-years as releases', async () => {
    const { libraries } = await house.answer(`{
      libraries(filter: { province: [HEILONGJIANG], kind: [DEMAND, ACHIEVEMENT] }) {
        id cycleMonths dueOn overdueDays rows
        releases { id state read inserted changed unchanged removed rows }
      }
    }`)
    type Release = { id: string; state: string; inserted: number; removed: number; rows: number }
    for (const { id, cycleMonths, dueOn, overdueDays, rows, releases } of libraries) {
      expect({ id, cycleMonths, dueOn }).toEqual({ id, cycleMonths: 6, dueOn: '2024-06-30' })
      expect(overdueDays).toBeGreaterThan(0)
      const [second, first] = releases as [Release, Release]
      expect([second, first].map(({ id, state }) => [id, state])).toEqual([
        [`${id}@2`, 'IN_FORCE'],
        [`${id}@1`, 'SUPERSEDED'],
      ])
      expect(second.rows).toBe(rows)
    }
    expect(libraries.map(({ id }: { id: string }) => id)).toEqual(['hl-achievement', 'hl-demand'])
  })

  it('adds the quarters of the ledger up to progress, and counts the 22 industries as the lists do', async () => {
    const { hlLedger, hlIndicators, hlIndustries, demands } = await house.answer(`{
      hlLedger(first: 100) { totalCount nodes { achievements investment output highTechFirms } }
      hlIndicators { code target comparator measured }
      hlIndustries { code demands }
      demands(filter: {library: ["hl-demand"], industry: ["54"]}) { totalCount }
    }`)
    type Row = Record<'achievements' | 'investment' | 'output' | 'highTechFirms', string | number | null>
    expect(hlLedger.nodes).toHaveLength(hlLedger.totalCount)
    const sum = (field: keyof Row) =>
      (hlLedger.nodes as Row[]).reduce((total, row) => total + Number(row[field] ?? 0), 0)
    expect(
      hlIndicators.map(({ measured, ...goal }: { measured: string }) => ({ ...goal, measured: Number(measured) })),
    ).toEqual([
      { code: 'HL26-1', target: '600', comparator: 'AT_LEAST', measured: sum('achievements') },
      { code: 'HL26-2', target: '2000000000', comparator: 'EXPECTED', measured: sum('investment') },
      { code: 'HL26-3', target: '20000000000', comparator: 'AT_LEAST', measured: sum('output') },
      { code: 'HL26-4', target: '100', comparator: 'EXACT', measured: sum('highTechFirms') },
    ])
    expect(sum('achievements')).toBeGreaterThan(0)
    expect(hlIndustries).toHaveLength(22)
    expect(hlIndustries).toContainEqual({ code: '54', demands: demands.totalCount })
  })

  it('shows on a demand by when the special action wants what, and whether it was done', async () => {
    const { demands } = await house.answer(`{
      demands(filter: {library: ["hb-std-demand"], status: [CONTRACTED]}, first: 100) {
        nodes { specialAction { contract { number } deadlines { title dueOn clause isDone isMissed } } }
      }
    }`)
    expect(demands.nodes.length).toBeGreaterThan(0)
    for (const { specialAction } of demands.nodes) {
      const { contract, deadlines } = specialAction
      expect(contract.number).toMatch(/^SYN-/)
      expect(deadlines.map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual(
        deadlines.map(({ dueOn }: { dueOn: string }) => dueOn).toSorted(),
      )
      expect(deadlines.every(({ clause }: { clause: string }) => clause.startsWith('鄂科技通'))).toBe(true)
      expect(deadlines.some(({ isDone }: { isDone: boolean | null }) => isDone)).toBe(true)
    }
  })

  it('answers one query as of the first half-year and of the second', async () => {
    const list =
      '{ totalCount complete sources { release rows } facets(by: [STATUS]) { values { code count } } nodes { id title enterprise { name } provenance { release } } }'
    const args = 'filter: {library: ["hl-demand"]}, orderBy: [{field: INTENDED_AMOUNT, direction: DESC}], first: 100'
    const { june, december, now, libraries } = await house.answer(`{
      june: demands(${args}, asOf: "2023-06-30") ${list}
      december: demands(${args}, asOf: "2023-12-31") ${list}
      now: demands(${args}) ${list}
      libraries(filter: {province: [HEILONGJIANG], kind: [DEMAND]}) { releases { id rows } }
    }`)
    type Node = { id: string; provenance: { release: string } }
    const [second, first] = libraries[0].releases as { id: string; rows: number }[]
    expect(june).toMatchObject({
      complete: true,
      totalCount: first!.rows,
      sources: [{ release: first!.id, rows: first!.rows }],
    })
    expect(new Set(june.nodes.map(({ provenance }: Node) => provenance.release))).toEqual(new Set(['hl-demand@1']))
    expect(december).toEqual({ ...now, sources: [{ release: second!.id, rows: second!.rows }] })
    const ids = (nodes: readonly Node[]) => new Set(nodes.map(({ id }) => id))
    expect(june.facets).not.toEqual(december.facets)
    expect(ids(december.nodes).difference(ids(june.nodes)).size).toBeGreaterThan(0)
  })

  it('leads from a demand to its challenge, from a talent to visits and postings, from an organization to alliances', async () => {
    const found = await house.answer(`{
      demands(filter: { library: ["hl-demand"] }, first: 100) { nodes { id challenge { mode amount stages { label isReached } } } }
      talents(filter: { library: ["ln-talent"] }, first: 100) { nodes { visits(first: 3) { nodes { year visits } } } }
      hubei: talents(filter: { library: ["hb-edu-talent"] }, first: 100) { nodes { postings { kind title } } }
      lnAlliances(first: 5) { nodes { members { organization { id alliances(first: 100) { nodes { id } } } } id } }
    }`)
    expect(found.demands.nodes.some(({ challenge }: { challenge: unknown }) => challenge)).toBe(true)
    expect(found.talents.nodes.some(({ visits }: { visits: { nodes: unknown[] } }) => visits.nodes.length > 0)).toBe(
      true,
    )
    const postings = found.hubei.nodes.flatMap((it: { postings: { kind: string }[] }) => it.postings)
    expect(new Set(postings.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['PROGRAMME', 'LIAISON']))
    type Member = { organization: { id: string; alliances: { nodes: { id: string }[] } } | null }
    for (const { id, members } of found.lnAlliances.nodes as { id: string; members: Member[] }[]) {
      for (const { organization } of members) {
        if (organization) expect(organization.alliances.nodes.map((it) => it.id)).toContain(id)
      }
    }
  })
})

/** Resident doctors with a public portrait, and all doctors, of each university as the sample files tell of them. */
async function residentsInFiles() {
  const told = new Map<string, { residents: number; doctorates: number }>()
  for (const line of (await readFile('samples/small/truth.ndjson', 'utf8')).trim().split('\n')) {
    const { library, records }: { library: string; records: readonly TrueRecord[] } = JSON.parse(line)
    if (library !== 'hb-edu-talent') continue
    const university = records.find(({ kind }) => kind === 'organization')
    if (!university) continue
    const { moeCode, doctorates } = university.fields
    const known = told.get(`organization:${moeCode}`) ?? { residents: 0, doctorates: doctorates! }
    const isCounted = records.some(
      ({ restricted, fields }) => !restricted && fields.isResident && fields.highestDegree === '博士',
    )
    told.set(`organization:${moeCode}`, { ...known, residents: known.residents + (isCounted ? 1 : 0) })
  }
  return told
}

interface TrueRecord {
  readonly kind: string
  readonly restricted: boolean
  readonly fields: {
    readonly moeCode?: string
    readonly doctorates?: number
    readonly isResident?: boolean
    readonly highestDegree?: string
  }
}
