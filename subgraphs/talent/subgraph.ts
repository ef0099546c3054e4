import { defineSubgraph } from '../define.ts'
import { referencesTo } from '../page/by-id.ts'
import { talentSink } from './intake.ts'
import { loaders } from './loaders.ts'
import { talentList } from './queries.ts'
import { resolvers } from './resolvers.ts'
import { guardedPersonal, guardedTalents, personal } from './tables.ts'

/** Researchers and teams. */
export const talent = defineSubgraph({
  name: 'talent',
  contract: new URL('schema.graphql', import.meta.url),
  resolvers,
  loaders,
  references: { Talent: referencesTo(talentList) },
  sinks: [talentSink],
  sidecars: { Talent: personal },
  guarded: [guardedTalents, guardedPersonal],
})
