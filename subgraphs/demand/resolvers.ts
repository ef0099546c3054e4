import { connect, listContext } from '../page/connection.ts'
import { recordResolvers } from '../record.ts'
import { demandList } from './queries.ts'
import type { GraphResolvers } from './resolvers.generated.ts'

export const resolvers: GraphResolvers = {
  Query: {
    demands: (_, args, context) => connect(demandList, args, listContext(context)),
  },
  Demand: {
    __resolveReference: ({ id }, { loaders }) => loaders.demand.load(id),
    ...recordResolvers,
    enterprise: ({ enterpriseId }) => (enterpriseId ? { id: enterpriseId } : null),
  },
  Organization: {
    demands: ({ id }, args, { loaders }) => loaders.demandsOfEnterprise.connect(id, args),
  },
}
