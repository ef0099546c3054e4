import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byKey, groupedBy } from '../loader.ts'
import { findOpenLicenses, findOpenLicensesOfPatents } from './queries.ts'

export const loaders = ({ db }: SubgraphRequest) => ({
  openLicense: byKey(
    (ids) => findOpenLicenses(db.read, ids),
    (license) => license.id,
  ),
  openLicensesOfPatent: groupedBy(
    (numbers) => findOpenLicensesOfPatents(db.read, numbers),
    (license) => license.patentNumber!,
  ),
})

export type Context = SubgraphContext<ReturnType<typeof loaders>>
