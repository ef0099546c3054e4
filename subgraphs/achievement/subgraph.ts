import { defineSubgraph } from '../define.ts'
import { achievementSink, patentSink } from './intake.ts'
import { loaders } from './loaders.ts'
import { resolvers } from './resolvers.ts'

/** Achievements, projects and patents. */
export const achievement = defineSubgraph({
  name: 'achievement',
  contract: [new URL('schema/achievement.graphql', import.meta.url), new URL('schema/patent.graphql', import.meta.url)],
  resolvers,
  loaders,
  sinks: [achievementSink, patentSink],
})
