import { connect } from '../page/connection.ts'
import { recordResolvers } from '../record.ts'
import { talentList } from './queries.ts'
import type { GraphResolvers } from './resolvers.generated.ts'

export const resolvers: GraphResolvers = {
  Query: {
    talents: (_, args, context, info) => connect(talentList, args, context, info),
  },
  Talent: {
    ...recordResolvers,
    organization: ({ organizationId }) => (organizationId ? { id: organizationId } : null),
  },
  Organization: {
    talents: ({ id }, args, { loaders }, info) => loaders.talentsOfOrganization.connect(id, args, info),
  },
}
