import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import type { Db, Reader } from '../database.ts'
import { type Attached, type Site, SiteFailure, type SiteLibrary } from './attached.ts'

/** Where rows are read: the hub's own tables, or those of an attached database. */
export type Place = {
  readonly reader: Reader
  /** The libraries it speaks for; undefined is the hub, for all that are not attached. */
  readonly libraries?: readonly string[]
  /** Libraries whose rows are still in its tables and are read elsewhere already. */
  readonly except?: readonly string[]
}

/** Bounds a statement to the libraries a place speaks for: an attached database may hold others too. */
export function within({ libraries, except }: Place, library: AnyColumn): SQL | undefined {
  if (except) return sql`${library} <> all(${sql.param(except)})`
  return libraries && sql`${library} = any(${sql.param(libraries)})`
}

/** The hub itself, for every library that is not attached. */
export function hubOf({ read, attached }: Db): Place {
  const except = attached.sites.flatMap(({ libraries }) =>
    libraries.flatMap(({ id, clearing }) => (clearing ? [id] : [])),
  )
  return except.length === 0 ? { reader: read } : { reader: read, except }
}

/** The hub, and each attached database that has libraries wanted. */
export function placesFor(db: Db, wanted: (library: SiteLibrary) => boolean): readonly Place[] {
  const { sites } = db.attached
  if (sites.length === 0) return [{ reader: db.read }]
  return [hubOf(db), ...attachedPlaces(sites, wanted)]
}

/**
 * Puts a question to every place at once and gives back what those say that answer, the hub first. An attached database
 * that does not is told to `failed` and noted in the request; an error of the hub's own is thrown.
 */
export async function askPlaces<T>(
  { missing }: Attached,
  places: readonly Place[],
  question: (place: Place) => Promise<T>,
  failed?: (libraries: readonly string[], failure: SiteFailure) => void,
): Promise<T[]> {
  if (places.length === 1 && !places[0]!.libraries) return [await question(places[0]!)]
  const answers = places.map(async (place) => {
    try {
      return [await question(place)]
    } catch (error) {
      if (!(error instanceof SiteFailure && place.libraries)) throw error
      for (const library of place.libraries) missing.set(library, error)
      failed?.(place.libraries, error)
      return []
    }
  })
  return (await Promise.all(answers)).flat()
}

/** Rows of the hub and of every attached database that has one of these libraries, for what only they contribute. */
export async function findEverywhere<Row>(
  db: Db,
  libraries: readonly string[],
  find: (reader: Reader, place: Place) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  if (db.attached.sites.length === 0) return find(db.read, { reader: db.read })
  const rest = libraries.filter((library) => !siteOf(db.attached, library))
  const hub = rest.length === 0 ? [] : [{ reader: db.read, libraries: rest }]
  const places = [...hub, ...attachedPlaces(db.attached.sites, ({ id }) => libraries.includes(id))]
  return (await askPlaces(db.attached, places, (place) => find(place.reader, place))).flat()
}

/** Rows by ids that carry their library, `hb-edu-talent:1` or `hb-edu-talent@1`, each asked for where it lives. */
export async function findAtHome<Row>(
  db: Db,
  ids: readonly string[],
  find: (reader: Reader, ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  if (db.attached.sites.length === 0) return find(db.read, ids)
  const homes = Map.groupBy(ids, (id) => siteOf(db.attached, libraryOf(id)))
  const found = Array.from(homes, ([site, some]) => {
    const place = site ? { reader: site.reader, libraries: [...new Set(some.map(libraryOf))] } : { reader: db.read }
    return askPlaces(db.attached, [place], ({ reader }) => find(reader, some))
  })
  return (await Promise.all(found)).flat(2)
}

function attachedPlaces(sites: readonly Site[], wanted: (library: SiteLibrary) => boolean): readonly Place[] {
  return sites.flatMap((site) => placeAt(site, wanted) ?? [])
}

function placeAt({ reader, libraries }: Site, wanted: (library: SiteLibrary) => boolean): Place | undefined {
  const asked = libraries.filter(wanted)
  return asked.length === 0 ? undefined : { reader, libraries: asked.map(({ id }) => id) }
}

function siteOf({ sites }: Attached, library: string): Site | undefined {
  return sites.find(({ libraries }) => libraries.some(({ id }) => id === library))
}

function libraryOf(id: string): string {
  return id.split(/[:@]/, 1)[0]!
}
