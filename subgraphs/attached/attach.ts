import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import { openConnection } from '../database/connection.ts'
import type { Database, Handle } from '../database.ts'
import { lockIntake, prepareLibraries } from '../intake/lock.ts'
import { settle } from '../intake/settle.ts'
import type { Sink } from '../intake/sink.ts'
import { withdraw } from '../intake/withdraw.ts'
import { findLibrary, type LibraryEntry } from '../libraries.ts'
import { migrationHashes } from '../migrate.ts'
import { type Expected, objectionsTo, readShape } from './checks.ts'
import { openForChecks } from './connect.ts'
import { lookAt, type Sight } from './look.ts'

export type AttachOptions = {
  readonly database: Database
  /** Address of the hub's own database, as its owner. */
  readonly hubUrl: string
  readonly sinks: readonly Sink[]
  readonly library: string
  /** Address of the province's database, with the login that may only read. */
  readonly url: string
  /** Take out records of the library that the hub holds itself; its releases stay and can be rolled back to. */
  readonly replace: boolean
  /** Keeps the address, once nothing stands against it. */
  readonly keep: () => Promise<void>
  /** Resolves when every process reads the library where it now is, and no request is left that began before. */
  readonly adopted: () => Promise<void>
}

/** What attaching did: the releases now shown, and how many records of the hub's own it took out. */
export type Attachment = {
  readonly library: string
  readonly releases: readonly string[]
  readonly kinds: readonly string[]
  readonly withdrawn: number
}

/**
 * Joins a library to the hub's lists that stays in its province's database. At every moment its records are in one place:
 * what the hub holds itself is first passed over, and taken out once nobody reads it. Throws what stands against it.
 */
export async function attachLibrary(options: AttachOptions): Promise<Attachment> {
  const { database, hubUrl, sinks, url, replace, keep, adopted } = options
  const library = named(options.library)
  const sight = await look(library, url, await expectedOf(hubUrl), sinks)
  const withdrawn = await database.write(async (tx) => {
    await prepareLibraries(tx)
    await lockIntake(tx, [library.id])
    const own = await countOwn(tx, library)
    if (own > 0 && !replace) {
      throw new HubError(
        'BAD_VALUE',
        `平台自己还存有 ${library.id} 的 ${own} 条记录；一个库的记录只能在一处。加上 --replace 将其移出（批次仍保留，可以回退）。`,
      )
    }
    await keep()
    await keepSight(tx, library, sight)
    await tx.execute(sql`update attached.library set clearing = ${own > 0} where library = ${library.id}`)
    return own
  })
  if (withdrawn > 0) {
    await adopted()
    await database.write(async (tx) => {
      await lockIntake(tx, [library.id])
      const [row] = await tx.execute(sql`
        update attached.library set clearing = false where library = ${library.id} and clearing returning library`)
      // It may have been detached meanwhile.
      if (!row) return
      await withdraw(tx, library, sinks)
      await keepSight(tx, library, sight)
    })
  }
  await settle(database)
  return { library: library.id, releases: sight.releases, kinds: sight.kinds, withdrawn }
}

/** Takes a library out of the hub's lists again; gives back whether it was attached. */
export async function detachLibrary(
  { database, sinks }: Pick<AttachOptions, 'database' | 'sinks'>,
  id: string,
): Promise<boolean> {
  const library = named(id)
  const found = await database.write(async (tx) => {
    await lockIntake(tx, [library.id])
    const removed = await tx.execute(sql`delete from attached.library where library = ${library.id} returning library`)
    if (removed.length === 0) return false
    const nothing = sinks.flatMap((sink) => (sink.said ? [{ sink, records: [] }] : []))
    await keepSaid(tx, library, { said: nothing, asOf: new Date().toISOString() })
    return true
  })
  await settle(database)
  return found
}

/** Notes how an attached library stands now, with what it says of organizations. */
export async function keepSight(tx: Handle, library: LibraryEntry, sight: Sight): Promise<void> {
  await keepSaid(tx, library, sight)
  await tx.execute(sql`
    insert into attached.library (library, kinds, releases)
    values (${library.id}, ${sql.param(sight.kinds)}::text[], ${sql.param(sight.releases)}::text[])
    on conflict (library) do update
      set kinds = excluded.kinds, releases = excluded.releases, attached_at = excluded.attached_at`)
}

const atOnce = 1000

async function keepSaid(tx: Handle, library: LibraryEntry, { said, asOf }: Pick<Sight, 'said' | 'asOf'>) {
  for (const { sink, records } of said) {
    const ids = records.map(({ id }) => id)
    const gone = await tx.execute(sql`
      delete from attached.organization where library = ${library.id} and id <> all(${sql.param(ids)}::text[]) returning id`)
    for (let at = 0; at < records.length; at += atOnce) await sink.save(tx, records.slice(at, at + atOnce))
    await tx.execute(sql`
      insert into attached.organization (id, library)
      select distinct id, ${library.id} from unnest(${sql.param(ids)}::text[]) id on conflict do nothing`)
    const left = gone.map(({ id }) => String(id))
    // Its releases are numbered where it lives.
    if (left.length > 0) await sink.remove(tx, left, library, { release: library.id, isWithdrawal: false })
    await sink.counted?.(tx, library, { id: library.id, asOf })
  }
}

async function look(library: LibraryEntry, url: string, expected: Expected, sinks: readonly Sink[]): Promise<Sight> {
  const connection = await openForChecks(url)
  try {
    const objections = await objectionsTo(connection, library, expected)
    if (objections.length > 0) throw new HubError('BAD_VALUE', `不能附接 ${library.id}：\n${objections.join('\n')}`)
    return await lookAt(connection, library, sinks)
  } finally {
    await connection.end()
  }
}

/** The hub is the measure: what the public may read here must be there, and nothing else. */
async function expectedOf(hubUrl: string): Promise<Expected> {
  const connection = openConnection({ url: hubUrl })
  try {
    return { tables: await readShape(connection, 'lianku_public'), migrations: await migrationHashes() }
  } finally {
    await connection.end()
  }
}

async function countOwn(tx: Handle, { id }: LibraryEntry): Promise<number> {
  const [row] = await tx.execute(sql`
    select count(*)::int as own from library.version where library = ${id} and to_release is null`)
  return row!.own as number
}

function named(id: string): LibraryEntry {
  const library = findLibrary(id)
  if (!library) throw new HubError('UNKNOWN_LIBRARY', `没有资源库 ${id}。`)
  return library
}
