import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byFields, groupedBy, groupedByMany } from '../loader.ts'
import { listContext } from '../page/connection.ts'
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
  const { read } = request.db
  return {
    patentsByNumber: byFields((fields) =>
      groupedBy(
        (numbers) => findPatentsByNumber(read, numbers, fields()),
        (patent) => patent.relatedBy,
      ),
    ),
    achievementsOfTalent: byFields((fields) =>
      groupedByMany(
        (ids) => findAchievementsOfTalents(read, ids, fields()),
        (achievement) => achievement.relatedBy,
      ),
    ),
    achievementsOfPatent: byFields((fields) =>
      groupedByMany(
        (numbers) => findAchievementsOfPatents(read, numbers, fields()),
        (achievement) => achievement.relatedBy,
      ),
    ),
    achievementsOfOrganization: listWithin(achievementList, achievements.organizationId, listContext(request)),
    patentsOfOrganization: listWithin(
      patentList,
      patentApplicants.organizationId,
      listContext(request),
      patentApplicants.patentId,
    ),
  }
}

export type Context = SubgraphContext<ReturnType<typeof loaders>>
