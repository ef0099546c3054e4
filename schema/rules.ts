import type { FlagCode } from './flags.ts'
import { flags } from './flags.ts'

/** A rule of a policy or statute that the hub checks: since when it holds, by what authority, and what breaking it raises. */
export type Rule = {
  readonly id: string
  readonly version: string
  readonly validFrom: string
  readonly validTo?: string
  readonly clause: string
  /** What the rule demands, as API users read it. */
  readonly zh: string
  readonly en: string
  readonly flag: FlagCode
}

const hubei = { version: '1', validFrom: '2020', validTo: '2021-12-31' } as const
const liaoning = { version: '1', validFrom: '2016' } as const
const patentLaw = { version: '1', validFrom: '2021-06-01' } as const

export const rules = {
  'LK-R1': {
    version: '1',
    validFrom: '2023',
    flag: 'AMOUNT_UNIT_ASSUMED',
    clause: '联库入库规则：金额与单位',
    zh: '金额须写明单位；未写单位的，不换算，也不视为达到任何限额。',
    en: 'Money names its unit; a bare number is not converted and satisfies no limit.',
  },
  'HB-R1': {
    ...hubei,
    ...raises('AMOUNT_BELOW_MINIMUM'),
    zh: '每项需求的意向金额不低于 10 万元。',
    en: 'A demand is worth at least 100,000 yuan.',
  },
  'HB-R3': {
    ...hubei,
    ...raises('DEMAND_CATEGORY_UNKNOWN'),
    zh: '需求类别为五类之一。',
    en: 'A demand is of one of five categories.',
  },
  'HB-R4': {
    ...hubei,
    ...raises('RETURN_WITHOUT_REASON'),
    zh: '退回需求时须说明原因。',
    en: 'A demand is returned with a reason.',
  },
  'HB-R6': {
    ...hubei,
    ...raises('CONTRACT_TYPE_NOT_ALLOWED'),
    zh: '所签合同须为技术开发合同。',
    en: 'The contract is one of development.',
  },
  'HB-R6-2': {
    ...hubei,
    ...raises('PARTY_NOT_SENDING_UNIT'),
    zh: '合同由企业与科技人员的派出单位签订。',
    en: 'The parties are the enterprise and the sending unit.',
  },
  'HB-R7': {
    ...hubei,
    ...raises('EVIDENCE_MISSING'),
    zh: '资助凭合同、发票和转账凭证。',
    en: 'Funding rests on contract, invoice and transfer record.',
  },
  'HB-R8': {
    ...hubei,
    ...raises('SUBSIDY_OVER_CAP'),
    zh: '资助不超过合同额，且不超过 10 万元。',
    en: 'The subsidy exceeds neither the contract nor 100,000 yuan.',
  },
  'HB-R9': {
    ...hubei,
    ...raises('SUBSIDY_SECOND_FOR_ENTERPRISE'),
    zh: '每家企业仅限资助一项。',
    en: 'One funded item for each enterprise.',
  },
  'LN-R1': {
    ...liaoning,
    ...raises('ALLIANCE_MODE_MEMBER_MISMATCH'),
    zh: '联盟的成员与其合作模式（几校对几企）相符。',
    en: 'The members of an alliance are as many as its mode says.',
  },
  'LN-R2': {
    ...liaoning,
    ...raises('AGREEMENT_NOT_FILED'),
    zh: '对接会上签订的协议须备案。',
    en: 'Agreements signed at fairs are filed.',
  },
  'OL-01': {
    ...patentLaw,
    ...raises('OL_01'),
    zh: '专利号有效，声明之日专利已授权且未失效。',
    en: 'The patent is granted and in force on the day of the declaration.',
  },
  'OL-02': {
    ...patentLaw,
    ...raises('OL_02'),
    zh: '专利权人齐全，且均已同意。',
    en: 'All owners are named and consent.',
  },
  'OL-03': {
    ...patentLaw,
    ...raises('OL_03'),
    zh: '实用新型和外观设计须有结论为正面的专利权评价报告。',
    en: 'Utility models and designs have a positive evaluation report.',
  },
  'OL-04': {
    ...patentLaw,
    ...raises('OL_04'),
    zh: '写明许可使用费的支付方式和标准。',
    en: 'The fee mode and standard are stated.',
  },
  'OL-05': {
    ...patentLaw,
    ...raises('OL_05'),
    zh: '固定费用不高于 2000 万元，销售额提成不高于 20%，利润提成不高于 40%。',
    en: 'At most 20,000,000 yuan, 20% of sales, or 40% of profit.',
  },
  'OL-06': {
    ...patentLaw,
    ...raises('OL_06'),
    zh: '写明许可期限，且不超过专利权期限。',
    en: 'A term is stated and ends no later than the patent.',
  },
  'OL-07': {
    ...patentLaw,
    ...raises('OL_07'),
    zh: '没有独占或排他许可。',
    en: 'No exclusive or sole license is in force.',
  },
  'OL-08': {
    ...patentLaw,
    ...raises('OL_08'),
    zh: '专利权未中止，年费已缴，质押经质权人同意。',
    en: 'Not suspended, annual fee paid, any pledgee consents.',
  },
  'OL-09': { ...patentLaw, ...raises('OL_09'), zh: '不使用商业宣传用语。', en: 'No advertising.' },
  'OL-10': {
    ...patentLaw,
    ...raises('OL_10'),
    zh: '撤回不早于公告，此前的许可继续有效。',
    en: 'Withdrawn no earlier than announced.',
  },
  'OL-11': {
    ...patentLaw,
    ...raises('OPEN_LICENSE_PRICE_CONFLICT'),
    zh: '同一专利在各省的报价一致。',
    en: 'One patent has one price in every province.',
  },
} as const satisfies Record<string, Omit<Rule, 'id'>>

export type RuleId = keyof typeof rules

/** The rule that raises a flag; most flags are doubts of reading and have none. */
export function ruleOf(flag: FlagCode): Rule | undefined {
  return allRules.find((rule) => rule.flag === flag)
}

/** Every rule with its id, in order. */
export const allRules: readonly Rule[] = Object.entries(rules).map(([id, rule]) => ({ id, ...rule }))

function raises<Code extends FlagCode>(flag: Code): { flag: Code; clause: string } {
  const clause: string | undefined = flags[flag].clause
  if (clause === undefined) throw new TypeError(`Flag ${flag} names no clause; a rule needs one.`)
  return { flag, clause }
}
