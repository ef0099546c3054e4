import type { Attached, FailedState, SiteFailure, SiteLibrary } from '../attached/attached.ts'
import { askPlaces, hubOf, type Place, placesFor } from '../attached/places.ts'
import type { Db } from '../database.ts'
import { findLibrary } from '../libraries.ts'
import type { List } from './list.ts'

export type Filter = Readonly<Record<string, unknown>>

/** One list as it is being answered: where it is asked for, and who of them did not answer. */
export type Asking = {
  /** Asks every place that may have rows under a filter; gives back what those say that answer, the hub first. */
  readonly ask: <T>(filter: Filter, question: Question<T>) => Promise<T[]>
  /** Attached libraries of this list that failed so far or were left out from the start, with the reason for users. */
  readonly absent: ReadonlyMap<string, Absence>
  /** Every question put so far has been answered or given up. */
  readonly settled: () => Promise<void>
}

/** `isAlone` tells that no other place is asked, so that its word is the last. */
export type Question<T> = (place: Place, isAlone: boolean) => Promise<T>

export type Absence = { readonly state: FailedState; readonly message: string }

/** Attached libraries that feed a list. */
export function attachedTo({ sites }: Attached, { kind }: Pick<List<never>, 'kind'>): readonly SiteLibrary[] {
  if (sites.length === 0) return none
  return sites.flatMap(({ libraries }) => libraries.filter(({ kinds }) => kinds.includes(kind)))
}

/** Begins to answer a list, without libraries that its first page had to do without. */
export function startAsking(db: Db, list: List<never>, without: readonly string[]): Asking {
  const feeding = attachedTo(db.attached, list)
  if (feeding.length === 0) return askHub(db)
  const absent = new Map(without.map((library) => [library, leftOut]))
  const open = new Set<Promise<unknown>>()
  const noteFailure = (libraries: readonly string[], { state, message }: SiteFailure) => {
    for (const library of libraries) absent.set(library, { state, message })
  }
  return {
    absent,
    ask(filter, question) {
      const places = placesFor(
        db,
        (library) => feeding.includes(library) && !without.includes(library.id) && passes(filter, library.id),
      )
      const isAlone = places.length === 1
      const asked = askPlaces(db.attached, places, (place) => question(place, isAlone), noteFailure)
      const ended = asked.then(forget, forget)
      open.add(ended)
      function forget() {
        open.delete(ended)
      }
      return asked
    },
    async settled() {
      while (open.size > 0) await Promise.all(open)
    },
  }
}

/** Whether a filter on province and library lets a library through. */
export function passes({ province, library }: Filter, id: string): boolean {
  const from = findLibrary(id)?.province ?? null
  return includes(library, id) && includes(province, from)
}

function includes(wanted: unknown, value: string | null): boolean {
  return wanted == null || (wanted as readonly (string | null)[]).includes(value)
}

function askHub(db: Db): Asking {
  const hub = hubOf(db)
  return { absent: nobody, ask: async (_, question) => [await question(hub, true)], settled: async () => undefined }
}

const none: readonly SiteLibrary[] = []
const nobody: ReadonlyMap<string, Absence> = new Map()

const leftOut: Absence = {
  state: 'UNREACHABLE',
  message: '这次翻页开始时这个库没有应答，后面各页也不含它；从第一页重新查询即可包含。',
}
