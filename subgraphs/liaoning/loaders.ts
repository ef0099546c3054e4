import { findAtHome } from '../attached/places.ts'
import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byKey, groupedBy } from '../loader.ts'
import { findRows } from '../page/find.ts'
import { listWithin } from '../page/within.ts'
import { agreementList, allianceList, fairList, findMembers, visitList } from './queries.ts'
import { agreements, members, visits } from './tables.ts'

export const loaders = (request: SubgraphRequest) => {
  const { db } = request
  return {
    membersOfAlliance: groupedBy(
      (ids) => findAtHome(db, ids, findMembers),
      (member) => member.allianceId,
    ),
    fair: byKey(
      (ids) => findRows(db, fairList, ids),
      (fair) => fair.id,
    ),
    agreement: byKey(
      (ids) => findRows(db, agreementList, ids),
      (agreement) => agreement.id,
    ),
    alliancesOfOrganization: listWithin(allianceList, members.organizationId, request, members.allianceId),
    agreementsOfFair: listWithin(agreementList, agreements.open.fairId, request),
    visitsOfTalent: listWithin(visitList, visits.open.talentId, request),
  }
}

export type Context = SubgraphContext<ReturnType<typeof loaders>>
