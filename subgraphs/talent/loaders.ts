import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byKey } from '../loader.ts'
import { listWithin } from '../page/within.ts'
import { findPersonal, talentList } from './queries.ts'
import { talents } from './tables.ts'

export const loaders = (request: SubgraphRequest) => ({
  personal: byKey(
    (ids) => request.db.restricted((tx) => findPersonal(tx, ids)),
    (row) => row.id,
  ),
  talentsOfOrganization: listWithin(talentList, talents.organizationId, request),
})

export type Context = SubgraphContext<ReturnType<typeof loaders>>
