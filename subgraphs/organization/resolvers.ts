import { connect } from '../page/connection.ts'
import { recordResolvers } from '../record.ts'
import { organizationList } from './queries.ts'
import type { GraphResolvers } from './resolvers.generated.ts'

export const resolvers: GraphResolvers = {
  Query: {
    organizations: (_, args, context, info) => connect(organizationList, args, context, info),
  },
  Organization: {
    ...recordResolvers,
    contributors: ({ contributors }) => contributors.map((id) => ({ id })),
  },
}
