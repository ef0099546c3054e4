import { defineSubgraph } from '../define.ts'
import { referencesTo } from '../page/by-id.ts'
import { heilongjiangSinks } from './intake.ts'
import { loaders } from './loaders.ts'
import { challengeList, ledgerList } from './queries.ts'
import { resolvers } from './resolvers.ts'
import { challenges, ledger } from './tables.ts'

/** What only Heilongjiang has: challenges, the quarterly ledger, half-year clocks, the 4567 industries. */
export const heilongjiang = defineSubgraph({
  name: 'heilongjiang',
  contract: [new URL('schema/challenge.graphql', import.meta.url), new URL('schema/ledger.graphql', import.meta.url)],
  resolvers,
  loaders,
  references: { HlChallenge: referencesTo(challengeList), HlLedgerEntry: referencesTo(ledgerList) },
  sinks: heilongjiangSinks,
  guarded: [challenges, ledger].map(({ guarded }) => guarded),
})
