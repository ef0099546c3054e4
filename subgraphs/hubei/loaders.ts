import { findAtHome, findEverywhere } from '../attached/places.ts'
import type { SubgraphContext, SubgraphRequest } from '../define.ts'
import { byKey } from '../loader.ts'
import { findRecords } from '../page/by-id.ts'
import {
  actionLibrary,
  countDoctors,
  countFunded,
  findEnterprises,
  findPortraits,
  portraitLibrary,
  specialActionList,
} from './queries.ts'

export const loaders = (request: SubgraphRequest) => {
  const { db } = request
  return {
    specialAction: byKey(
      (ids) => findRecords(request, specialActionList, ids),
      (action) => action.id,
    ),
    enterprise: byKey(
      (ids) => findEverywhere(db, [actionLibrary], (reader) => findEnterprises(reader, ids)),
      (enterprise) => enterprise.id,
    ),
    funded: byKey(
      (keys) => findEverywhere(db, [actionLibrary], (reader) => countFunded(reader, keys)),
      (row) => row.key,
    ),
    portrait: byKey(
      (ids) => findAtHome(db, ids, findPortraits),
      (portrait) => portrait.id,
    ),
    doctorsOfOrganization: byKey(
      (ids) => findEverywhere(db, [portraitLibrary], (reader) => countDoctors(reader, ids)),
      (row) => row.organizationId!,
    ),
  }
}

export type Context = SubgraphContext<ReturnType<typeof loaders>>
