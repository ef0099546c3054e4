import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Database, Handle } from '../database.ts'
import { findLibrary, type LibraryEntry } from '../libraries.ts'
import { recordReleases } from './journal.ts'
import { lockLibraries, prepareLibraries } from './lock.ts'
import type { Kind } from './record.ts'
import { type ReleaseOrder, release } from './release.ts'
import type { FileInfo, ReleaseState, ReleaseSummary } from './report.ts'
import { settle, tellChanges } from './settle.ts'
import type { Sink } from './sink.ts'
import { createStage, indexStage } from './stage.ts'

/** A release as the list shows it. */
export type PastRelease = ReleaseSummary & {
  /** ISO 8601, in UTC. */
  readonly createdAt: string
  readonly files: readonly FileInfo[]
  readonly scopes: readonly string[] | null
  /** The release whose content it brought back or confirmed. */
  readonly restores: string | null
}

/** Every release of a library, newest first. */
export async function listReleases(database: Database, libraryId: string): Promise<PastRelease[]> {
  const library = named(libraryId)
  return database.write(async (tx) => {
    const rows = await tx.execute(sql`
      select id, library, number, state, read, inserted, changed, unchanged, refused, held, removed, reidentified, rows,
        created_at as "createdAt", files, scopes, restores
      from library.release where library = ${library.id} order by number desc`)
    return rows.map((row) => ({ ...row, createdAt: new Date(String(row.createdAt)).toISOString() }) as PastRelease)
  })
}

type Again = {
  readonly database: Database
  readonly sinks: readonly Sink[]
  readonly library: string
  readonly release: string
}

/** Brings back the library as it stood with an earlier release; that is a release of its own, and can be undone alike. */
export async function rollback({ database, sinks, library: id, release: which }: Again): Promise<ReleaseSummary> {
  const library = named(id)
  const summary = await database.write(
    async (tx) => {
      const past = await open(tx, library, which)
      if (past.state === 'HELD' || past.state === 'DECLINED') {
        throw new HubError('BAD_VALUE', `批次 ${past.id} 从未生效，不能回退到它。`)
      }
      await tx.execute(sql`
        insert into stage (library, kind, local_id, id, main, scope, hash, restricted, record, flags, source)
        select library, kind, local_id, id, main, scope, hash, restricted, record, flags, source from library.version
        where library = ${library.id} and from_release <= ${past.number}
          and (to_release is null or to_release > ${past.number})`)
      const [row] = await tx.execute(sql`
        select array_agg(distinct kind) as kinds from library.version where library = ${library.id}`)
      return again(tx, library, past, sinks, {
        kinds: (row?.kinds ?? []) as Kind[],
        scopes: null,
        delta: false,
      })
    },
    { deadlineMs: hour },
  )
  await settle(database)
  return summary
}

/** Puts a held release in force, as a person decided. Its doubled rows go on waiting. */
export async function confirmRelease({ database, sinks, library: id, release: which }: Again): Promise<ReleaseSummary> {
  const library = named(id)
  const summary = await database.write(
    async (tx) => {
      const past = await open(tx, library, which)
      if (past.state !== 'HELD') throw new HubError('BAD_VALUE', `批次 ${past.id} 不是待确认的批次。`)
      await tx.execute(sql`
        insert into stage (library, kind, local_id, id, main, scope, hash, restricted, record, flags, source)
        select library, kind, local_id, id, main, scope, hash, restricted, record, flags, source from library.held
        where library = ${library.id} and number = ${past.number} order by seq`)
      await tx.execute(sql`delete from library.held where library = ${library.id} and number = ${past.number}`)
      await tx.execute(sql`
        with removed as (
          delete from library.held_removal where library = ${library.id} and number = ${past.number}
          returning library, kind, local_id
        ) insert into ${sql.raw(past.delta ? 'removal' : 'classified')} (library, kind, local_id) select * from removed`)
      await tx.execute(sql`update library.release set state = 'SUPERSEDED' where id = ${past.id}`)
      return again(tx, library, past, sinks, past)
    },
    { deadlineMs: hour },
  )
  await settle(database)
  return summary
}

/** Throws a held release away; what is in force stays, and so does the record that it was declined. */
export async function declineRelease({ database, library: id, release: which }: Again): Promise<ReleaseSummary> {
  const library = named(id)
  return database.write(async (tx) => {
    const past = await open(tx, library, which)
    if (past.state !== 'HELD') throw new HubError('BAD_VALUE', `批次 ${past.id} 不是待确认的批次。`)
    await tx.execute(sql`delete from library.held where library = ${library.id} and number = ${past.number}`)
    await tx.execute(sql`delete from library.held_removal where library = ${library.id} and number = ${past.number}`)
    const [row] = await tx.execute(sql`
      update library.release set state = 'DECLINED' where id = ${past.id}
      returning id, library, number, state, read, inserted, changed, unchanged, refused, held, removed, reidentified, rows`)
    await recordReleases(tx, [row as ReleaseSummary], `decline ${past.id}`)
    return row as ReleaseSummary
  })
}

const hour = 3_600_000

type Past = {
  readonly id: string
  readonly number: number
  readonly state: ReleaseState
  readonly style: string
  readonly files: readonly FileInfo[]
  readonly kinds: readonly Kind[]
  readonly scopes: readonly string[] | null
  readonly delta: boolean
}

async function open(tx: Handle, library: LibraryEntry, which: string): Promise<Past> {
  await prepareLibraries(tx)
  await lockLibraries(tx, [library.id])
  await createStage(tx)
  const id = /^\d+$/.test(which) ? `${library.id}@${which}` : which
  const [past] = await tx.execute(sql`
    select id, number, state, style, files, kinds, scopes, delta from library.release
    where library = ${library.id} and id = ${id}`)
  if (!past)
    throw new HubError('BAD_VALUE', `资源库 ${library.id} 没有批次 ${which}；用 lianku releases ${library.id} 查看。`)
  return past as Past
}

type Bounds = Pick<ReleaseOrder, 'kinds' | 'scopes' | 'delta'>

async function again(
  tx: Handle,
  library: LibraryEntry,
  past: Past,
  sinks: readonly Sink[],
  bounds: Bounds,
): Promise<ReleaseSummary> {
  const { style, files, id } = past
  const { kinds, scopes, delta } = bounds
  const order = {
    library,
    style,
    files,
    kinds,
    scopes,
    delta,
    fileFlags: {},
    removable: 1,
    restores: id,
  }
  await indexStage(tx)
  const summary = await release(tx, order, sinks)
  await tellChanges(tx)
  await recordReleases(tx, [summary], `restore ${id}`)
  return summary
}

function named(id: string): LibraryEntry {
  const library = findLibrary(id)
  if (!library) throw new HubError('UNKNOWN_LIBRARY', `没有资源库 ${id}。`)
  return library
}
