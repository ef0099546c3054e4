import { connect } from '../page/connection.ts'
import { recordResolvers } from '../record.ts'
import { challengeList, type HlChallenge, ledgerList, listClocks, listIndicators, listIndustries } from './queries.ts'
import type { GraphResolvers } from './resolvers.generated.ts'

export const resolvers: GraphResolvers = {
  Query: {
    hlChallenges: (_, args, context, info) => connect(challengeList, args, context, info),
    hlLedger: (_, args, context, info) => connect(ledgerList, args, context, info),
    hlIndicators: (_, __, { db }) => listIndicators(db),
    hlClocks: (_, __, { db, now }) => listClocks(db, now),
    hlIndustries: (_, __, { db }) => listIndustries(db),
  },
  HlChallenge: {
    ...recordResolvers,
    demand: ({ demandId }) => (demandId ? { id: demandId } : null),
    poster: ({ posterId }) => (posterId ? { id: posterId } : null),
    winner: ({ winnerId }) => (winnerId ? { id: winnerId } : null),
    stages: stepsOf,
  },
  HlLedgerEntry: {
    ...recordResolvers,
    unit: ({ unitId }) => (unitId ? { id: unitId } : null),
  },
  Demand: {
    challenge: async ({ id }, _, { loaders }) => (await loaders.challengesOfDemand.load(id))[0] ?? null,
  },
}

const steps = [
  ['COLLECTED', '征集'],
  ['LISTED', '定榜'],
  ['POSTED', '发榜'],
  ['TAKEN', '揭榜'],
  ['SIGNED', '签约'],
  ['ACCEPTED', '验收'],
] as const

/** The way of a challenge, as far as its status says it has come. */
function stepsOf({ stage, postedOn }: HlChallenge) {
  const reached = steps.findIndex(([name]) => name === stage)
  if (reached < 0) return null
  return steps.map(([name, label], index) => ({
    stage: name,
    label,
    isReached: index <= reached,
    reachedOn: name === 'POSTED' && index <= reached ? postedOn : null,
  }))
}
