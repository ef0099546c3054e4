import { connect } from '../page/connection.ts'
import { recordResolvers } from '../record.ts'
import { agreementList, allianceList, fairList, instituteList, listIndicators, visitList } from './queries.ts'
import type { GraphResolvers } from './resolvers.generated.ts'

export const resolvers: GraphResolvers = {
  Query: {
    lnAlliances: (_, args, context, info) => connect(allianceList, args, context, info),
    lnFairs: (_, args, context, info) => connect(fairList, args, context, info),
    lnAgreements: (_, args, context, info) => connect(agreementList, args, context, info),
    lnInstitutes: (_, args, context, info) => connect(instituteList, args, context, info),
    lnVisits: (_, args, context, info) => connect(visitList, args, context, info),
    lnIndicators: (_, __, { db }) => listIndicators(db),
  },
  LnAlliance: {
    ...recordResolvers,
    lead: ({ leadId }) => organization(leadId),
    members: ({ id }, _, { loaders }) => loaders.membersOfAlliance.load(id),
    agreement: ({ agreementNumber }, _, { loaders }) =>
      agreementNumber ? loaders.agreement.load(`ln-agreement:${agreementNumber}`) : null,
  },
  LnAllianceMember: { organization: ({ organizationId }) => organization(organizationId) },
  LnFair: {
    ...recordResolvers,
    agreements: ({ id }, args, { loaders }, info) => loaders.agreementsOfFair.connect(id, args, info),
  },
  LnAgreement: {
    ...recordResolvers,
    partyA: ({ partyAId }) => organization(partyAId),
    partyB: ({ partyBId }) => organization(partyBId),
    fair: ({ fairId }, _, { loaders }) => (fairId ? loaders.fair.load(fairId) : null),
  },
  LnInstitute: {
    ...recordResolvers,
    organization: ({ organizationId }) => organization(organizationId),
  },
  LnVisit: {
    ...recordResolvers,
    talent: ({ talentId }) => (talentId ? { id: talentId } : null),
    enterprise: ({ enterpriseId }) => organization(enterpriseId),
  },
  Organization: {
    alliances: ({ id }, args, { loaders }, info) => loaders.alliancesOfOrganization.connect(id, args, info),
  },
  Talent: {
    visits: ({ id }, args, { loaders }, info) => loaders.visitsOfTalent.connect(id, args, info),
  },
}

function organization(id: string | null) {
  return id ? { id } : null
}
