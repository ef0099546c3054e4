import { type Checked, isEmpty, plain } from './checked.ts'

/** An ORCID, bare, hyphenated or as an address; value and key are `0000-0002-1825-0097`. Check of ISO 7064 MOD 11-2. */
export function checkOrcid(raw: unknown): Checked<string> {
  if (isEmpty(raw)) return { flags: [] }
  const original = String(raw).trim()
  const text = plain(raw)
    .toUpperCase()
    .replace(/^(HTTPS?:\/\/)?(WWW\.)?ORCID\.ORG\/|^ORCID(ID)?:?|[\s-]/g, '')
  if (!/^\d{15}[\dX]$/.test(text)) return { flags: [{ code: 'ORCID_CHECKSUM', original }] }
  const printed = text.replace(/(.{4})(?=.)/g, '$1-')
  const expected = checkCharacter(text.slice(0, 15))
  if (expected === text[15]) return { value: printed, key: printed, flags: [] }
  return { flags: [{ code: 'ORCID_CHECKSUM', original, interpreted: printed.slice(0, -1) + expected }] }
}

function checkCharacter(digits: string): string {
  const total = [...digits].reduce((sum, digit) => (sum + Number(digit)) * 2, 0)
  const check = (12 - (total % 11)) % 11
  return check === 10 ? 'X' : String(check)
}
