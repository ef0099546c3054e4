import { defineSubgraph } from '../define.ts'
import { organizationSink, portraitSink, specialActionSink } from './intake.ts'
import { loaders } from './loaders.ts'
import { resolvers } from './resolvers.ts'
import { guardedSpecialActions } from './tables.ts'

/** What only Hubei has: the special action of 2020 and the campaign of 2023. */
export const hubei = defineSubgraph({
  name: 'hubei',
  contract: [
    new URL('schema/special-action.graphql', import.meta.url),
    new URL('schema/portrait.graphql', import.meta.url),
  ],
  resolvers,
  loaders,
  sinks: [specialActionSink, organizationSink, portraitSink],
  guarded: [guardedSpecialActions],
})
