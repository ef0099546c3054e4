import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heilongjiang } from '../../../subgraphs/heilongjiang/subgraph.ts'
import { type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer, save, statementsOf } from '../ask.ts'
import { heilongjiangRecords } from './records.ts'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
  await save(fresh.database, heilongjiang, heilongjiangRecords)
})
afterAll(() => fresh?.drop())

const ask = (question: string, variables = {}) => answer(fresh.database, heilongjiang, question, variables)

const idsOf = async (list: string, args: string): Promise<string[]> =>
  (await ask(`{ ${list}(${args}) { nodes { localId } } }`)).nodes.map(({ localId }: { localId: string }) => localId)

describe('a challenge', () => {
  it('stands on its demand, the latest one, with the stages it has passed', async () => {
    const demands = await ask(
      `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Demand { challenge {
        id localId library { id } province provenance { release } flags { code }
        demand { id } mode modeText stage statusText stages { stage label isReached reachedOn }
        poster { id } posterText winner { id } winnerText amount amountText postedOn closesOn
      } } } }`,
      {
        ids: ['HLJXQ202300011', 'HLJXQ202300077'].map((id) => ({ __typename: 'Demand', id: `hl-demand:${id}` })),
      },
    )

    expect(demands).toEqual([
      {
        challenge: {
          id: 'hl-challenge:HLJBD20230011',
          localId: 'HLJBD20230011',
          library: { id: 'hl-challenge' },
          province: 'HEILONGJIANG',
          provenance: { release: 'hl-challenge@1' },
          flags: [],
          demand: { id: 'hl-demand:HLJXQ202300011' },
          mode: 'HORSE_RACE',
          modeText: '赛马',
          stage: 'SIGNED',
          statusText: '签约',
          stages: [
            { stage: 'COLLECTED', label: '征集', isReached: true, reachedOn: null },
            { stage: 'LISTED', label: '定榜', isReached: true, reachedOn: null },
            { stage: 'POSTED', label: '发榜', isReached: true, reachedOn: '2023-01-13' },
            { stage: 'TAKEN', label: '揭榜', isReached: true, reachedOn: null },
            { stage: 'SIGNED', label: '签约', isReached: true, reachedOn: null },
            { stage: 'ACCEPTED', label: '验收', isReached: false, reachedOn: null },
          ],
          poster: { id: 'organization:91230600MAYYA25E60' },
          posterText: '大庆示例重工科技股份有限公司',
          winner: { id: 'organization:10225' },
          winnerText: '东北林业大学',
          amount: '2050000',
          amountText: '205',
          postedOn: '2023-01-13',
          closesOn: '2024-02-12',
        },
      },
      { challenge: null },
    ])
  })

  it('keeps wording nobody knows, and has no stages without a status', async () => {
    const { nodes } = await ask(
      `{ hlChallenges(search: "农机科技") { nodes { localId demand { id } mode modeText stages { stage } amount } } }`,
    )

    expect(nodes).toEqual([
      { localId: 'HLJBD20230046', demand: null, mode: null, modeText: '悬赏', stages: null, amount: null },
    ])
  })

  it.each([
    ['filter: {mode: [HORSE_RACE]}', ['HLJBD20230011']],
    ['filter: {stage: [COLLECTED, POSTED]}', ['HLJBD20220003', 'HLJBD20230006']],
    ['filter: {demand: ["hl-demand:HLJXQ202300011"]}', ['HLJBD20220003', 'HLJBD20230011']],
    ['filter: {winner: ["organization:10225"]}', ['HLJBD20230011']],
    ['filter: {amount: {gte: "2000000"}}', ['HLJBD20230011']],
    ['filter: {postedOn: {gte: "2023-03-15"}}', ['HLJBD20230006']],
    ['orderBy: [{field: AMOUNT, direction: DESC}], first: 2', ['HLJBD20230011', 'HLJBD20220003']],
  ])('is found by %s', async (args, expected) => {
    expect(await idsOf('hlChallenges', args)).toEqual(expected)
  })

  it('is counted by mode and stage', async () => {
    const { totalCount, facets } = await ask(
      '{ hlChallenges { totalCount facets(by: [MODE, STAGE]) { values { code label count } } } }',
    )

    expect({ totalCount, facets }).toEqual({
      totalCount: 4,
      facets: [
        {
          values: [
            { code: 'OPEN_CALL', label: '揭榜挂帅', count: 2 },
            { code: 'HORSE_RACE', label: '赛马', count: 1 },
          ],
        },
        {
          values: [
            { code: 'COLLECTED', label: '征集', count: 1 },
            { code: 'POSTED', label: '发榜', count: 1 },
            { code: 'SIGNED', label: '签约', count: 1 },
          ],
        },
      ],
    })
  })

  it('costs one statement for however many demands', async () => {
    const statements = await statementsOf(fresh.database, () =>
      ask('query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Demand { challenge { stage } } } }', {
        ids: ['HLJXQ202300011', 'HLJXQ202300006'].map((id) => ({ __typename: 'Demand', id: `hl-demand:${id}` })),
      }),
    )

    expect(statements).toHaveLength(1)
  })
})

