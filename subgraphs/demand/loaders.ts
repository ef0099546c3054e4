import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { listWithin } from '../page/within.ts'
import { demandList } from './queries.ts'
import { demands } from './tables.ts'

export const loaders = (request: SubgraphRequest) => ({
  demandsOfEnterprise: listWithin(demandList, demands.enterpriseId, request),
})

export type Context = SubgraphContext<ReturnType<typeof loaders>>
