import { and, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { HubError } from '#schema/errors.ts'
import { nothingAttached, type SiteLibrary } from '../attached/attached.ts'
import { lastDay } from '../clock.ts'
import { plannedAnew } from '../database/connection.ts'
import type { Db, Reader } from '../database.ts'
import type { SubgraphRequest } from '../define.ts'
import { releaseNumber } from '../rows.ts'
import { attachedTo, type Filter, passes } from './asking.ts'
import { fixed } from './columns.ts'
import type { List, ListArguments } from './list.ts'
import { compareText } from './merge.ts'
import type { SourceStatus } from './source.ts'
import { movedTo } from './twin.ts'

/**
 * What a question as of a date is put to: the list over the rows that were public then, of each library in the last of
 * its releases whose content speaks for no later day. Rows of a library that is attached are its province's, which
 * keeps no history for the hub.
 */
export async function pastSide<Row>(
  list: List<Row>,
  args: ListArguments,
  { db, ...request }: Pick<SubgraphRequest, 'db' | 'viewer' | 'secret' | 'now'>,
) {
  const plain = list as unknown as List<never>
  const { history, name, comparing = [] } = plain
  if (!history) throw new HubError('NOT_SUPPORTED', `${name} 不能按日期回看。`)
  if (args.restricted) throw new HubError('NOT_SUPPORTED', 'asOf 只回看公开的记录，不能与 restricted 同时使用。')
  const compared = comparing.find((filter) => args.filter?.[filter] != null)
  if (compared) throw new HubError('NOT_SUPPORTED', `${compared} 须比对各库现在的记录，不能与 asOf 同时使用。`)
  const day = lastDay(args.asOf!)
  const attached = attachedTo(db.attached, plain)
  const releases = (await releasesAt(db, plain, day)).filter(({ library }) => !isAmong(attached, library))
  const past = pastOf(list)
  const read = readerThen(db.read, plain, releases)
  return {
    list: past,
    request: { ...request, db: { ...db, read, attached: nothingAttached } },
    sources: () => sourcesThen({ ...db, read }, past as unknown as List<never>, args.filter ?? {}, releases, attached),
  }
}

type ReleaseThen = {
  readonly library: string
  /** The last one by then; null when its first came later. */
  readonly number: number | null
  readonly asOf: string | null
  /** The first one whose content is kept. */
  readonly first: number
}

async function releasesAt(db: Db, { history }: List<never>, day: string): Promise<readonly ReleaseThen[]> {
  const { library, number, asOf } = history!.releases
  const rows = await db.read.execute(sql`
    select library, first, number, as_of as "asOf" from (
      select distinct on (${library}) ${library}, ${number}, ${asOf} from ${history!.releases}
      where ${asOf}::date <= ${day}::date order by ${library}, ${number} desc
    ) latest right join (
      select ${library}, min(${number}) as first from ${history!.releases} group by ${library}
    ) known using (library)`)
  return rows as unknown as readonly ReleaseThen[]
}

/** The same list over `rowsThen`, which the reader puts in front of each statement. */
function pastOf<Row>(list: List<Row>): List<Row> {
  const known = pasts.get(list)
  if (known) return known as List<Row>
  const table = alias(list.table, 'rowsThen') as unknown as List<never>['table']
  const past = { ...movedTo(list as unknown as List<never>, table), isPast: true } as unknown as List<Row>
  pasts.set(list, past)
  return past
}

const pasts = new WeakMap<object, unknown>()

function readerThen(read: Reader, list: List<never>, releases: readonly ReleaseThen[]): Reader {
  const numbers = releases.flatMap(({ library, number }) => (number === null ? [] : [[library, number]]))
  const inForce = sql`(${JSON.stringify(Object.fromEntries(numbers))}::jsonb ->> library)::int`
  const { table, history } = list
  const names = Object.values(getTableColumns(table)).map(({ name }) => sql.identifier(name))
  const columns = sql.join(names, sql`, `)
  // Plain conditions on two tables with the same indexes, so that a page is read along an index of both.
  const rowsThen = sql`
    select ${columns} from ${fixed(table)} where ${releaseNumber(table.provenance)} <= ${inForce}
    union all select ${columns} from ${fixed(history!.past)} where from_release <= ${inForce} and to_release > ${inForce}`
  return Object.assign(Object.create(read), {
    // A statement may have a WITH of its own, and one level takes only one.
    execute: (statement: SQL) =>
      read.execute(sql`${sql.raw(plannedAnew)}
        with "rowsThen" as not materialized (${rowsThen}) select * from (${statement}) answered`),
  }) as Reader
}

async function sourcesThen(
  { read }: Db,
  list: List<never>,
  filter: Filter,
  releases: readonly ReleaseThen[],
  attached: readonly SiteLibrary[],
): Promise<readonly SourceStatus[]> {
  const { library } = list.table
  const { province: provinces, library: libraries } = filter
  const asked = and(
    ...Object.entries({ province: provinces, library: libraries }).map(([name, value]) =>
      value == null ? undefined : list.filters[name]?.(value as never),
    ),
  )
  const [counts, current] = await Promise.all([
    read.execute(
      sql`select ${library}, count(*)::int as rows from ${list.table} ${asked && sql`where ${asked}`} group by 1`,
    ),
    read.select({ library: list.sources.library }).from(list.sources).where(sql`${list.sources.kind} = ${list.kind}`),
  ])
  const rows = new Map(counts.map((row) => [String(row.library), Number(row.rows)]))
  const feeding = new Set([...rows.keys(), ...current.map((row) => String(row.library))])
  const known = new Map(releases.map((release) => [release.library, release]))
  const statuses = [...feeding]
    .filter((id) => passes(filter, id) && !isAmong(attached, id))
    .map((id) => statusThen(id, rows.get(id) ?? 0, known.get(id)))
  const elsewhere = attached.filter(({ id }) => passes(filter, id)).map(({ id }) => absent(id, atHome))
  return [...statuses, ...elsewhere].sort((a, b) => compareText(a.library.id, b.library.id))
}

function statusThen(id: string, rows: number, release: ReleaseThen | undefined): SourceStatus {
  if (release?.number != null) {
    const { number, asOf } = release
    return { library: { id }, status: 'OK', asOf, rows, release: `${id}@${number}`, message: null }
  }
  if (!release || release.first > 1) return absent(id, notKept)
  return { library: { id }, status: 'OK', asOf: null, rows: 0, release: null, message: notYet }
}

function absent(id: string, message: string): SourceStatus {
  return { library: { id }, status: 'DENIED', asOf: null, rows: null, release: null, message }
}

const notYet = '这一天之前，这个库还没有批次。'
const notKept = '这个库更早的内容没有保留。'
const atHome = '这个库的记录在本省的数据库中，不保留以前的批次。'

function isAmong(libraries: readonly SiteLibrary[], id: string): boolean {
  return libraries.some((library) => library.id === id)
}
