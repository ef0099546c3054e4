import { connect } from '../page/connection.ts'
import { recordResolvers } from '../record.ts'
import { demandList } from './queries.ts'
import type { GraphResolvers } from './resolvers.generated.ts'

export const resolvers: GraphResolvers = {
  Query: {
    demands: (_, args, context, info) => connect(demandList, args, context, info),
  },
  Demand: {
    ...recordResolvers,
    enterprise: ({ enterpriseId }) => (enterpriseId ? { id: enterpriseId } : null),
  },
  Organization: {
    demands: ({ id }, args, { loaders }, info) => loaders.demandsOfEnterprise.connect(id, args, info),
  },
}
