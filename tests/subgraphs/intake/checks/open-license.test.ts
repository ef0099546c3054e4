import { describe, expect, it } from 'vitest'
import { declarationOf } from '../../../../subgraphs/intake/check.ts'
import { checkOpenLicense, type Declaration, patentExpiry } from '../../../../subgraphs/intake/checks/open-license.ts'
import { checkPatentNumber, type PatentNumber } from '../../../../subgraphs/intake/checks/patent-number.ts'

const invention = checkPatentNumber('202010123456.2').value!
const utility = checkPatentNumber('202220123456.7').value!
const design = checkPatentNumber('202330123456.7').value!

const sound: Declaration = {
  patent: invention,
  granted: true,
  filedOn: '2020-02-20',
  owners: ['江城示例大学', '示例光电科技有限公司'],
  consentingOwners: ['示例光电科技有限公司', '江城示例大学'],
  evaluation: null,
  feeMode: 'ENTRY_PLUS_ROYALTY',
  fixedFee: '300000.00',
  royaltyPercent: '3.5',
  termEndsOn: '2030-12-31',
  exclusiveLicense: false,
  suspended: false,
  annualFeePaid: true,
  pledgedWithoutConsent: false,
  text: '任何单位或者个人均可依声明实施本专利。',
  announcedOn: '2023-03-01',
  withdrawnOn: '2024-03-01',
  otherFees: ['300000'],
}

const failing = (change: Declaration) => checkOpenLicense({ ...sound, ...change }).flags

