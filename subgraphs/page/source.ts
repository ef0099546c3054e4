import { and, eq } from 'drizzle-orm'
import { within } from '../attached/places.ts'
import { dueAfter, isoDate } from '../clock.ts'
import { anyOf } from '../database.ts'
import { type Asking, type Filter, passes } from './asking.ts'
import type { List } from './list.ts'
import { compareText } from './merge.ts'

export type SourceStatus = {
  readonly library: { readonly id: string }
  readonly status: 'OK' | 'STALE' | 'TIMEOUT' | 'UNREACHABLE' | 'CIRCUIT_OPEN' | 'DENIED'
  readonly asOf: string | null
  readonly rows: number | null
  /** The release that answers a question as of a date. */
  readonly release: string | null
  readonly message: string | null
}

type SourceRow = {
  readonly library: string
  readonly rows: number
  readonly asOf: string
  readonly cycleMonths: number | null
}

/**
 * The libraries a list asked, after its filter on province and library, with how fresh each is; libraries that failed
 * one of its questions are told as that.
 */
export async function readSources(
  asking: Asking,
  list: List<never>,
  filter: Filter,
  now: Date,
): Promise<readonly SourceStatus[]> {
  const rows = await selectSources(asking, list, filter)
  await asking.settled()
  const { absent } = asking
  const present = rows.filter(({ library }) => !absent.has(library)).map((row) => statusOf(row, now))
  if (absent.size === 0) return present
  const missing = Array.from(absent, ([library, { state, message }]): SourceStatus => {
    return { library: { id: library }, status: state, asOf: null, rows: null, release: null, message }
  })
  const asked = missing.filter(({ library }) => passes(filter, library.id))
  return [...present, ...asked].sort((a, b) => compareText(a.library.id, b.library.id))
}

/** Public records of the libraries asked; what an unfiltered count needs not count again. */
export async function countSources(asking: Asking, list: List<never>): Promise<number> {
  return (await selectSources(asking, list, {})).reduce((sum, row) => sum + row.rows, 0)
}

async function selectSources(asking: Asking, list: List<never>, filter: Filter): Promise<readonly SourceRow[]> {
  const { sources } = list
  const { province, library } = filter as { province?: string[] | null; library?: string[] | null }
  const parts = await asking.ask(filter, async (place) => {
    const found = await place.reader
      .select({ library: sources.library, rows: sources.rows, asOf: sources.asOf, cycleMonths: sources.cycleMonths })
      .from(sources)
      .where(
        and(
          eq(sources.kind, list.kind),
          province ? anyOf(sources.province, province) : undefined,
          library ? anyOf(sources.library, library) : undefined,
          within(place, sources.library),
        ),
      )
      .orderBy(sources.library)
    return found as SourceRow[]
  })
  return parts.length === 1 ? parts[0]! : parts.flat().sort((a, b) => compareText(a.library, b.library))
}

function statusOf({ library, rows, asOf, cycleMonths }: SourceRow, now: Date): SourceStatus {
  const due = dueAfter(asOf, cycleMonths)
  const stale = due !== null && due < now
  return {
    library: { id: library },
    status: stale ? 'STALE' : 'OK',
    asOf,
    rows,
    release: null,
    message: stale ? `应在 ${isoDate(due)} 前更新，数据可能已过时。` : null,
  }
}
