import type { Doubt } from '#schema/flags.ts'
import { type Checked, isEmpty, plain } from './checked.ts'

/**
 * Unified social credit code, GB 32100-2015 with the organization code of GB 11714 inside. What else the record says
 * of the organization (its region, its kind) is held against the code.
 */
export function checkCreditCode(raw: unknown, options: { regionCode?: string; kind?: string } = {}): Checked<string> {
  if (isEmpty(raw)) return { flags: [] }
  const original = String(raw)
  const code = plain(raw).toUpperCase().replace(/[\s-]/g, '')
  if (/^\d(\.\d+)?E\+?\d+$/.test(code)) return { flags: [{ code: 'IDENTIFIER_PRECISION_LOST', original }] }
  if (!form.test(code)) return { flags: [{ code: 'USCC_CHARSET', original, ...likely(code) }] }
  const expected = corrected(code)
  const fits = expected === code || legalButFailing.has(code)
  // A spreadsheet keeps 15 significant digits of a number and writes zeros after them.
  if (!fits && /^\d{15}000$/.test(code)) return { flags: [{ code: 'IDENTIFIER_PRECISION_LOST', original }] }
  const flags: Doubt[] = []
  if (!fits) flags.push({ code: 'USCC_CHECKSUM', original, interpreted: expected })
  if (options.regionCode && options.regionCode.slice(0, 2) !== code.slice(2, 4)) {
    flags.push({ code: 'USCC_REGION_MISMATCH', original, interpreted: code.slice(2, 8) })
  }
  const issuedFor = creditCodeClass(code)
  if (options.kind && issuedFor && !issuedFor.kinds.includes(options.kind)) {
    flags.push({ code: 'ORGANIZATION_KIND_MISMATCH', original: options.kind, interpreted: issuedFor.zh })
  }
  return { value: code, key: code, flags }
}

/** What the first two characters say an organization is; undefined for classes the hub does not tell apart. */
export function creditCodeClass(code: string): { zh: string; kinds: readonly string[] } | undefined {
  return classes[code.slice(0, 2)]
}

const charset = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const form = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

// Pilot codes issued in Fujian before the standard was final; lawful, though the check character fails.
const legalButFailing = new Set(['91350100M0001TGQXM', '91350211M0000XUF46', '91350203M0001FUE2P'])

const research = ['UNIVERSITY', 'RESEARCH_INSTITUTE', 'NEW_RD_INSTITUTION', 'PLATFORM_ORG'] as const
const classes: Record<string, { zh: string; kinds: readonly string[] } | undefined> = {
  11: { zh: '机关', kinds: ['GOVERNMENT'] },
  12: { zh: '事业单位', kinds: research },
  51: { zh: '社会团体', kinds: ['ASSOCIATION'] },
  52: { zh: '民办非企业单位', kinds: [...research, 'ASSOCIATION'] },
  53: { zh: '基金会', kinds: ['ASSOCIATION'] },
  91: { zh: '企业', kinds: ['ENTERPRISE', 'NEW_RD_INSTITUTION', 'RESEARCH_INSTITUTE', 'PLATFORM_ORG'] },
  92: { zh: '个体工商户', kinds: ['ENTERPRISE'] },
  93: { zh: '农民专业合作社', kinds: ['ENTERPRISE'] },
}

/** The code with both check characters computed from the rest. */
function corrected(code: string): string {
  const body = code.slice(0, 8) + withOrganizationCheck(code.slice(8, 16))
  const sum = [...body].reduce((total, character, i) => total + charset.indexOf(character) * weight(i), 0)
  return body + charset[(31 - (sum % 31)) % 31]
}

function withOrganizationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, factor, i) => total + Number.parseInt(body[i]!, 36) * factor, 0)
  const check = 11 - (sum % 11)
  return body + (check === 10 ? 'X' : check === 11 ? '0' : check)
}

function weight(index: number): number {
  let power = 1
  for (let i = 0; i < index; i++) power = (power * 3) % 31
  return power
}

/** The usual slips (letter O for zero, letter I for one) undone, when the result then checks. */
function likely(code: string): { interpreted?: string } {
  const mended = code.replace(/O/g, '0').replace(/I/g, '1').replace(/Z/g, '2').replace(/S/g, '5')
  return form.test(mended) && corrected(mended) === mended ? { interpreted: mended } : {}
}
