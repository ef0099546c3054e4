import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byFields, groupedBy, groupedByMany } from '../loader.ts'
import { listWithin } from '../page/within.ts'
import {
  achievementList,
  findAchievementsOfPatents,
  findAchievementsOfTalents,
  findPatentsByNumber,
  patentList,
} from './queries.ts'
import { achievements, patentApplicants } from './tables.ts'

export const loaders = (request: SubgraphRequest) => {
  const { db } = request
  return {
    patentsByNumber: byFields((fields) =>
      groupedBy(
        (numbers) => findPatentsByNumber(db, numbers, fields()),
        (patent) => patent.relatedBy,
      ),
    ),
    achievementsOfTalent: byFields((fields) =>
      groupedByMany(
        (ids) => findAchievementsOfTalents(db, ids, fields()),
        (achievement) => achievement.relatedBy,
      ),
    ),
    achievementsOfPatent: byFields((fields) =>
      groupedByMany(
        (numbers) => findAchievementsOfPatents(db, numbers, fields()),
        (achievement) => achievement.relatedBy,
      ),
    ),
    achievementsOfOrganization: listWithin(achievementList, achievements.organizationId, request),
    patentsOfOrganization: listWithin(patentList, patentApplicants.organizationId, request, patentApplicants.patentId),
  }
}

export type Context = SubgraphContext<ReturnType<typeof loaders>>
