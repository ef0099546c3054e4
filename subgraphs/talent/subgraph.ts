import { defineSubgraph } from '../define.ts'
import { talentSink } from './intake.ts'
import { loaders } from './loaders.ts'
import { resolvers } from './resolvers.ts'

/** Researchers and teams. */
export const talent = defineSubgraph({
  name: 'talent',
  contract: new URL('schema.graphql', import.meta.url),
  resolvers,
  loaders,
  sinks: [talentSink],
})
