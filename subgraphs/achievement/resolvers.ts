import { connect } from '../page/connection.ts'
import { recordResolvers } from '../record.ts'
import type { Context } from './loaders.ts'
import { achievementList, type Patent, patentList } from './queries.ts'
import type { GraphResolvers } from './resolvers.generated.ts'

export const resolvers: GraphResolvers = {
  Query: {
    achievements: (_, args, context, info) => connect(achievementList, args, context, info),
    patents: (_, args, context, info) => connect(patentList, args, context, info),
  },
  Achievement: {
    ...recordResolvers,
    organization: ({ organizationId }) => (organizationId ? { id: organizationId } : null),
    talents: ({ talentIds }) => (talentIds ?? []).map((id) => ({ id })),
    patents: ({ patentNumbers }, _, context) => patentsOf(patentNumbers, context),
  },
  Patent: {
    // By number; those that come by id are found together.
    __resolveReference: (key, { loaders }) =>
      'applicationNumber' in key ? patentOf(key.applicationNumber, loaders) : null,
    ...recordResolvers,
    achievements: ({ applicationNumber }, _, { loaders }) =>
      applicationNumber ? loaders.achievementsOfPatent.load(applicationNumber) : [],
    otherRecords: async ({ id, applicationNumber }, _, { loaders }) =>
      applicationNumber
        ? (await loaders.patentsByNumber.load(applicationNumber)).filter((patent) => patent.id !== id)
        : [],
  },
  PatentApplicant: {
    organization: ({ organizationId }) => (organizationId ? { id: organizationId } : null),
  },
  Talent: {
    achievements: ({ id }, _, { loaders }) => loaders.achievementsOfTalent.load(id),
    patents: ({ patentNumbers }, _, context) => patentsOf(patentNumbers, context),
  },
  OpenLicense: {
    patent: ({ patentNumber }, _, { loaders }) => patentOf(patentNumber, loaders),
  },
  Organization: {
    achievements: ({ id }, args, { loaders }, info) => loaders.achievementsOfOrganization.connect(id, args, info),
    patents: ({ id }, args, { loaders }, info) => loaders.patentsOfOrganization.connect(id, args, info),
  },
}

/** The record that speaks for a number, or null when no library has it. */
async function patentOf(number: string | null | undefined, loaders: Context['loaders']): Promise<Patent | null> {
  return number ? ((await loaders.patentsByNumber.load(number))[0] ?? null) : null
}

async function patentsOf(numbers: readonly string[] | null | undefined, { loaders }: Context): Promise<Patent[]> {
  const found = await Promise.all([...new Set(numbers)].map((number) => patentOf(number, loaders)))
  return found.filter((patent) => patent !== null)
}
