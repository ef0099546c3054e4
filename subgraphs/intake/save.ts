import { sql } from 'drizzle-orm'
import type { Handle } from '../database.ts'
import { findLibrary, type LibraryEntry } from '../libraries.ts'
import type { Relinked } from './mentions.ts'
import type { Flag, Kind, Source } from './record.ts'
import type { DatedRelease, Prepared, Sink } from './sink.ts'

const batch = 1000

/** Hands what a release changed to the subgraphs: organizations first, then every kind that has a sink. */
export async function saveChanges(
  tx: Handle,
  library: LibraryEntry,
  release: DatedRelease,
  sinks: readonly Sink[],
): Promise<void> {
  const ordered = [...sinks].sort((a, b) => Number(b.kind === 'organization') - Number(a.kind === 'organization'))
  const byKind = Map.groupBy(ordered, ({ kind }) => kind)
  if (byKind.size > 0) await tx.execute(sql`create index if not exists stage_seq on stage (seq)`)
  const size = await batchSize(tx)
  for (const [kind, interested] of byKind) {
    await saveKind(tx, changedRecords(tx, library, release.id, kind, size), interested)
    for (const isWithdrawal of [false, true]) {
      const ending = { release: release.id, isWithdrawal }
      const after = (last: string) => goneAfter(tx, kind, isWithdrawal, last)
      for (let ids = await after(''); ids.length > 0; ids = await after(ids.at(-1)!)) {
        for (const sink of interested) await sink.remove(tx, ids, library, ending)
      }
    }
  }
  for (const sink of ordered) await sink.counted?.(tx, library, release)
}

async function goneAfter(tx: Handle, kind: Kind, withdrawn: boolean, last: string): Promise<string[]> {
  const rows = await tx.execute(sql`
    select id from gone where kind = ${kind} and withdrawn = ${withdrawn} and id > ${last} order by id limit ${10 * batch}`)
  return rows.map(({ id }) => String(id))
}

/** While the server takes one batch in, the next is made ready here. */
async function saveKind(tx: Handle, batches: AsyncIterable<Prepared[]>, sinks: readonly Sink[]): Promise<void> {
  const heed = heedOf(sinks)
  const save = async (records: Prepared[]) => {
    const willing = await heed(tx, records)
    for (const sink of sinks) await sink.save(tx, willing)
  }
  let saving: Promise<void> | undefined
  for await (const records of batches) {
    const next = heeded(save(records))
    await saving
    saving = next
  }
  await saving
}

function heedOf(sinks: readonly Sink[]): NonNullable<Sink['heed']> {
  return sinks.find(({ heed }) => heed)?.heed ?? (async (_, records) => records)
}

/** A promise that is awaited later: that it fails is no surprise until then. */
function heeded<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** Hands records on once more whose links have changed though their own files have not. */
export async function saveAgain(tx: Handle, relinked: readonly Relinked[], sinks: readonly Sink[]): Promise<void> {
  for (const sink of sinks) {
    const wanted = relinked.filter(({ kind }) => kind === sink.kind)
    const heed = heedOf(sinks.filter(({ kind }) => kind === sink.kind))
    for (let at = 0; at < wanted.length; at += batch) {
      const part = wanted.slice(at, at + batch)
      const rows = await tx.execute(sql`
        select v.library, v.from_release, v.id, v.local_id, v.record, v.restricted, v.flags, v.source
        from library.version v
        where v.kind = ${sink.kind} and v.to_release is null and (v.library, v.local_id) in (
          select * from unnest(${sql.param(part.map(({ library }) => library))}::text[],
            ${sql.param(part.map(({ localId }) => localId))}::text[]))`)
      const records = rows.map((row) => {
        const library = findLibrary(String(row.library))!
        return prepared(row, sink.kind, library, `${library.id}@${row.from_release}`)
      })
      if (records.length > 0) await sink.save(tx, await heed(tx, records))
    }
  }
}

/** How many records are handed on at a time: fewer where some are long. */
async function batchSize(tx: Handle): Promise<number> {
  const [row] = await tx.execute(sql`select coalesce(max(pg_column_size(record)), 0)::int as longest from stage`)
  const fitting = Math.floor(batchBytes / Math.max(1, Number(row?.longest)))
  return Math.min(batch, Math.max(shortestBatch, fitting))
}

// As the server stores them; a batch in hand, one on its way and their rows are several times that.
const batchBytes = 2 ** 24
const shortestBatch = 10

/** Changed records in the order they were read; the next batch is asked for before one is handed on. */
async function* changedRecords(
  tx: Handle,
  library: LibraryEntry,
  release: string,
  kind: Kind,
  size: number,
): AsyncGenerator<Prepared[]> {
  await tx.execute(sql`
    declare changed no scroll cursor for
    select id, local_id, record, restricted, flags, source from stage join fate f using (seq)
    where f.kind = ${kind} and action in ('INSERT', 'CHANGE') order by seq`)
  const fetch = () => heeded(Promise.resolve(tx.execute(sql.raw(`fetch ${size} from changed`))))
  let next = fetch()
  while (true) {
    const rows = await next
    if (rows.length === 0) break
    next = fetch()
    yield rows.map((row) => prepared(row, kind, library, release))
  }
  await tx.execute(sql`close changed`)
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
