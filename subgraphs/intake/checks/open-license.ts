import type { Doubt } from '#schema/flags.ts'
import { type RuleId, rules } from '#schema/rules.ts'
import { compare } from './decimal.ts'
import type { PatentNumber } from './patent-number.ts'

/**
 * What is known of an open-license declaration. Undefined: the library has no such column, and the rule is not
 * judged. Null: the column is there and empty. Dates are YYYY-MM-DD, money exact decimal yuan, rates percent.
 */
export type Declaration = {
  readonly patent?: PatentNumber | null
  /** Legal status on the day of the declaration. */
  readonly granted?: boolean | null
  readonly filedOn?: string | null
  readonly owners?: readonly string[] | null
  readonly consentingOwners?: readonly string[] | null
  readonly evaluation?: 'POSITIVE' | 'NEGATIVE' | null
  readonly feeMode?: FeeMode | null
  readonly fixedFee?: string | null
  readonly royaltyPercent?: string | null
  readonly stages?: readonly string[] | null
  readonly termEndsOn?: string | null
  readonly exclusiveLicense?: boolean | null
  readonly suspended?: boolean | null
  readonly annualFeePaid?: boolean | null
  readonly pledgedWithoutConsent?: boolean | null
  readonly text?: string | null
  readonly announcedOn?: string | null
  readonly withdrawnOn?: string | null
  /** Fixed fees of the same patent in other provinces. */
  readonly otherFees?: readonly string[]
}

export type FeeMode = 'ONE_OFF' | 'ROYALTY_SALES' | 'ROYALTY_PROFIT' | 'ENTRY_PLUS_ROYALTY' | 'STAGED' | 'FREE'

export type Verdict = { readonly rule: RuleId; readonly outcome: 'PASS' | 'FAIL' | 'NOT_JUDGED'; readonly zh: string }

/** Judges a declaration by OL-01 to OL-11; the doubts are those of the rules that fail. */
export function checkOpenLicense(declaration: Declaration): { verdicts: readonly Verdict[]; flags: readonly Doubt[] } {
  const verdicts = openLicenseRules.map(({ rule, holds }): Verdict => {
    const held = holds(declaration)
    return { rule, outcome: held === undefined ? 'NOT_JUDGED' : held ? 'PASS' : 'FAIL', zh: rules[rule].zh }
  })
  const flags = openLicenseRules.flatMap(({ rule, shows }, i): Doubt[] =>
    verdicts[i]!.outcome === 'FAIL' ? [{ code: rules[rule].flag, original: shows?.(declaration) ?? '' }] : [],
  )
  return { verdicts, flags }
}

/** Last day of a patent: 20 years for inventions, 10 for utility models, 15 for designs (10 before 2021-06-01). */
export function patentExpiry(patent: PatentNumber, filedOn: string): string | undefined {
  if (patent.form !== 'APPLICATION') return undefined
  const design = filedOn < '2021-06-01' ? 10 : 15
  const years = { INVENTION: 20, UTILITY: 10, DESIGN: design }[patent.kind]
  return `${Number(filedOn.slice(0, 4)) + years}${filedOn.slice(4)}`
}

type OpenLicenseRule = {
  readonly rule: RuleId
  /** Undefined when what the rule needs is not known. */
  readonly holds: (declaration: Declaration) => boolean | undefined
  /** What is not known then, for users. */
  readonly lacks: string
  /** What the flag prints. */
  readonly shows?: (declaration: Declaration) => string | undefined
}

/** Why each rule may be left unjudged. */
export const unjudgedReasons = (): ReadonlyMap<RuleId, string> =>
  new Map(openLicenseRules.map(({ rule, lacks }) => [rule, lacks]))

const advertising =
  /国内首创|国际首创|国际领先|国内领先|世界领先|填补.{0,4}空白|第一|独家|最(?!大限度|终|后|近|小|低|高不)/

