import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { groupedBy } from '../loader.ts'
import { findOpenLicensesOfPatents } from './queries.ts'

export const loaders = ({ db }: SubgraphRequest) => ({
  openLicensesOfPatent: groupedBy(
    (numbers) => findOpenLicensesOfPatents(db.read, numbers),
    (license) => license.patentNumber!,
  ),
})

export type Context = SubgraphContext<ReturnType<typeof loaders>>
