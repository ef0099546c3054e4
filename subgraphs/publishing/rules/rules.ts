import type { Problem } from '../problem.ts'
import type { Territory } from '../territory.ts'
import { federationVersionRule } from './federation-version.ts'
import { fieldOwnerRule } from './field-owner.ts'
import { forbiddenDirectivesRule } from './forbidden-directives.ts'
import { foreignDirectivesRule } from './foreign-directives.ts'
import { keysRule } from './keys.ts'
import { nameRule } from './name.ts'
import { nullableRule } from './nullable.ts'
import { requiresRule } from './requires.ts'
import { rootFieldsRule } from './root-fields.ts'
import type { Candidate, Rule } from './rule.ts'
import { sharedTypesRule } from './shared-types.ts'
import { typeNamesRule } from './type-names.ts'

/** Every rule of ownership. Composition protects nobody from a subgraph that composes, so these come first. */
export const rules: readonly Rule[] = [
  nameRule,
  federationVersionRule,
  rootFieldsRule,
  typeNamesRule,
  sharedTypesRule,
  fieldOwnerRule,
  keysRule,
  forbiddenDirectivesRule,
  foreignDirectivesRule,
  requiresRule,
  nullableRule,
]

export function judge(candidate: Candidate, territory: Territory): readonly Problem[] {
  return rules.flatMap(({ code, check }) => Array.from(check(candidate, territory), (found) => ({ code, ...found })))
}
