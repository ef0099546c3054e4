import { sql } from 'drizzle-orm'
import type { Database } from '../database.ts'
import { lockIntake } from '../intake/lock.ts'
import { settle } from '../intake/settle.ts'
import type { Sink } from '../intake/sink.ts'
import { findLibrary, type LibraryEntry } from '../libraries.ts'
import { keepSight } from './attach.ts'
import { openForChecks } from './connect.ts'
import type { Credentials } from './credentials.ts'
import { lookAt, releasesOf } from './look.ts'

export type RenewOptions = {
  readonly database: Database
  readonly credentials: () => Promise<Credentials>
  readonly sinks: readonly Sink[]
}

const everyMs = 60_000

/** While the hub runs, follows what provinces refresh; gives back what ends it. */
export function keepRenewing(options: RenewOptions): () => Promise<void> {
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= renewAttached(options).finally(() => {
      running = undefined
    })
  }, everyMs).unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** Looks once at every attached library that was refreshed since; those that do not answer wait for the next time. */
export async function renewAttached({ database, credentials, sinks }: RenewOptions): Promise<void> {
  const seen = await listSeen(database).catch(() => [])
  if (seen.length === 0) return
  const known = await credentials()
  for (const { library, releases } of seen) {
    const url = known.get(library.id)
    if (url !== undefined) await renew({ database, sinks }, library, releases, url).catch(() => undefined)
  }
}

type Seen = { readonly library: LibraryEntry; readonly releases: readonly string[] }

async function listSeen(database: Database): Promise<Seen[]> {
  const rows = await database.write((tx) => tx.execute(sql`select library, releases from attached.library`))
  return rows.flatMap((row) => {
    const library = findLibrary(String(row.library))
    return library ? [{ library, releases: row.releases as string[] }] : []
  })
}

async function renew(
  { database, sinks }: Pick<RenewOptions, 'database' | 'sinks'>,
  library: LibraryEntry,
  seen: readonly string[],
  url: string,
): Promise<void> {
  const connection = await openForChecks(url)
  try {
    const now = await releasesOf(connection, library.id)
    if (now.join() === seen.join()) return
    const sight = await lookAt(connection, library, sinks)
    await database.write(async (tx) => {
      await lockIntake(tx, [library.id])
      // It may have been detached meanwhile, or another process may have been faster.
      const [row] = await tx.execute(sql`select releases from attached.library where library = ${library.id}`)
      if (row && (row.releases as string[]).join() === seen.join()) await keepSight(tx, library, sight)
    })
    await settle(database)
  } finally {
    await connection.end()
  }
}
