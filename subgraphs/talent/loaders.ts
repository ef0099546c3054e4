import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { listWithin } from '../page/within.ts'
import { talentList } from './queries.ts'
import { talents } from './tables.ts'

export const loaders = (request: SubgraphRequest) => ({
  talentsOfOrganization: listWithin(talentList, talents.organizationId, request),
})

export type Context = SubgraphContext<ReturnType<typeof loaders>>
