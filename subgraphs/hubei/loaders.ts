import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byKey } from '../loader.ts'
import { countDoctors, countFunded, findEnterprises, findPortraits, findSpecialActions } from './queries.ts'

export const loaders = ({ db: { read } }: SubgraphRequest) => ({
  specialAction: byKey(
    (ids) => findSpecialActions(read, ids),
    (action) => action.id,
  ),
  enterprise: byKey(
    (ids) => findEnterprises(read, ids),
    (enterprise) => enterprise.id,
  ),
  funded: byKey(
    (keys) => countFunded(read, keys),
    (row) => row.key,
  ),
  portrait: byKey(
    (ids) => findPortraits(read, ids),
    (portrait) => portrait.id,
  ),
  doctorsOfOrganization: byKey(
    (ids) => countDoctors(read, ids),
    (row) => row.organizationId!,
  ),
})

export type Context = SubgraphContext<ReturnType<typeof loaders>>
