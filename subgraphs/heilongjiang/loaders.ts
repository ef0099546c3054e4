import { findEverywhere } from '../attached/places.ts'
import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { groupedBy } from '../loader.ts'
import { findChallengesOfDemands } from './queries.ts'

export const loaders = ({ db }: SubgraphRequest) => ({
  challengesOfDemand: groupedBy(
    (ids) => findEverywhere(db, ['hl-challenge'], (reader) => findChallengesOfDemands(reader, ids)),
    (challenge) => challenge.demandId!,
  ),
})

export type Context = SubgraphContext<ReturnType<typeof loaders>>
