import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Viewer } from '#schema/viewer.ts'
import type { Database, Reader } from '../../database.ts'
import type { LibraryEntry } from '../../libraries.ts'
import type { Flag, Kind, Source } from '../record.ts'
import type { Sink } from '../sink.ts'
import { type ChangeRow, keyOf } from './change-row.ts'
import { shareRecords } from './share.ts'

/** What became of one public record: as it now stands, or that it is no more. */
export type Change =
  | {
      readonly type: 'UPSERT'
      readonly id: string
      readonly kind: Kind
      readonly localId: string
      readonly release: string
      /** The row's own record; otherwise one that came alongside, such as the university of a person. */
      readonly main: boolean
      readonly scope: string | null
      readonly fields: Readonly<Record<string, unknown>>
      readonly flags: readonly Flag[]
      readonly source: Source
    }
  | {
      readonly type: 'DELETE'
      readonly id: string
      readonly kind: Kind
      readonly localId: string
      readonly release: string
    }

export type ChangesPage = {
  readonly library: string
  readonly changes: readonly Change[]
  /** Where the next page begins; the same again when nothing has changed. It keeps its meaning for good. */
  readonly next: string
  /** Whether there is more now. */
  readonly more: boolean
}

/**
 * What has changed in a library since a cursor, each public record once, in the order of the releases that brought or
 * took it. Throws BAD_CURSOR, and NOT_SUPPORTED for a library that is attached: its records would seem to be gone.
 */
export async function listChanges(
  database: Pick<Database, 'db'>,
  sinks: readonly Sink[],
  library: LibraryEntry,
  { since, limit }: { readonly since: string | undefined; readonly limit: number },
): Promise<ChangesPage> {
  const from = readCursor(since)
  return database.db(harvester).restricted(async (tx) => {
    const [attached] = await tx.execute(sql`select from attached.library where library = ${library.id}`)
    if (attached) {
      throw new HubError('NOT_SUPPORTED', `${library.id} 已附接，记录在本省的数据库中；请向本省的平台收割。`)
    }
    const rows = await findChanges(tx, library.id, from, limit + 1)
    const page = rows.slice(0, limit)
    const shared = await shareRecords(tx, sinks, library, page)
    const last = page.at(-1)
    return {
      library: library.id,
      changes: page.flatMap((row) => changeOf(row, library, shared.get(keyOf(row)))),
      next: writeCursor(last ? [last.release, last.turn, last.kind, last.localId] : from),
      more: rows.length > limit,
    }
  })
}

type Cursor = readonly [release: number, turn: number, kind: string, localId: string]

/** One statement, so that all of it is seen at one moment. */
async function findChanges(tx: Reader, library: string, [release, turn, kind, localId]: Cursor, limit: number) {
  const rows = await tx.execute(sql`
    select id, kind, local_id as "localId", release, turn, present, main, scope, record as fields, flags, source
    from library.change where library = ${library}
      and release >= ${release} and (release, turn, kind, local_id) > (${release}::int, ${turn}::int, ${kind}, ${localId})
    order by release, turn, kind, local_id limit ${limit}`)
  return rows as unknown as ChangeRow[]
}

function changeOf(row: ChangeRow, library: LibraryEntry, fields: Change['kind'] | object | undefined): Change[] {
  const { id, kind, localId, main, scope } = row
  const release = `${library.id}@${row.release}`
  if (!row.present) return [{ type: 'DELETE', id, kind, localId, release }]
  if (!fields) return []
  return [
    {
      type: 'UPSERT',
      id,
      kind,
      localId,
      release,
      main,
      scope,
      fields: fields as Readonly<Record<string, unknown>>,
      flags: row.flags ?? [],
      source: row.source!,
    },
  ]
}

function readCursor(since: string | undefined): Cursor {
  if (since === undefined || since === '') return [0, 0, '', '']
  try {
    const read = JSON.parse(Buffer.from(since, 'base64url').toString('utf8')) as unknown[]
    // Cursors given before records could be told of again name no turn.
    const [release, turn, kind, localId] = read.length === 3 ? [read[0], 0, ...read.slice(1)] : read
    if (isCount(release) && isCount(turn) && typeof kind === 'string' && typeof localId === 'string') {
      if (read.length <= 4 && !`${kind}${localId}`.includes('\0')) return [release, turn, kind, localId]
    }
  } catch {
    // Said below.
  }
  throw new HubError('BAD_CURSOR', 'since 应为上一页给出的 next，收到的不是。')
}

/** A count that PostgreSQL takes for an integer. */
function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** The feed is for everybody; its view shows public records only. */
const harvester: Viewer = { role: 'PUBLIC', subject: 'lianku feed' }
