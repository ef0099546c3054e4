import { patentCheckDigit } from '../subgraphs/intake/checks/patent-number.ts'

const creditCharset = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * Credit code of an invented enterprise: both check characters fit, the organization part begins with MAYY, which
 * registrars have not reached. `serial` is below 923,521.
 */
export function creditCode(regionCode: string, serial: number): string {
  const tail = [3, 2, 1, 0].map((power) => creditCharset[Math.floor(serial / 31 ** power) % 31]).join('')
  return withCreditCheck(`91${regionCode}${withOrganizationCheck(`MAYY${tail}`)}`)
}

/** Application number of an invented patent, `202110xxxxxxx` with its check digit: serials from 9,000,000 are not issued. */
export function applicationNumber(year: number, type: 1 | 2 | 3, serial: number): string {
  const body = `${year}${type}${9_000_000 + serial}`
  return body + patentCheckDigit(body)
}

/** GB 11714 check character behind the eight before it. */
function withOrganizationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(body[i]!, 36), 0)
  const check = 11 - (sum % 11)
  return body + (check === 10 ? 'X' : check === 11 ? '0' : String(check))
}

/** GB 32100 check character behind the seventeen before it. */
function withCreditCheck(body: string): string {
  let weight = 1
  let sum = 0
  for (const character of body) {
    sum += creditCharset.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return body + creditCharset[(31 - (sum % 31)) % 31]
}
