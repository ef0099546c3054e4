import { defineSubgraph } from '../define.ts'
import { demandSink } from './intake.ts'
import { loaders } from './loaders.ts'
import { resolvers } from './resolvers.ts'

/** Technical demands of enterprises. */
export const demand = defineSubgraph({
  name: 'demand',
  contract: new URL('schema.graphql', import.meta.url),
  resolvers,
  loaders,
  sinks: [demandSink],
})
