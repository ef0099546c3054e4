import { coded, findCode } from '#schema/codes/code-list.ts'
import type { CodedValue } from '#schema/codes/coded-value.ts'
import { contractKinds } from '#schema/codes/contracts.ts'
import { type Checked, isEmpty, plain } from './checked.ts'
import { checkRegion } from './region.ts'
import { checkTerm } from './term.ts'

/** Kind of technology contract. License became a kind of its own in 2021; `signedOn` decides which set is in force. */
export function checkContractKind(raw: unknown, options: { signedOn?: string } = {}): Checked<CodedValue> {
  const read = checkTerm(raw, contractKinds)
  if (read.key !== 'LICENSE' || !options.signedOn || options.signedOn >= '2021') return read
  const transfer = findCode(contractKinds, 'TRANSFER')!
  const original = String(raw).trim()
  return {
    value: coded(contractKinds, transfer, original, 'BROAD'),
    key: transfer.code,
    flags: [{ code: 'CONTRACT_TYPE_ERA', original, interpreted: transfer.zh }],
  }
}

/** Registration number of a contract: 14 digits with a 4-digit area, or 16 with a 6-digit region. */
export function checkContractNumber(raw: unknown): Checked<string> {
  if (isEmpty(raw)) return { flags: [] }
  const original = String(raw).trim()
  const number = plain(raw).replace(/\s/g, '')
  const [, region] = /^\d{4}(\d{6})\d{6}$/.exec(number) ?? /^\d{2}(\d{4})\d{8}$/.exec(number) ?? []
  if (!region || !checkRegion(region).key) return { flags: [{ code: 'CONTRACT_NUMBER_FORMAT', original }] }
  return { value: number, key: number, flags: [] }
}