export const openLicenseRules: readonly OpenLicenseRule[] = [
  {
    rule: 'OL-01',
    lacks: '来源没有写专利的法律状态；专利在库的，见 patent.legalStatus。',
    holds: ({ patent, granted }) => patent !== null && known(granted, (yes) => yes),
    shows: ({ patent }) => patent?.number,
  },
  {
    rule: 'OL-02',
    lacks: '来源没有写各专利权人是否同意。',
    holds: ({ owners, consentingOwners }) =>
      known(consentingOwners, (consenting) =>
        known(owners, (all) => all.length > 0 && all.every((owner) => consenting.includes(owner))),
      ),
    shows: ({ owners, consentingOwners }) => owners?.filter((owner) => !consentingOwners?.includes(owner)).join('；'),
  },
  {
    rule: 'OL-03',
    lacks: '由专利号看不出专利类型。',
    holds: ({ patent, evaluation }) => {
      if (patent?.form !== 'APPLICATION') return undefined
      return patent.kind === 'INVENTION' || known(evaluation, (conclusion) => conclusion === 'POSITIVE')
    },
    shows: ({ patent }) => patent?.number,
  },
  {
    rule: 'OL-04',
    lacks: '来源没有写支付方式。',
    holds: ({ feeMode, fixedFee, royaltyPercent, stages }) =>
      known(feeMode, (mode) => {
        if (mode === 'FREE') return true
        if (mode === 'STAGED') return known(stages, (list) => list.length > 0)
        if (mode === 'ONE_OFF') return known(fixedFee, () => true)
        const royalty = known(royaltyPercent, () => true)
        return mode === 'ENTRY_PLUS_ROYALTY' && royalty ? known(fixedFee, () => true) : royalty
      }),
    shows: ({ feeMode }) => feeMode ?? undefined,
  },
  {
    rule: 'OL-05',
    lacks: '没有写明金额或比例。',
    holds: ({ feeMode, fixedFee, royaltyPercent }) => {
      if (!fixedFee && !royaltyPercent) return undefined
      const limit = feeMode === 'ROYALTY_PROFIT' ? '40' : '20'
      return compare(fixedFee ?? '0', '20000000') <= 0 && compare(royaltyPercent ?? '0', limit) <= 0
    },
    shows: ({ fixedFee, royaltyPercent }) =>
      [fixedFee && `${fixedFee} 元`, royaltyPercent && `${royaltyPercent}%`].filter(Boolean).join('；'),
  },
  {
    rule: 'OL-06',
    lacks: '来源没有写许可期限届满日，或由专利号定不出专利权期限。',
    holds: ({ patent, filedOn, termEndsOn }) =>
      known(termEndsOn, (end) => {
        if (patent?.form !== 'APPLICATION') return undefined
        if (filedOn) return end <= patentExpiry(patent, filedOn)!
        // Its number tells the year it was filed in, but for those that came by PCT.
        if (patent.pct) return undefined
        if (end <= patentExpiry(patent, `${patent.year}-01-01`)!) return true
        return end > patentExpiry(patent, `${patent.year}-12-31`)! ? false : undefined
      }),
    shows: ({ termEndsOn }) => termEndsOn ?? undefined,
  },
  {
    rule: 'OL-07',
    lacks: '来源没有写是否另有独占或排他许可。',
    holds: ({ exclusiveLicense }) => refuted(exclusiveLicense),
  },
  {
    rule: 'OL-08',
    lacks: '来源没有写年费、保全和质押情况。',
    holds: ({ suspended, annualFeePaid, pledgedWithoutConsent }) => {
      if (suspended || pledgedWithoutConsent || annualFeePaid === false) return false
      return known(annualFeePaid, (paid) => paid) && refuted(suspended) && refuted(pledgedWithoutConsent)
    },
  },
  {
    rule: 'OL-09',
    lacks: '来源没有写声明的内容。',
    holds: ({ text }) => (text ? !advertising.test(text) : undefined),
    shows: ({ text }) => advertising.exec(text ?? '')?.[0],
  },
  {
    rule: 'OL-10',
    lacks: '没有写公告日期或撤回日期。',
    holds: ({ announcedOn, withdrawnOn }) => (announcedOn && withdrawnOn ? withdrawnOn >= announcedOn : undefined),
    shows: ({ announcedOn, withdrawnOn }) => `${announcedOn} → ${withdrawnOn}`,
  },
  {
    rule: 'OL-11',
    lacks: '没有写固定费用，或其他省没有同一专利的开放许可。',
    holds: ({ fixedFee, otherFees }) =>
      fixedFee && otherFees?.length ? otherFees.every((fee) => compare(fee, fixedFee) === 0) : undefined,
    shows: ({ fixedFee, otherFees }) => [fixedFee, ...(otherFees ?? [])].join(' / '),
  },
]

/** Undefined stays unjudged, an empty cell fails, a value is asked. */
function known<Value>(value: Value | null | undefined, ask: (value: Value) => boolean | undefined) {
  return value === undefined ? undefined : value !== null && ask(value)
}

/** For what must not be: an empty cell says it is not. */
function refuted(value: boolean | null | undefined): boolean | undefined {
  return value === undefined ? undefined : !value
}
