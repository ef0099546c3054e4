import type DataLoader from 'dataloader'
import { findAtHome } from '../attached/places.ts'
import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byKey, groupedBy } from '../loader.ts'
import {
  findFlagCounts,
  findKinds,
  findLibraries,
  findNewestReleases,
  findQuality,
  findReleasesInForce,
  findRestrictedKinds,
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
      (ids) => findAtHome(db, ids, findKinds),
      (record) => record.id,
    ),
    restrictedKind: byKey(
      (ids) => db.restricted((tx) => findRestrictedKinds(tx, ids), seenKinds),
      (record) => record.id,
    ),
    releaseInForce: byKey(
      (ids) => findAtHome(db, ids, findReleasesInForce),
      (release) => release.library,
    ),
    flagCounts: groupedBy(
      (ids) => findAtHome(db, ids, findFlagCounts),
      (flag) => flag.release,
    ),
    quality: groupedBy(
      (ids) => findAtHome(db, ids, findQuality),
      (flag) => flag.library,
    ),
    trend: groupedBy(
      (ids) => findAtHome(db, ids, findTrends),
      (release) => release.library,
    ),
    newestReleases(count: number): DataLoader<string, readonly Release[]> {
      const loader =
        newest.get(count) ??
        groupedBy(
          (ids) => findAtHome(db, ids, (reader, some) => findNewestReleases(reader, some, count)),
          (release) => release.library,
        )
      newest.set(count, loader)
      return loader
    },
  }
}

export type Context = SubgraphContext<ReturnType<typeof loaders>>

/** Who knows what a restricted record is knows that it is there. */
function seenKinds(found: readonly { readonly id: string }[]) {
  return { object: 'Node', ids: found.map(({ id }) => id), fields: ['id'] }
}
