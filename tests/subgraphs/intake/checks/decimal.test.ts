import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, compare, shift } from '../../../../subgraphs/intake/checks/decimal.ts'

const hundredths = fc.bigInt({ min: 0n, max: 10n ** 30n })
const written = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`

describe('exact decimals', () => {
  it('add and compare like the whole numbers of hundredths they stand for', () => {
    fc.assert(
      fc.property(hundredths, hundredths, (a, b) => {
        expect(add(written(a), written(b))).toBe(written(a + b))
        expect(compare(written(a), written(b))).toBe(a < b ? -1 : a > b ? 1 : 0)
        expect(compare(written(a), written(a))).toBe(0)
      }),
    )
  })

  it('add and compare across different numbers of decimals', () => {
    expect([add('0.5', '0.25'), add('0.01', '0.02'), add('7', '3')]).toEqual(['0.75', '0.03', '10'])
    expect([compare('100000', '99999.99'), compare('0.1', '0.10'), compare('9', '10')]).toEqual([1, 0, -1])
  })

  it('shift the point and drop only zeros that say nothing', () => {
    expect([shift('50', 4), shift('0.00001', 4), shift('007.5', 0), shift('1.23456', 2), shift('12', 0, 0)]).toEqual([
      '500000.00',
      '0.10',
      '7.50',
      '123.456',
      '12',
    ])
  })
})