describe('the ledger', () => {
  it('has a row for each unit and quarter', async () => {
    const { nodes, sources } = await ask(`{ hlLedger(
      filter: {quarter: ["2023Q4"]}, orderBy: [{field: OUTPUT, direction: DESC}]
    ) { nodes { quarter unit { id } unitText achievements investment output highTechFirms } sources { status rows } } }`)

    expect(nodes).toEqual([
      {
        quarter: '2023Q4',
        unit: null,
        unitText: '哈尔滨工业大学',
        achievements: 9,
        investment: '2000000',
        output: '656000000',
        highTechFirms: 2,
      },
      {
        quarter: '2023Q4',
        unit: { id: 'organization:10225' },
        unitText: '东北林业大学',
        achievements: 4,
        investment: '36000000.50',
        output: '246000000',
        highTechFirms: 0,
      },
    ])
    expect(sources).toEqual([{ status: 'OK', rows: 3 }])
  })

  it('adds up, exactly, to progress against the four targets of 2026', async () => {
    const period = '2023Q3–2023Q4'
    expect(await ask('{ hlIndicators { code target comparator unit dueOn measured period } }')).toEqual([
      { code: 'HL26-1', target: '600', comparator: 'AT_LEAST', unit: '项', dueOn: '2026', measured: '16', period },
      {
        code: 'HL26-2',
        target: '2000000000',
        comparator: 'EXPECTED',
        unit: '元',
        dueOn: '2026',
        measured: '63000000.50',
        period,
      },
      {
        code: 'HL26-3',
        target: '20000000000',
        comparator: 'AT_LEAST',
        unit: '元',
        dueOn: '2026',
        measured: '1177000000',
        period,
      },
      { code: 'HL26-4', target: '100', comparator: 'EXACT', unit: '家', dueOn: '2026', measured: '3', period },
    ])
  })
})

it('says which half-year batch each library is at and when the next is due, by published records', async () => {
  expect(await ask('{ hlClocks { library { id } period changed rows dueOn overdueDays } }')).toEqual([
    { library: { id: 'hl-demand' }, period: '2023H1', changed: 1, rows: 2, dueOn: '2023-12-31', overdueDays: 15 },
    { library: { id: 'hl-achievement' }, period: '2023H2', changed: 2, rows: 2, dueOn: '2024-06-30', overdueDays: 0 },
  ])
})

it('counts the published demands and projects of the 22 industries, by the province’s own list only', async () => {
  const industries: Record<string, unknown>[] = await ask('{ hlIndustries { code title group demands projects } }')

  expect(industries).toHaveLength(22)
  expect(industries.filter(({ demands, projects }) => demands !== 0 || projects !== 0)).toEqual([
    { code: '41', title: '数字经济', group: '经济发展新引擎', demands: 1, projects: 1 },
    { code: '54', title: '高端装备', group: '战略性新兴产业', demands: 2, projects: 0 },
  ])
})
