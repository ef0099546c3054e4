import type { Doubt } from '#schema/flags.ts'
import type { LibraryEntry } from '../libraries.ts'
import { compare } from './checks/decimal.ts'
import { checkDemandAmount } from './checks/demand.ts'
import { checkOpenLicense, type Declaration } from './checks/open-license.ts'
import { checkDateRange, checkPartialDate, firstDay } from './checks/partial-date.ts'
import { checkPatentNumber } from './checks/patent-number.ts'
import type { Canonical, CanonicalOf, Flag, Kind } from './record.ts'

export type CheckOptions = { readonly today: string; readonly library: LibraryEntry }

/** Applies the rules that bind a single record; new flags follow the ones it has. */
export function checkRecord(record: Canonical, options: CheckOptions): Canonical {
  const rules = byKind[record.kind] as ((record: Canonical, options: CheckOptions) => readonly Flag[]) | undefined
  const raised = rules?.(record, options) ?? []
  const withheld = record.kind === 'talent' ? withholdContact(record) : record
  return raised.length === 0 ? withheld : ({ ...withheld, flags: [...withheld.flags, ...raised] } as Canonical)
}

type Rules = { readonly [K in Kind]?: (record: CanonicalOf<K>, options: CheckOptions) => readonly Flag[] }

const byKind: Rules = {
  talent: ({ fields }) =>
    fields.contactName !== undefined && !mayContact(fields.consents)
      ? [{ code: 'CONSENT_MISSING', field: 'contactName' }]
      : [],
  demand: (record, { library }) => [
    ...(library.province === 'HUBEI' ? checkHubeiDemand(record) : []),
    ...range(record.fields.publishedOn, record.fields.deadline, 'deadline'),
  ],
  patent: ({ fields }) => [
    ...range(fields.filedOn, fields.publishedOn, 'publishedOn'),
    ...range(fields.filedOn, fields.grantedOn, 'grantedOn'),
  ],
  openLicense: ({ fields }) => [...judgeDeclaration(fields), ...range(fields.termStart, fields.termEnd, 'termEnd')],
  agreement: ({ fields }) =>
    fields.filedOn === undefined && fields.filingNumber === undefined
      ? [{ code: 'AGREEMENT_NOT_FILED', field: 'filedOn' }]
      : [],
  challenge: ({ fields }) => range(fields.postedOn, fields.closesOn, 'closesOn'),
}

/** A contact is personal: without the person's consent to be listed it goes no further than this run. */
function withholdContact(record: CanonicalOf<'talent'>): CanonicalOf<'talent'> {
  if (record.fields.contactName === undefined || mayContact(record.fields.consents)) return record
  const { contactName: _, ...fields } = record.fields
  return { ...record, fields }
}

function mayContact(consents: readonly string[] | undefined): boolean {
  return consents?.includes('LIST_CONTACT') ?? false
}

/** The rules of Hubei's special action, 鄂科技通〔2020〕67号. */
function checkHubeiDemand({ fields }: CanonicalOf<'demand'>): Flag[] {
  const { intendedAmount, status, returnReason, contract, enterprise } = fields
  const flags: Flag[] = []
  const money = intendedAmount && { yuan: intendedAmount.yuan ?? null, original: intendedAmount.text }
  if (money)
    flags.push(...about(checkDemandAmount({ ...money, unit: 'UNKNOWN', comparator: 'EXACT' }), 'intendedAmount'))
  if (status === 'RETURNED' && returnReason === undefined)
    flags.push({ code: 'RETURN_WITHOUT_REASON', field: 'returnReason' })
  if (enterprise && !enterprise.uscc && !enterprise.text) flags.push({ code: 'VALUE_MISSING', field: 'enterprise' })
  if (!contract) return flags
  if (contract.kind && contract.kind.match !== 'UNMAPPED' && !isDevelopment(contract.kind.label)) {
    flags.push({ code: 'CONTRACT_TYPE_NOT_ALLOWED', field: 'contract', original: contract.kind.original })
  }
  const { yuan: subsidy, text: wording } = contract.subsidy ?? {}
  const overContract = subsidy && contract.amount?.yuan && compare(subsidy, contract.amount.yuan) > 0
  if (subsidy && (overContract || compare(subsidy, '100000') > 0)) {
    flags.push({
      code: 'SUBSIDY_OVER_CAP',
      field: 'contract',
      ...(wording && { original: wording }),
      interpreted: `${subsidy} 元`,
    })
  }
  if (subsidy && !(contract.number && contract.invoice && contract.transfer)) {
    flags.push({ code: 'EVIDENCE_MISSING', field: 'contract' })
  }
  return flags
}

function isDevelopment(label: string): boolean {
  return label.includes('开发')
}

/** OL-01 to OL-11, as far as the library says anything. */
function judgeDeclaration(fields: CanonicalOf<'openLicense'>['fields']): Flag[] {
  return about(checkOpenLicense(declarationOf(fields)).flags, 'openLicense')
}

/** What an open-license record says to its rules; a column the library does not have leaves its rule unjudged. */
export function declarationOf(fields: CanonicalOf<'openLicense'>['fields']): Declaration {
  const patent = fields.patentNumber && checkPatentNumber(fields.patentNumber).value
  const percent = /(\d+(?:\.\d+)?)\s*[%％]/.exec(fields.royalty ?? '')?.[1]
  return {
    ...(patent && { patent }),
    ...(fields.legalStatus && { granted: fields.legalStatus === 'GRANTED' }),
    ...(fields.licensors && { owners: fields.licensors.flatMap(({ text }) => text ?? []) }),
    ...(fields.feeMode && { feeMode: fields.feeMode }),
    ...(fields.fixedFee && { fixedFee: fields.fixedFee.yuan ?? null }),
    ...(percent && { royaltyPercent: percent }),
    ...(fields.stages && { stages: fields.stages }),
    ...(fields.termEnd && { termEndsOn: firstDay(fields.termEnd) }),
    ...(fields.announcedOn && { announcedOn: firstDay(fields.announcedOn) }),
    ...(fields.withdrawnOn && { withdrawnOn: firstDay(fields.withdrawnOn) }),
    ...(fields.feeModeText && { text: fields.feeModeText }),
  }
}

function range(from: string | undefined, to: string | undefined, field: string): Flag[] {
  if (from === undefined || to === undefined) return []
  return about(checkDateRange(checkPartialDate(from), checkPartialDate(to)), field)
}

/** Flags as a record carries them; an empty original says nothing. */
function about(doubts: readonly Doubt[], field: string): Flag[] {
  return doubts.map(({ code, original, interpreted }) => ({
    code,
    field,
    ...(original !== '' && { original }),
    ...(interpreted !== undefined && { interpreted }),
  }))
}
