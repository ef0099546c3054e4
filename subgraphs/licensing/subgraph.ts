import { defineSubgraph } from '../define.ts'
import { referencesTo } from '../page/by-id.ts'
import { openLicenseSink } from './intake.ts'
import { loaders } from './loaders.ts'
import { openLicenseList } from './queries.ts'
import { resolvers } from './resolvers.ts'
import { guardedOpenLicenses } from './tables.ts'

/** Open licenses of patents. */
export const licensing = defineSubgraph({
  name: 'licensing',
  contract: new URL('schema.graphql', import.meta.url),
  resolvers,
  loaders,
  references: { OpenLicense: referencesTo(openLicenseList) },
  sinks: [openLicenseSink],
  guarded: [guardedOpenLicenses],
})
