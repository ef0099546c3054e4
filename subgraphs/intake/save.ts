import { sql } from 'drizzle-orm'
import type { Handle } from '../database.ts'
import { findLibrary, type LibraryEntry } from '../libraries.ts'
import type { Relinked } from './mentions.ts'
import type { Flag, Kind, Source } from './record.ts'
import type { Prepared, Sink } from './sink.ts'

const batch = 1000

/** Hands what a release changed to the subgraphs: organizations first, then every kind that has a sink. */
export async function saveChanges(
  tx: Handle,
  library: LibraryEntry,
  release: { readonly id: string; readonly asOf: string },
  sinks: readonly Sink[],
): Promise<void> {
  const ordered = [...sinks].sort((a, b) => Number(b.kind === 'organization') - Number(a.kind === 'organization'))
  for (const sink of ordered) {
    for await (const records of changedRecords(tx, library, release.id, sink.kind)) await sink.save(tx, records)
    const gone = await tx.execute(sql`select id from gone where kind = ${sink.kind} order by id`)
    if (gone.length > 0)
      await sink.remove(
        tx,
        gone.map(({ id }) => String(id)),
        library,
      )
  }
  for (const sink of ordered) await sink.counted?.(tx, library, release.asOf)
}

/** Hands records on once more whose links have changed though their own files have not. */
export async function saveAgain(tx: Handle, relinked: readonly Relinked[], sinks: readonly Sink[]): Promise<void> {
  for (const sink of sinks) {
    const wanted = relinked.filter(({ kind }) => kind === sink.kind)
    for (let at = 0; at < wanted.length; at += batch) {
      const part = wanted.slice(at, at + batch)
      const rows = await tx.execute(sql`
        select v.library, v.from_release, v.id, v.local_id, v.record, v.restricted, v.flags, v.source
        from library.version v join unnest(
          ${sql.param(part.map(({ library }) => library))}::text[], ${sql.param(part.map(({ localId }) => localId))}::text[]
        ) w (library, local_id) using (library, local_id)
        where v.kind = ${sink.kind} and v.to_release is null`)
      const records = rows.map((row) => {
        const library = findLibrary(String(row.library))!
        return prepared(row, sink.kind, library, `${library.id}@${row.from_release}`)
      })
      if (records.length > 0) await sink.save(tx, records)
    }
  }
}

async function* changedRecords(
  tx: Handle,
  library: LibraryEntry,
  release: string,
  kind: Kind,
): AsyncGenerator<Prepared[]> {
  let after: unknown = 0
  while (true) {
    const rows = await tx.execute(sql`
      select seq, id, local_id, record, restricted, flags, source from stage join fate f using (seq)
      where f.kind = ${kind} and action in ('INSERT', 'CHANGE') and seq > ${after}
      order by seq limit ${batch}`)
    if (rows.length > 0) yield rows.map((row) => prepared(row, kind, library, release))
    if (rows.length < batch) return
    after = rows.at(-1)!.seq
  }
}

function prepared(row: Record<string, unknown>, kind: Kind, library: LibraryEntry, release: string): Prepared {
  return {
    id: row.id as string,
    kind,
    localId: row.local_id as string,
    fields: row.record as Prepared['fields'],
    restricted: row.restricted as boolean,
    flags: row.flags as readonly Flag[],
    source: row.source as Source,
    library,
    release,
  }
}
