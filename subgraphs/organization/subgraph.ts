import { defineSubgraph } from '../define.ts'
import { referencesTo } from '../page/by-id.ts'
import { organizationSink } from './intake.ts'
import { loaders } from './loaders.ts'
import { organizationList } from './queries.ts'
import { resolvers } from './resolvers.ts'

/** Universities, institutes, enterprises: who the records of every library are about. */
export const organization = defineSubgraph({
  name: 'organization',
  contract: new URL('schema.graphql', import.meta.url),
  resolvers,
  loaders,
  references: { Organization: referencesTo(organizationList) },
  sinks: [organizationSink],
})
