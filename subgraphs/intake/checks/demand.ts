import type { CodedValue } from '#schema/codes/coded-value.ts'
import { demandCategories } from '#schema/codes/contracts.ts'
import type { Doubt } from '#schema/flags.ts'
import type { Money } from './amount.ts'
import type { Checked } from './checked.ts'
import { compare } from './decimal.ts'
import { checkTerm } from './term.ts'

/** HB-R3: the category is one of the five of the Hubei notice. */
export function checkDemandCategory(raw: unknown): Checked<CodedValue> {
  return checkTerm(raw, demandCategories, { unknown: 'DEMAND_CATEGORY_UNKNOWN' })
}

/** HB-R1: a demand is worth at least 100,000 yuan. An amount whose unit is unknown is not judged: it has its own flag. */
export function checkDemandAmount(money: Money | undefined): readonly Doubt[] {
  if (!money?.yuan || compare(money.yuan, '100000') >= 0) return []
  return [{ code: 'AMOUNT_BELOW_MINIMUM', original: money.original, interpreted: `${money.yuan} 元` }]
}
