import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAmount } from '../../../../subgraphs/intake/checks/amount.ts'
import { checkDemandAmount } from '../../../../subgraphs/intake/checks/demand.ts'

describe('an amount', () => {
  it.each([
    ['50万元', '500000.00', '万元', 'EXACT'],
    ['５０．５万元', '505000.00', '万元', 'EXACT'],
    ['1,200,000.00元', '1200000.00', '元', 'EXACT'],
    ['1，200，000元', '1200000.00', '元', 'EXACT'],
    ['3.5亿', '350000000.00', '亿元', 'EXACT'],
    ['1亿2000万元', '120000000.00', '亿元', 'EXACT'],
    ['5百万', '5000000.00', '万元', 'EXACT'],
    ['八十万元', '800000.00', '万元', 'EXACT'],
    ['十五万元', '150000.00', '万元', 'EXACT'],
    ['一百零五万元', '1050000.00', '万元', 'EXACT'],
    ['1亿零500.05元', '100000500.05', '亿元', 'EXACT'],
    ['壹佰贰拾万元整', '1200000.00', '万元', 'EXACT'],
    ['0.00001万元', '0.10', '万元', 'EXACT'],
    ['不低于100万元', '1000000.00', '万元', 'AT_LEAST'],
    ['100万元以上', '1000000.00', '万元', 'AT_LEAST'],
    ['不高于100万元', '1000000.00', '万元', 'AT_MOST'],
    ['最高不超过10万元', '100000.00', '万元', 'AT_MOST'],
    ['人民币50万元左右', '500000.00', '万元', 'APPROX'],
    ['100余万元', '1000000.00', '万元', 'MORE_THAN'],
    ['预计20亿元', '2000000000.00', '亿元', 'EXPECTED'],
  ])('reads %s as %s yuan', (original, yuan, unit, comparator) => {
    expect(checkAmount(original)).toEqual({ value: { yuan, original, unit, comparator }, flags: [] })
  })

  it('takes the unit of the header, and doubts a cell that names another', () => {
    expect(checkAmount('80.00', { unit: '万元' })).toEqual({
      value: { yuan: '800000.00', original: '80.00', unit: '万元', comparator: 'EXACT' },
      flags: [],
    })
    expect(checkAmount('500000元', { unit: '万元' })).toEqual({
      value: { yuan: '500000.00', original: '500000元', unit: '元', comparator: 'EXACT' },
      flags: [{ code: 'AMOUNT_UNIT_ASSUMED', original: '500000元', interpreted: '500000.00 元' }],
    })
  })

  it.each(['10', '80', '99999', '5', '10.5'])('does not guess whether a bare %s means yuan or 万元', (original) => {
    expect(checkAmount(original)).toEqual({
      value: { yuan: null, original, unit: 'UNKNOWN', comparator: 'EXACT' },
      flags: [{ code: 'AMOUNT_UNIT_ASSUMED', original }],
    })
  })

  it('flags the unit a style assumes, and a large bare number taken for yuan', () => {
    expect(checkAmount('80', { assume: '万元' })).toEqual({
      value: { yuan: '800000.00', original: '80', unit: '万元', comparator: 'EXACT' },
      flags: [{ code: 'AMOUNT_UNIT_ASSUMED', original: '80', interpreted: '800000.00 元' }],
    })
    expect(checkAmount(100000).flags).toEqual([
      { code: 'AMOUNT_UNIT_ASSUMED', original: '100000', interpreted: '100000.00 元' },
    ])
  })

  it('keeps the lower end of a range and prints both', () => {
    expect(checkAmount('10-20万元')).toEqual({
      value: { yuan: '100000.00', original: '10-20万元', unit: '万元', comparator: 'AT_LEAST' },
      flags: [{ code: 'NUMBER_TEXT_MIXED', original: '10-20万元', interpreted: '100000.00 元至 200000.00 元' }],
    })
  })

  it('keeps each end of a range in its own unit', () => {
    expect(checkAmount('50万元至0.8亿元').flags).toEqual([
      { code: 'NUMBER_TEXT_MIXED', original: '50万元至0.8亿元', interpreted: '500000.00 元至 80000000.00 元' },
    ])
    expect(checkAmount('10-20', { unit: '万元' }).value?.yuan).toBe('100000.00')
  })

  it('reads the notation a spreadsheet gives large numbers', () => {
    expect(checkAmount('1.25E+12', { unit: '元' }).value?.yuan).toBe('1250000000000.00')
  })

  it.each(['面议', '12,34', '-5万元', '约若干', '2000万1亿'])('finds no number in %s', (original) => {
    expect(checkAmount(original)).toEqual({ flags: [{ code: 'NUMBER_TEXT_MIXED', original }] })
  })

  it('converts no foreign currency', () => {
    expect(checkAmount('120万美元')).toEqual({ flags: [{ code: 'AMOUNT_NOT_YUAN', original: '120万美元' }] })
  })

  it('loses no digit, whatever the unit and however long the number', () => {
    const units = fc.constantFrom(['元', 1n], ['万元', 10_000n], ['亿元', 100_000_000n]) as fc.Arbitrary<
      ['元' | '万元' | '亿元', bigint]
    >
    const whole = fc.bigInt({ min: 0n, max: 10n ** 40n })
    const fraction = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 0, maxLength: 30 })
    fc.assert(
      fc.property(whole, fraction, units, fc.boolean(), (integer, decimals, [unit, factor], inHeader) => {
        const digits = decimals ? `${integer}.${decimals}` : `${integer}`
        const { value } = inHeader ? checkAmount(digits, { unit }) : checkAmount(digits + unit)
        // The same product in integers: no decimal arithmetic here to agree with by chance.
        const scale = 10n ** BigInt(decimals.length)
        const [left, right] = value!.yuan!.split('.') as [string, string]
        expect(BigInt(left + right) * scale).toBe(
          (integer * scale + BigInt(decimals || '0')) * factor * 10n ** BigInt(right.length),
        )
        expect(left).toMatch(/^(0|[1-9]\d*)$/)
        expect(right).toMatch(/^\d\d$|^\d\d+[1-9]$/)
      }),
    )
  })

  it('reads its own answer again the same', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat(99), (whole, cents) => {
        const yuan = `${whole}.${String(cents).padStart(2, '0')}`
        expect(checkAmount(`${yuan}元`).value?.yuan).toBe(yuan)
      }),
    )
  })
})

describe('the least amount of a demand', () => {
  it('is 100,000 yuan', () => {
    expect(checkDemandAmount(checkAmount('10万元').value)).toEqual([])
    expect(checkDemandAmount(checkAmount('9.9999万元').value)).toEqual([
      { code: 'AMOUNT_BELOW_MINIMUM', original: '9.9999万元', interpreted: '99999.00 元' },
    ])
  })

  it('is never passed in silence by a number without a unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 99_999 }), (bare) => {
        const read = checkAmount(String(bare))
        expect(read.flags.map((flag) => flag.code)).toEqual(['AMOUNT_UNIT_ASSUMED'])
        expect(checkDemandAmount(read.value)).toEqual([])
      }),
    )
  })
})
