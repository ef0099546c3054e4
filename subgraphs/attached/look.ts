import type { Connection } from '../database/connection.ts'
import { drizzleOver } from '../database/session.ts'
import type { Prepared, Sink } from '../intake/sink.ts'
import { findLibrary, type LibraryEntry } from '../libraries.ts'

/** What a hub keeps of an attached library beside the way to it. */
export type Sight = {
  /** Its releases in force, and the time the newest speaks for. */
  readonly releases: readonly string[]
  readonly asOf: string
  /** Kinds of lists it feeds. */
  readonly kinds: readonly string[]
  /** What it says of organizations, which belong to no single library. */
  readonly said: readonly Said[]
}

export type Said = { readonly sink: Sink; readonly records: readonly Prepared[] }

/** Looks at a library in its own database. */
export async function lookAt(connection: Connection, { id }: LibraryEntry, sinks: readonly Sink[]): Promise<Sight> {
  const reader = drizzleOver((text, params, arrays) => connection.send(text, params, arrays))
  const sharing = sinks.filter(({ said }) => said)
  const said: Said[] = []
  for (const sink of sharing) {
    const records = await sink.said!(reader, id)
    said.push({ sink, records: records.map((record) => ({ ...record, library: findLibrary(id)! })) })
  }
  const shared = new Set<string>(sharing.map(({ kind }) => kind))
  const kinds = (await kindsOf(connection, id)).filter((kind) => !shared.has(kind))
  return { releases: await releasesOf(connection, id), asOf: await asOfNow(connection, id), kinds, said }
}

export async function releasesOf(connection: Connection, library: string): Promise<readonly string[]> {
  const rows = await connection.send(
    `select id from library.release where library = $1 and state = 'IN_FORCE' order by number`,
    [library],
  )
  return rows.map(({ id }) => String(id))
}

async function asOfNow(connection: Connection, library: string): Promise<string> {
  const [row] = await connection.send(
    `select coalesce(max(as_of), now()) as "asOf" from library.release where library = $1 and state = 'IN_FORCE'`,
    [library],
  )
  return String(row!.asOf)
}

/** Every subgraph counts the sources of its lists in a table `source` of its own. */
async function kindsOf(connection: Connection, library: string): Promise<string[]> {
  const schemas = await connection.send(
    `select format('%I', n.nspname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relname = 'source' and c.relkind = 'r' and has_table_privilege(c.oid, 'select')`,
    [],
  )
  const each = schemas.map(({ name }) => `select kind from ${name}.source where library = $1`)
  const rows = await connection.send(`${each.join(' union ')} order by 1`, [library])
  return rows.map(({ kind }) => String(kind))
}
