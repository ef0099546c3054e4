import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { groupedBy, groupedByMany } from '../loader.ts'
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
    patentsByNumber: groupedBy(
      (numbers) => findPatentsByNumber(read, numbers),
      (patent) => patent.applicationNumber!,
    ),
    achievementsOfTalent: groupedByMany(
      (ids) => findAchievementsOfTalents(read, ids),
      (achievement) => achievement.talentIds ?? [],
    ),
    achievementsOfPatent: groupedByMany(
      (numbers) => findAchievementsOfPatents(read, numbers),
      (achievement) => achievement.patentNumbers ?? [],
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