describe('an open license', () => {
  it('passes all eleven rules when nothing is wrong', () => {
    const { verdicts, flags } = checkOpenLicense(sound)
    expect(verdicts.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map((number) => `OL-${number} PASS`),
    )
    expect(flags).toEqual([])
  })

  it.each<[string, Declaration, string]>([
    ['a patent not in force', { granted: false }, '202010123456.2'],
    ['a patent number that cannot be read', { patent: null, granted: true }, ''],
  ])('OL-01 fails for %s', (_, change, original) => {
    expect(failing(change)[0]).toEqual({ code: 'OL_01', original })
  })

  it('OL-02 names the owner who did not consent', () => {
    expect(failing({ consentingOwners: ['江城示例大学'] })).toEqual([
      { code: 'OL_02', original: '示例光电科技有限公司' },
    ])
  })

  it('OL-03 asks utility models and designs for a positive report, inventions for none', () => {
    expect(failing({ patent: utility, filedOn: '2022-05-05' })).toEqual([{ code: 'OL_03', original: '202220123456.7' }])
    expect(failing({ patent: design, filedOn: '2023-05-05', evaluation: 'NEGATIVE' })).toEqual([
      { code: 'OL_03', original: '202330123456.7' },
    ])
    expect(failing({ patent: utility, filedOn: '2022-05-05', evaluation: 'POSITIVE' })).toEqual([])
  })

  it.each<[string, Declaration]>([
    ['no mode', { feeMode: null }],
    ['a one-off fee without an amount', { feeMode: 'ONE_OFF', fixedFee: null, otherFees: [] }],
    ['a royalty without a rate', { feeMode: 'ROYALTY_SALES', royaltyPercent: null }],
    ['an entry fee without an amount', { fixedFee: null, otherFees: [] }],
    ['stages without any', { feeMode: 'STAGED', stages: [] }],
  ])('OL-04 fails for %s', (_, change) => {
    expect(failing(change).map((flag) => flag.code)).toEqual(['OL_04'])
  })

  it('OL-04 asks a free license for no standard', () => {
    expect(failing({ feeMode: 'FREE', fixedFee: null, royaltyPercent: null })).toEqual([])
  })

  it.each<[Declaration, string]>([
    [{ feeMode: 'ONE_OFF', fixedFee: '20000000.01', royaltyPercent: null, otherFees: [] }, '20000000.01 元'],
    [{ feeMode: 'ROYALTY_SALES', fixedFee: null, royaltyPercent: '20.5' }, '20.5%'],
    [{ feeMode: 'ROYALTY_PROFIT', fixedFee: null, royaltyPercent: '41' }, '41%'],
  ])('OL-05 warns above the guidance: %#', (change, original) => {
    expect(failing(change)).toEqual([{ code: 'OL_05', original }])
  })

  it('OL-05 accepts the guidance itself', () => {
    expect(failing({ feeMode: 'ONE_OFF', fixedFee: '20000000.00', royaltyPercent: null, otherFees: [] })).toEqual([])
    expect(failing({ feeMode: 'ROYALTY_PROFIT', fixedFee: null, royaltyPercent: '40' })).toEqual([])
  })

  it('OL-06 asks for a term within the life of the patent', () => {
    expect(failing({ termEndsOn: null })).toEqual([{ code: 'OL_06', original: '' }])
    expect(failing({ termEndsOn: '2040-02-21' })).toEqual([{ code: 'OL_06', original: '2040-02-21' }])
    // Without the day of filing, its year in the number decides what it can.
    const byYear = (termEndsOn: string, patent: PatentNumber = invention) =>
      checkOpenLicense({ patent, termEndsOn }).verdicts.find(({ rule }) => rule === 'OL-06')?.outcome
    expect(['2040-01-01', '2040-06-30', '2040-12-31', '2041-01-01'].map((end) => byYear(end))).toEqual([
      'PASS',
      'NOT_JUDGED',
      'NOT_JUDGED',
      'FAIL',
    ])
    expect(byYear('2030-01-01', { ...invention, pct: true } as PatentNumber)).toBe('NOT_JUDGED')
    expect([
      patentExpiry(invention, '2020-02-20'),
      patentExpiry(utility, '2022-05-05'),
      patentExpiry(design, '2021-05-31'),
      patentExpiry(design, '2021-06-01'),
    ]).toEqual(['2040-02-20', '2032-05-05', '2031-05-31', '2036-06-01'])
  })

  it.each<[string, Declaration]>([
    ['OL_07', { exclusiveLicense: true }],
    ['OL_08', { annualFeePaid: false }],
    ['OL_08', { suspended: true }],
    ['OL_08', { pledgedWithoutConsent: true }],
  ])('%s fails for %j', (code, change) => expect(failing(change)).toEqual([{ code, original: '' }]))

  it('OL-09 shows the word that advertises', () => {
    expect(failing({ text: '本技术国际领先，市场前景广阔。' })).toEqual([{ code: 'OL_09', original: '国际领先' }])
  })

  it('OL-10 and OL-11 show the two values that disagree', () => {
    expect(failing({ withdrawnOn: '2023-02-28' })).toEqual([{ code: 'OL_10', original: '2023-03-01 → 2023-02-28' }])
    expect(failing({ otherFees: ['280000.00'] })).toEqual([
      { code: 'OPEN_LICENSE_PRICE_CONFLICT', original: '300000.00 / 280000.00' },
    ])
  })

  it('is judged by the legal status where the declaration itself tells it', () => {
    const outcome = (legalStatus?: 'GRANTED' | 'LAPSED') =>
      checkOpenLicense(declarationOf({ patentNumber: 'CN202010123456.2', ...(legalStatus && { legalStatus }) }))
        .verdicts[0]!.outcome
    expect([outcome('GRANTED'), outcome('LAPSED'), outcome()]).toEqual(['PASS', 'FAIL', 'NOT_JUDGED'])
  })

  it('does not judge what a library has no column for', () => {
    const { verdicts, flags } = checkOpenLicense({ patent: utility, granted: true, feeMode: 'FREE' })
    expect(verdicts.filter(({ outcome }) => outcome !== 'NOT_JUDGED').map(({ rule }) => rule)).toEqual([
      'OL-01',
      'OL-04',
    ])
    expect(flags).toEqual([])
  })
})
