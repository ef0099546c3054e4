import { defineSubgraph } from '../define.ts'
import { referencesTo } from '../page/by-id.ts'
import { achievementSink, patentSink } from './intake.ts'
import { loaders } from './loaders.ts'
import { achievementList, patentList } from './queries.ts'
import { resolvers } from './resolvers.ts'
import { guardedAchievements, guardedPatents } from './tables.ts'

/** Achievements, projects and patents. */
export const achievement = defineSubgraph({
  name: 'achievement',
  contract: [new URL('schema/achievement.graphql', import.meta.url), new URL('schema/patent.graphql', import.meta.url)],
  resolvers,
  loaders,
  references: { Achievement: referencesTo(achievementList), Patent: referencesTo(patentList) },
  sinks: [achievementSink, patentSink],
  guarded: [guardedAchievements, guardedPatents],
})
