import { defineSubgraph } from '../define.ts'
import { linkingSinks } from './intake.ts'
import { loaders } from './loaders.ts'
import { resolvers } from './resolvers.ts'

/** Which records of different libraries seem to be one and the same; nothing is merged. */
export const linking = defineSubgraph({
  name: 'linking',
  contract: new URL('schema.graphql', import.meta.url),
  resolvers,
  loaders,
  sinks: linkingSinks,
})
