import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byKey } from '../loader.ts'
import { findOrganizations } from './queries.ts'

export const loaders = ({ db }: SubgraphRequest) => ({
  organization: byKey(
    (ids) => findOrganizations(db.read, ids),
    (organization) => organization.id,
  ),
})

export type Context = SubgraphContext<ReturnType<typeof loaders>>
