import { and, eq } from 'drizzle-orm'
import { dueAfter, isoDate } from '../clock.ts'
import { anyOf, type Reader } from '../database.ts'
import type { List } from './list.ts'

export type SourceStatus = {
  readonly library: { readonly id: string }
  readonly status: 'OK' | 'STALE' | 'TIMEOUT' | 'UNREACHABLE' | 'CIRCUIT_OPEN' | 'DENIED'
  readonly asOf: string | null
  readonly rows: number | null
  readonly message: string | null
}

type SourceRow = {
  readonly library: string
  readonly rows: number
  readonly asOf: string
  readonly cycleMonths: number | null
}

/** The libraries a list asked, after its filter on province and library, with how fresh each is. */
export async function readSources(
  reader: Reader,
  list: List<never>,
  filter: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<readonly SourceStatus[]> {
  return (await selectSources(reader, list, filter)).map((row) => statusOf(row, now))
}

/** Public records of the libraries asked; what an unfiltered count needs not count again. */
export async function countSources(reader: Reader, list: List<never>): Promise<number> {
  return (await selectSources(reader, list, {})).reduce((sum, row) => sum + row.rows, 0)
}

async function selectSources(
  reader: Reader,
  list: List<never>,
  filter: Readonly<Record<string, unknown>>,
): Promise<readonly SourceRow[]> {
  const { sources } = list
  const { province, library } = filter as { province?: string[] | null; library?: string[] | null }
  const rows = await reader
    .select({ library: sources.library, rows: sources.rows, asOf: sources.asOf, cycleMonths: sources.cycleMonths })
    .from(sources)
    .where(
      and(
        eq(sources.kind, list.kind),
        province ? anyOf(sources.province, province) : undefined,
        library ? anyOf(sources.library, library) : undefined,
      ),
    )
    .orderBy(sources.library)
  return rows as SourceRow[]
}

function statusOf({ library, rows, asOf, cycleMonths }: SourceRow, now: Date): SourceStatus {
  const due = dueAfter(asOf, cycleMonths)
  const stale = due !== null && due < now
  return {
    library: { id: library },
    status: stale ? 'STALE' : 'OK',
    asOf,
    rows,
    message: stale ? `应在 ${isoDate(due)} 前更新，数据可能已过时。` : null,
  }
}
