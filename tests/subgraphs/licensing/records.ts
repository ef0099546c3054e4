import { coded, findCode } from '#schema/codes/code-list.ts'
import { regions } from '#schema/codes/regions.ts'
import { patentCheckDigit } from '../../../subgraphs/intake/checks/patent-number.ts'
import { record } from '../ask.ts'

function invention(n: number): string {
  const body = `20201${9_000_000 + n}`
  return `CN${body}${patentCheckDigit(body)}`
}

export const laser = invention(1)
export const brick = invention(2)
export const probe = invention(3)

export const licenseRecords = [
  record('openLicense', 'hb-ip-license', laser, {
    patentNumber: laser,
    patentType: 'INVENTION',
    licensors: [{ text: '武汉大学', moeCode: '10486' }, { text: '武汉示例轧辊有限公司' }],
    feeMode: 'ENTRY_PLUS_ROYALTY',
    feeModeText: '入门费加提成',
    fixedFee: { yuan: '50000', text: '50000' },
    royalty: '3%',
    termEnd: '2026-05-31',
    region: coded(regions, findCode(regions, '420000')!, '湖北'),
    updatedOn: '2023-12-01',
  }),
  // The same patent at another price in another province.
  record('openLicense', 'hl-achievement', 'KF-CG-0107', {
    patentNumber: laser,
    patentTitle: '轧辊激光熔覆',
    patentType: 'INVENTION',
    licensors: [{ text: '武汉大学', moeCode: '10486' }],
    feeMode: 'ONE_OFF',
    feeModeText: '一次总付',
    fixedFee: { yuan: '60000.00', text: '6' },
    termYears: 3,
    updatedOn: '2023',
  }),
  // A bare sum does not say how it is paid, and the declaration advertises.
  record(
    'openLicense',
    'ln-license',
    brick,
    {
      patentNumber: brick,
      patentType: 'INVENTION',
      feeModeText: '国内领先，面议',
      announcedOn: '2023-06-01',
    },
    {
      flags: [
        { code: 'OL_04', field: 'openLicense' },
        { code: 'OL_09', field: 'openLicense', original: '国内领先' },
      ],
    },
  ),
  record('openLicense', 'ln-license', probe, {
    patentNumber: probe,
    feeMode: 'FREE',
    feeModeText: '免费',
    announcedOn: '2023-07-01',
    withdrawnOn: '2023-06-01',
  }),
  record('openLicense', 'ln-license', `${probe}-2`, {
    patentNumber: probe,
    feeMode: 'ONE_OFF',
    fixedFee: { yuan: '8000', text: '8000元' },
    announcedOn: '2023-03',
  }),
  record('openLicense', 'ln-license', 'KF-2023-0009', { feeMode: 'FREE', announcedOn: '2022' }),
  record(
    'openLicense',
    'hl-achievement',
    'KF-CG-0999',
    { patentNumber: brick, patentTitle: '内部许可', fixedFee: { yuan: '1', text: '1元' } },
    { restricted: true },
  ),
]

/** Many offers, some at one price, some without one. */
export const manyLicenses = Array.from({ length: 41 }, (_, index) => {
  const number = invention(100 + ((index * 17) % 41))
  return record('openLicense', 'ln-license', number, {
    patentNumber: number,
    feeMode: 'ONE_OFF',
    ...(index % 4 !== 0 && { fixedFee: { yuan: String(10_000 * (index % 6)), text: '' } }),
    ...(index % 5 !== 0 && { termEnd: ['2025', '2025-06', '2026-01-31'][index % 3]! }),
    announcedOn: '2021-09',
  })
})
