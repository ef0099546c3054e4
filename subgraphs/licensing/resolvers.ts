import { flags } from '#schema/flags.ts'
import { rules } from '#schema/rules.ts'
import { compare } from '../intake/checks/decimal.ts'
import { unjudgedReasons } from '../intake/checks/open-license.ts'
import { connect } from '../page/connection.ts'
import { recordResolvers } from '../record.ts'
import { selectedFields } from '../selection.ts'
import { type EligibilityCheck, type OpenLicense, openLicenseList } from './queries.ts'
import type { GraphResolvers } from './resolvers.generated.ts'

export const resolvers: GraphResolvers = {
  Query: {
    openLicenses: (_, args, context, info) => connect(openLicenseList, args, context, info),
  },
  OpenLicense: {
    ...recordResolvers,
    eligibility: async (license, _, { loaders }) => {
      const { patentNumber, verdicts } = license
      const ofPatent = patentNumber ? await loaders.openLicensesOfPatent(compared).load(patentNumber) : []
      return verdicts.map((verdict) => (verdict.rule === 'OL-11' ? comparePrices(verdict, license, ofPatent) : verdict))
    },
  },
  EligibilityCheck: {
    title: ({ rule }) => rules[rule].zh,
    clause: ({ rule }) => rules[rule].clause,
    passed: ({ outcome }) => (outcome === 'NOT_JUDGED' ? null : outcome === 'PASS'),
    severity: ({ rule }) => flags[rules[rule].flag].severity,
    message: ({ rule, outcome }) => {
      if (outcome === 'PASS') return null
      return outcome === 'FAIL' ? flags[rules[rule].flag].zh : (unjudged.get(rule) ?? null)
    },
  },
  Licensor: {
    organization: ({ organizationId }) => (organizationId ? { id: organizationId } : null),
  },
  Patent: {
    openLicense: async ({ applicationNumber }, _, { loaders }, info) => {
      if (!applicationNumber) return null
      const licenses = loaders.openLicensesOfPatent(selectedFields(info, 'OpenLicense'))
      return (await licenses.load(applicationNumber))[0] ?? null
    },
    openLicenses: ({ applicationNumber }, _, { loaders }, info) =>
      applicationNumber
        ? loaders.openLicensesOfPatent(selectedFields(info, 'OpenLicense')).load(applicationNumber)
        : [],
  },
}

const unjudged = unjudgedReasons()

// The columns that this field needs hold what is compared, so that licenses already loaded for it serve.
const compared: ReadonlySet<string> = new Set(['eligibility'])

/** OL-11 is judged when it is asked: intake of one library does not see what the other provinces offer. */
function comparePrices(
  verdict: EligibilityCheck,
  { fixedFee, province, status }: OpenLicense,
  ofPatent: readonly OpenLicense[],
): EligibilityCheck {
  const elsewhere = ofPatent.filter((other) => other.province !== province && other.status === 'OPEN')
  const fees = elsewhere.flatMap((other) => other.fixedFee ?? [])
  if (verdict.outcome === 'FAIL' || fixedFee === null || status !== 'OPEN' || fees.length === 0) return verdict
  return { ...verdict, outcome: fees.every((fee) => compare(fee, fixedFee) === 0) ? 'PASS' : 'FAIL' }
}
