import { type Checked, isEmpty, plain } from './checked.ts'

/** A ROR id, bare or as an address; value and key are the nine characters, `033vjfk17`. */
export function checkRor(raw: unknown): Checked<string> {
  if (isEmpty(raw)) return { flags: [] }
  const original = String(raw).trim()
  const id = plain(raw)
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?ror\.org\//, '')
  if (!/^0[0-9a-hj-km-np-tv-z]{6}\d{2}$/.test(id)) return { flags: [{ code: 'ROR_CHECKSUM', original }] }
  // Crockford's base 32, then ISO 7064 MOD 97-10.
  const number = [...id.slice(0, 7)].reduce((sum, symbol) => sum * 32 + alphabet.indexOf(symbol), 0)
  const expected = id.slice(0, 7) + String(98 - ((number * 100) % 97)).padStart(2, '0')
  if (expected === id) return { value: id, key: id, flags: [] }
  return { flags: [{ code: 'ROR_CHECKSUM', original, interpreted: expected }] }
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
