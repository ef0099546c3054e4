import type DataLoader from 'dataloader'
import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byKey, groupedBy } from '../loader.ts'
import {
  findFlagCounts,
  findKinds,
  findLibraries,
  findNewestReleases,
  findReleasesInForce,
  findTrends,
  type Release,
} from './queries.ts'

export const loaders = ({ db }: SubgraphRequest) => {
  const newest = new Map<number, DataLoader<string, readonly Release[]>>()
  return {
    library: byKey(
      (ids) => findLibraries(db.read, ids),
      (library) => library.id,
    ),
    recordKind: byKey(
      (ids) => findKinds(db.read, ids),
      (record) => record.id,
    ),
    releaseInForce: byKey(
      (ids) => findReleasesInForce(db.read, ids),
      (release) => release.library,
    ),
    flagCounts: groupedBy(
      (ids) => findFlagCounts(db.read, ids),
      (flag) => flag.release,
    ),
    trend: groupedBy(
      (ids) => findTrends(db.read, ids),
      (release) => release.library,
    ),
    newestReleases(count: number): DataLoader<string, readonly Release[]> {
      const loader =
        newest.get(count) ??
        groupedBy(
          (ids) => findNewestReleases(db.read, ids, count),
          (release) => release.library,
        )
      newest.set(count, loader)
      return loader
    },
  }
}

export type Context = SubgraphContext<ReturnType<typeof loaders>>
