import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { groupedBy } from '../loader.ts'
import { findLinks } from './queries.ts'

export const loaders = ({ db }: SubgraphRequest) => ({
  linksOf: groupedBy(
    (ids) => findLinks(db.read, ids),
    (link) => link.of,
  ),
})

export type Context = SubgraphContext<ReturnType<typeof loaders>>
