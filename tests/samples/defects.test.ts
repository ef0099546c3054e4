import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  damagedCreditCode,
  fullWidth,
  impossiblePhone,
  impossibleResidentId,
  mistyped,
  spoil,
  traditional,
} from '../../samples/defects.ts'
import { randomOf } from '../../samples/random.ts'
import { checkCreditCode } from '../../subgraphs/intake/checks/credit-code.ts'
import { stripPersonal } from '../../subgraphs/intake/checks/personal.ts'

describe('planted defects', () => {
  it('come at their rates, at least once each, and never two on a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 2000 }), fc.string(), (rows, seed) => {
        const rates = { broken: 0.03, odd: 0.001 }
        const plan = spoil(rows, rates, randomOf(seed))
        expect(plan.length).toBe(rows)
        expect(plan.filter((defect) => defect === 'broken').length).toBe(Math.max(1, Math.round(rows * 0.03)))
        expect(plan.filter((defect) => defect === 'odd').length).toBe(Math.max(1, Math.round(rows * 0.001)))
      }),
    )
  })

  it('look like what they imitate', () => {
    expect(fullWidth('80.5万元')).toBe('８０．５万元')
    expect(traditional('发动机叶片')).toBe('發動機葉片')
    expect(mistyped('91420100MA4KTERT8Q')).not.toBe('91420100MA4KTERT8Q')
    expect(checkCreditCode(damagedCreditCode('420100')).flags[0]?.code).toBe('IDENTIFIER_PRECISION_LOST')
  })

  it('stand in for personal numbers without being any', () => {
    expect(stripPersonal(`电话${impossiblePhone}，证件${impossibleResidentId}`).flags.map(({ code }) => code)).toEqual([
      'PERSONAL_ID_STRIPPED',
      'PHONE_STRIPPED',
    ])
  })
})
