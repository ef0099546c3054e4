import { defineSubgraph } from '../define.ts'
import { loaders } from './loaders.ts'
import { resolvers } from './resolvers.ts'

/** Who contributes: libraries, their releases, quality and clocks; the rules of intake; and the way from an id to its type. */
export const library = defineSubgraph({
  name: 'library',
  contract: new URL('schema.graphql', import.meta.url),
  resolvers,
  loaders,
})
