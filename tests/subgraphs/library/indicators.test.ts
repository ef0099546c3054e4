import { afterAll, beforeAll, expect, it } from 'vitest'
import { targets } from '#schema/targets.ts'
import { library } from '../../../subgraphs/library/subgraph.ts'
import { type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer } from '../ask.ts'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh?.drop())

it('gives the national targets as printed, unmeasured where no library tells', async () => {
  const open = { province: null, dueOn: '2027-06', clause: '教科信厅函〔2022〕26号', unallocated: null, measured: null }

  expect(
    await answer(
      fresh.database,
      library,
      '{ indicators { code province target comparator unit dueOn clause unallocated measured } }',
    ),
  ).toEqual([
    { code: 'CN27-1', target: '30', comparator: 'APPROXIMATE', unit: '个', ...open },
    { code: 'CN27-2', target: '100', comparator: 'APPROXIMATE', unit: '个', ...open },
    { code: 'CN27-3', target: '1000', comparator: 'AT_LEAST', unit: '所', ...open },
    { code: 'CN27-4', target: '10000', comparator: 'AT_LEAST', unit: '家', ...open },
  ])
})

it('knows every target by one code, and every part by a whole of the same province', () => {
  const codes = targets.map(({ code }) => code)
  const strays = targets.filter(
    ({ parent, province }) => parent && !targets.some((it) => it.code === parent && it.province === province),
  )

  expect([new Set(codes).size, strays]).toEqual([codes.length, []])
})
