import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPatentNumber } from '../../../../subgraphs/intake/checks/patent-number.ts'

const serials = fc
  .tuple(fc.integer({ min: 2004, max: 2024 }), fc.constantFrom('1', '2', '3', '8', '9'), fc.nat(9_999_999))
  .map(([year, kind, serial]) => `${year}${kind}${String(serial).padStart(7, '0')}`)

/** The check digit written out with the twelve weights as printed. */
function oracle(body: string): string {
  const sum = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5].reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return '0123456789X'[sum % 11]!
}

describe('a patent number', () => {
  it.each([
    ['201710601862.3', 'CN2017106018623', 'INVENTION', 2017],
    ['95115608.X', 'CN95115608X', 'INVENTION', 1995],
    ['97101765.4', 'CN971017654', 'INVENTION', 1997],
    ['201920765432.X', 'CN201920765432X', 'UTILITY', 2019],
    ['202010100103.0', 'CN2020101001030', 'INVENTION', 2020],
    ['202010123456.2', 'CN2020101234562', 'INVENTION', 2020],
    ['202220123456.7', 'CN2022201234567', 'UTILITY', 2022],
    ['202330123456.7', 'CN2023301234567', 'DESIGN', 2023],
  ])('accepts %s', (number, key, kind, year) => {
    expect(checkPatentNumber(number)).toEqual({
      value: { form: 'APPLICATION', number, kind, pct: false, year },
      key,
      flags: [],
    })
  })

  it('knows an invention that came through PCT', () => {
    expect(checkPatentNumber('202180012345.7').value).toEqual({
      form: 'APPLICATION',
      number: '202180012345.7',
      kind: 'INVENTION',
      pct: true,
      year: 2021,
    })
  })

  it.each([
    'ZL201710601862.3',
    'ZL 2017 1 0601862 . 3',
    'ＺＬ２０１７１０６０１８６２．３',
    'CN201710601862.3',
    '专利号：ZL201710601862.3',
    '201710601862·3',
    '2017106018623',
    'zl201710601862．3',
  ])('reads %s as the same number', (written) => {
    expect(checkPatentNumber(written)).toEqual(checkPatentNumber('201710601862.3'))
  })

  it('adds a check digit that was left out, and says so', () => {
    expect(checkPatentNumber('201710601862')).toEqual({
      value: { form: 'APPLICATION', number: '201710601862.3', kind: 'INVENTION', pct: false, year: 2017 },
      key: 'CN2017106018623',
      flags: [{ code: 'PATENT_CHECK_DIGIT_ADDED', original: '201710601862', interpreted: '201710601862.3' }],
    })
  })

  it('accepts every number built from the rule, and reads its own answer again the same', () => {
    fc.assert(
      fc.property(serials, (body) => {
        const number = `${body}.${oracle(body)}`
        const read = checkPatentNumber(number)
        expect(read.key).toBe(`CN${body}${oracle(body)}`)
        expect(read.flags).toEqual([])
        expect(checkPatentNumber(read.value!.number)).toEqual(read)
        expect(checkPatentNumber(read.key)).toEqual(read)
        expect(checkPatentNumber(body).key).toBe(read.key)
      }),
    )
  })

  it('catches every change of a single digit', () => {
    fc.assert(
      fc.property(serials, fc.nat(11), fc.nat(9), (body, at, digit) => {
        fc.pre(body[at] !== String(digit))
        const changed = `${body.slice(0, at)}${digit}${body.slice(at + 1)}.${oracle(body)}`
        const [flag] = checkPatentNumber(changed, { today: '2024-12-31' }).flags
        expect(flag?.code).toMatch(/^(PATENT_CHECK_DIGIT|PATENT_NUMBER_FORMAT)$/)
      }),
    )
  })

  it('keeps publication numbers apart: they are no key and turn into no application', () => {
    expect(checkPatentNumber('CN 114081026 A')).toEqual({
      value: { form: 'PUBLICATION', number: 'CN114081026A', kindCode: 'A' },
      flags: [],
    })
    expect(checkPatentNumber('CN214081026U').value).toEqual({
      form: 'PUBLICATION',
      number: 'CN214081026U',
      kindCode: 'U',
    })
  })

  it.each(['201740601862.3', '202810601862.3', '198010601862.3', '1234', '一种无人机', '20171060186234'])(
    'finds %s malformed',
    (written) => {
      expect(checkPatentNumber(written, { today: '2024-06-30' })).toEqual({
        flags: [{ code: 'PATENT_NUMBER_FORMAT', original: written }],
      })
    },
  )

  it('says that a spreadsheet lost digits', () => {
    expect(checkPatentNumber('2.01711E+12').flags).toEqual([
      { code: 'IDENTIFIER_PRECISION_LOST', original: '2.01711E+12' },
    ])
  })
})
