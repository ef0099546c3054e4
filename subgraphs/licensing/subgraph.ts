import { defineSubgraph } from '../define.ts'
import { openLicenseSink } from './intake.ts'
import { loaders } from './loaders.ts'
import { resolvers } from './resolvers.ts'

/** Open licenses of patents. */
export const licensing = defineSubgraph({
  name: 'licensing',
  contract: new URL('schema.graphql', import.meta.url),
  resolvers,
  loaders,
  sinks: [openLicenseSink],
})
