import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byKey } from '../loader.ts'
import { listContext } from '../page/connection.ts'
import { listWithin } from '../page/within.ts'
import { demandList, findDemands } from './queries.ts'
import { demands } from './tables.ts'

export const loaders = (request: SubgraphRequest) => ({
  demand: byKey(
    (ids) => findDemands(request.db.read, ids),
    (demand) => demand.id,
  ),
  demandsOfEnterprise: listWithin(demandList, demands.enterpriseId, listContext(request)),
})

export type Context = SubgraphContext<ReturnType<typeof loaders>>
