import { connect } from '../page/connection.ts'
import { recordResolvers } from '../record.ts'
import { selectedFields } from '../selection.ts'
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
    patents: ({ patentNumbers }, _, { loaders }, info) =>
      patentsOf(patentNumbers, loaders, selectedFields(info, 'Patent')),
  },
  Patent: {
    // By number; those that come by id are found together.
    __resolveReference: (key, { loaders }, info) =>
      'applicationNumber' in key ? patentOf(key.applicationNumber, loaders, selectedFields(info, 'Patent')) : null,
    ...recordResolvers,
    achievements: ({ applicationNumber }, _, { loaders }, info) =>
      applicationNumber
        ? loaders.achievementsOfPatent(selectedFields(info, 'Achievement')).load(applicationNumber)
        : [],
    otherRecords: async ({ id, applicationNumber }, _, { loaders }, info) =>
      applicationNumber
        ? (await loaders.patentsByNumber(selectedFields(info, 'Patent')).load(applicationNumber)).filter(
            (patent) => patent.id !== id,
          )
        : [],
  },
  PatentApplicant: {
    organization: ({ organizationId }) => (organizationId ? { id: organizationId } : null),
  },
  Talent: {
    achievements: ({ id }, _, { loaders }, info) =>
      loaders.achievementsOfTalent(selectedFields(info, 'Achievement')).load(id),
    patents: ({ patentNumbers }, _, { loaders }, info) =>
      patentsOf(patentNumbers, loaders, selectedFields(info, 'Patent')),
  },
  OpenLicense: {
    patent: ({ patentNumber }, _, { loaders }, info) => patentOf(patentNumber, loaders, selectedFields(info, 'Patent')),
  },
  Organization: {
    achievements: ({ id }, args, { loaders }, info) => loaders.achievementsOfOrganization.connect(id, args, info),
    patents: ({ id }, args, { loaders }, info) => loaders.patentsOfOrganization.connect(id, args, info),
  },
}

type Loaders = Context['loaders']

/** The record that speaks for a number, or null when no library has it. */
async function patentOf(
  number: string | null | undefined,
  loaders: Loaders,
  fields: ReadonlySet<string>,
): Promise<Patent | null> {
  return number ? ((await loaders.patentsByNumber(fields).load(number))[0] ?? null) : null
}

function patentsOf(
  numbers: readonly string[] | null | undefined,
  loaders: Loaders,
  fields: ReadonlySet<string>,
): readonly Patent[] | Promise<Patent[]> {
  return numbers && numbers.length > 0 ? findPatentsOf(numbers, loaders, fields) : []
}

async function findPatentsOf(
  numbers: readonly string[],
  loaders: Loaders,
  fields: ReadonlySet<string>,
): Promise<Patent[]> {
  const loader = loaders.patentsByNumber(fields)
  const found = await Promise.all(Array.from(new Set(numbers), (number) => loader.load(number)))
  return found.flatMap((records) => records[0] ?? [])
}
