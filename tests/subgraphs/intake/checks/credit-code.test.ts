import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCreditCode, creditCodeClass } from '../../../../subgraphs/intake/checks/credit-code.ts'

const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The two check characters written out once more, straight from the standards. */
function oracle(first16: string): string {
  const inner = [3, 7, 9, 10, 5, 8, 4, 2].map((weight, i) => {
    const at = first16.charCodeAt(8 + i)
    return weight * (at <= 57 ? at - 48 : at - 55)
  })
  const c9 = '0X987654321'[inner.reduce((a, b) => a + b) % 11]
  const first17 = first16 + c9
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const sum = weights.reduce((total, weight, i) => total + weight * symbols.indexOf(first17[i]!), 0)
  return first17 + symbols[(31 - (sum % 31)) % 31]
}

const validCodes = fc
  .tuple(
    fc.constantFrom('12', '91', '52', '11'),
    fc.constantFrom('420100', '230100', '210200'),
    fc.string({ unit: fc.constantFrom(...symbols), minLength: 8, maxLength: 8 }),
  )
  .map((parts) => oracle(parts.join('')))

describe('a credit code', () => {
  it.each([
    '91350100M000100Y43',
    '914403001922038216',
    '9144030071526726XG',
    '91110000802100433B',
    '91330100799655058B',
    '12100000441626842D',
    '91420100MA4KTERT8Q',
    '91230100MA18W2XY4P',
    '91210100MA0P4T7R6P',
    '12420000420001237Q',
    '12230000420023006U',
    '12210000420021000J',
    '914201002000000052',
    '912301003000013717',
  ])('accepts %s without a doubt', (code) => {
    expect(checkCreditCode(code)).toEqual({ value: code, key: code, flags: [] })
  })

  it.each(['91350100M0001TGQXM', '91350211M0000XUF46', '91350203M0001FUE2P'])(
    'accepts the lawful pilot code %s although it does not check',
    (code) => expect(checkCreditCode(code)).toEqual({ value: code, key: code, flags: [] }),
  )

  it('accepts every code built from the standard, and reads it again the same', () => {
    fc.assert(
      fc.property(validCodes, (code) => {
        const read = checkCreditCode(code)
        expect(read).toEqual({ value: code, key: code, flags: [] })
        expect(checkCreditCode(read.value)).toEqual(read)
      }),
    )
  })

  it('catches every change of a single character', () => {
    fc.assert(
      fc.property(validCodes, fc.nat(17), fc.constantFrom(...symbols), (code, at, symbol) => {
        fc.pre(code[at] !== symbol)
        const changed = code.slice(0, at) + symbol + code.slice(at + 1)
        const [flag] = checkCreditCode(changed).flags
        expect(flag?.code).toMatch(/^(USCC_CHARSET|USCC_CHECKSUM|IDENTIFIER_PRECISION_LOST)$/)
      }),
    )
  })

  it('reads full width, lower case and spaces, and keeps what was written in its doubt', () => {
    expect(checkCreditCode(' ９１４２０１００ ma4ktert8q ')).toEqual({
      value: '91420100MA4KTERT8Q',
      key: '91420100MA4KTERT8Q',
      flags: [],
    })
    expect(checkCreditCode('91420100MA4KTERT8P')).toEqual({
      value: '91420100MA4KTERT8P',
      key: '91420100MA4KTERT8P',
      flags: [{ code: 'USCC_CHECKSUM', original: '91420100MA4KTERT8P', interpreted: '91420100MA4KTERT8Q' }],
    })
  })

  it('proposes the code meant when a letter O stands for a zero, and joins nothing by it', () => {
    expect(checkCreditCode('914201OOMA4KTERT8Q')).toEqual({
      flags: [{ code: 'USCC_CHARSET', original: '914201OOMA4KTERT8Q', interpreted: '91420100MA4KTERT8Q' }],
    })
  })

  it.each(['914201002000000000', '9.14201E+17', Number('914201002000000052')])(
    'says that a spreadsheet lost the last digits of %s',
    (code) => {
      expect(checkCreditCode(code)).toEqual({
        flags: [{ code: 'IDENTIFIER_PRECISION_LOST', original: String(code) }],
      })
    },
  )

  it('notes a code from another province and one of another kind of organization', () => {
    expect(checkCreditCode('91420100MA4KTERT8Q', { regionCode: '230100', kind: 'UNIVERSITY' }).flags).toEqual([
      { code: 'USCC_REGION_MISMATCH', original: '91420100MA4KTERT8Q', interpreted: '420100' },
      { code: 'ORGANIZATION_KIND_MISMATCH', original: 'UNIVERSITY', interpreted: '企业' },
    ])
  })

  it('tells the class of an organization by its first two characters', () => {
    const classes = ['11', '12', '51', '52', '53', '91', '92', '93', '13'].map((start) => creditCodeClass(start)?.zh)
    expect(classes).toEqual([
      '机关',
      '事业单位',
      '社会团体',
      '民办非企业单位',
      '基金会',
      '企业',
      '个体工商户',
      '农民专业合作社',
      undefined,
    ])
  })

  it.each(['', '  ', '无', '/', '—', '暂无', 'N/A', null, undefined])('takes %j for an empty cell', (cell) => {
    expect(checkCreditCode(cell)).toEqual({ flags: [] })
  })
})
