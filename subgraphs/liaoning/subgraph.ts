import { defineSubgraph } from '../define.ts'
import { referencesTo } from '../page/by-id.ts'
import { liaoningSinks } from './intake.ts'
import { loaders } from './loaders.ts'
import { agreementList, allianceList, fairList, instituteList, visitList } from './queries.ts'
import { resolvers } from './resolvers.ts'
import { agreements, alliances, fairs, institutes, visits } from './tables.ts'

const contract = ['alliance', 'agreement', 'fair', 'institute', 'visit', 'indicator'].map(
  (file) => new URL(`schema/${file}.graphql`, import.meta.url),
)

/** What only Liaoning has: alliances, fairs, agreements, city institutes, visits of experts. */
export const liaoning = defineSubgraph({
  name: 'liaoning',
  contract,
  resolvers,
  loaders,
  references: {
    LnAlliance: referencesTo(allianceList),
    LnFair: referencesTo(fairList),
    LnAgreement: referencesTo(agreementList),
    LnInstitute: referencesTo(instituteList),
    LnVisit: referencesTo(visitList),
  },
  sinks: liaoningSinks,
  guarded: [agreements, alliances, fairs, institutes, visits].map(({ guarded }) => guarded),
})
