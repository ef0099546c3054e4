import { connect, listContext } from '../page/connection.ts'
import { recordResolvers } from '../record.ts'
import { organizationList } from './queries.ts'
import type { GraphResolvers } from './resolvers.generated.ts'

export const resolvers: GraphResolvers = {
  Query: {
    organizations: (_, args, context) => connect(organizationList, args, listContext(context)),
  },
  Organization: {
    __resolveReference: ({ id }, { loaders }) => loaders.organization.load(id),
    ...recordResolvers,
    contributors: ({ contributors }) => contributors.map((id) => ({ id })),
  },
}
