import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byFields, groupedBy } from '../loader.ts'
import { findOpenLicensesOfPatents } from './queries.ts'

export const loaders = ({ db }: SubgraphRequest) => ({
  openLicensesOfPatent: byFields((fields) =>
    groupedBy(
      (numbers) => findOpenLicensesOfPatents(db, numbers, fields()),
      (license) => license.relatedBy,
    ),
  ),
})

export type Context = SubgraphContext<ReturnType<typeof loaders>>
