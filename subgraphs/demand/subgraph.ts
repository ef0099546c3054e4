import { defineSubgraph } from '../define.ts'
import { referencesTo } from '../page/by-id.ts'
import { demandSink } from './intake.ts'
import { loaders } from './loaders.ts'
import { demandList } from './queries.ts'
import { resolvers } from './resolvers.ts'
import { guardedDemands } from './tables.ts'

/** Technical demands of enterprises. */
export const demand = defineSubgraph({
  name: 'demand',
  contract: new URL('schema.graphql', import.meta.url),
  resolvers,
  loaders,
  references: { Demand: referencesTo(demandList) },
  sinks: [demandSink],
  guarded: [guardedDemands],
})
