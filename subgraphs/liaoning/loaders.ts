import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byKey, groupedBy } from '../loader.ts'
import { listContext } from '../page/connection.ts'
import { findRows } from '../page/find.ts'
import { listWithin } from '../page/within.ts'
import { agreementList, allianceList, fairList, findMembers, visitList } from './queries.ts'
import { agreements, members, visits } from './tables.ts'

export const loaders = (request: SubgraphRequest) => {
  const { read } = request.db
  const context = listContext(request)
  return {
    membersOfAlliance: groupedBy(
      (ids) => findMembers(read, ids),
      (member) => member.allianceId,
    ),
    fair: byKey(
      (ids) => findRows(read, fairList, ids),
      (fair) => fair.id,
    ),
    agreement: byKey(
      (ids) => findRows(read, agreementList, ids),
      (agreement) => agreement.id,
    ),
    alliancesOfOrganization: listWithin(allianceList, members.organizationId, context, members.allianceId),
    agreementsOfFair: listWithin(agreementList, agreements.open.fairId, context),
    visitsOfTalent: listWithin(visitList, visits.open.talentId, context),
  }
}

export type Context = SubgraphContext<ReturnType<typeof loaders>>
