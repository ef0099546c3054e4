import { sql } from 'drizzle-orm'
import type { Handle } from '../database.ts'
import type { LibraryEntry } from '../libraries.ts'
import { provinceCode } from './build.ts'
import { relinkMentions, resolveMentions } from './mentions.ts'
import type { Kind } from './record.ts'
import type { FileInfo, Refusal, ReleaseState, ReleaseSummary } from './report.ts'
import { saveAgain, saveChanges } from './save.ts'
import type { Sink } from './sink.ts'

/** What is put in force from the stage, and the bounds of what it replaces. */
export type ReleaseOrder = {
  readonly library: LibraryEntry
  readonly style: string
  readonly files: readonly FileInfo[]
  readonly kinds: readonly Kind[]
  /** Scope values it replaces; null is the whole library. */
  readonly scopes: readonly string[] | null
  readonly refusals: readonly Refusal[]
  /** Doubts about whole files, which no record carries. */
  readonly fileFlags: readonly string[]
  /** Share of a library's records a release may remove before it waits for a person; 1 lets everything pass. */
  readonly removable: number
  readonly restores?: string
}

/** Compares the stage of one library with what is in force, and puts it in force or holds it. */
export async function release(tx: Handle, order: ReleaseOrder, sinks: readonly Sink[]): Promise<ReleaseSummary> {
  const { library } = order
  await resolveMentions(tx, library, order.kinds)
  const count = await compare(tx, order)
  const refused = order.refusals.length
  const number = count.last + 1
  const id = `${library.id}@${number}`
  const isHeld = count.inForce > 0 && count.removed > order.removable * count.inForce
  const state: ReleaseState = isHeld ? 'HELD' : 'IN_FORCE'
  const { inserted, changed, unchanged, held, removed } = count
  const read = inserted + changed + unchanged + refused + held
  await tx.execute(sql`
    insert into library.release (id, library, number, state, style, files, kinds, scopes,
      read, inserted, changed, unchanged, refused, held, removed, rows, restores)
    values (${id}, ${library.id}, ${number}, ${state}, ${order.style}, ${JSON.stringify(order.files)}::jsonb,
      ${sql.param(order.kinds)}::text[], ${list(order.scopes)}::text[],
      ${read}, ${inserted}, ${changed}, ${unchanged}, ${refused}, ${held}, ${removed}, 0, ${order.restores ?? null})`)
  await keepDoubts(tx, id, order)
  await keepHeld(tx, number, isHeld)
  if (!isHeld) {
    await supersede(tx, order, number)
    await replaceVersions(tx, library, number)
  }
  const { rows, asOf } = await describeContent(tx, id, library.id)
  if (!isHeld) {
    await saveChanges(tx, library, { id, asOf }, sinks)
    await saveAgain(tx, await relinkMentions(tx), sinks)
  }
  return { id, library: library.id, number, state, read, inserted, changed, unchanged, refused, held, removed, rows }
}

type Comparison = {
  readonly inserted: number
  readonly changed: number
  readonly unchanged: number
  readonly held: number
  readonly removed: number
  readonly inForce: number
  readonly last: number
}

/** Decides what becomes of every staged record, and lists what would go. */
async function compare(tx: Handle, { library, kinds, scopes }: ReleaseOrder): Promise<Comparison> {
  await tx.execute(sql`truncate fate, gone`)
  // A record that only comes alongside yields to the row that is about it, and to its first public mention.
  await tx.execute(sql`
    insert into fate
    select s.seq, s.kind, s.main, case
      when not s.main and s.place > 1 then 'DROP' when s.mains > 1 then 'HELD' when v.hash is null then 'INSERT'
      when v.hash = s.hash then 'SAME' else 'CHANGE' end
    from (
      select seq, kind, local_id, main, hash,
        row_number() over (partition by kind, local_id order by main desc, restricted, seq) as place,
        count(*) filter (where main) over (partition by kind, local_id) as mains
      from stage where library = ${library.id}
    ) s left join library.version v
      on v.library = ${library.id} and v.kind = s.kind and v.local_id = s.local_id and v.to_release is null`)
  await tx.execute(sql`analyze fate`)
  await tx.execute(sql`
    insert into gone select v.kind, v.local_id, v.id, v.main from library.version v
    where v.library = ${library.id} and v.to_release is null and v.kind = any(${sql.param(kinds)}::text[])
      and (${list(scopes)}::text[] is null or v.scope = any(${list(scopes)}::text[]))
      and not exists (select from stage s
        where s.library = v.library and s.kind = v.kind and s.local_id = v.local_id)`)
  const [row] = await tx.execute(sql`
    select
      count(*) filter (where main and action = 'INSERT')::int as inserted,
      count(*) filter (where main and action = 'CHANGE')::int as changed,
      count(*) filter (where main and action = 'SAME')::int as unchanged,
      count(*) filter (where main and action = 'HELD')::int as held,
      (select count(*)::int from gone where main) as removed,
      (select count(*)::int from library.version v
        where v.library = ${library.id} and v.to_release is null and v.main) as "inForce",
      (select coalesce(max(number), 0)::int from library.release r where r.library = ${library.id}) as last
    from fate`)
  return row as Comparison
}

async function keepDoubts(tx: Handle, id: string, { library, refusals, fileFlags }: ReleaseOrder): Promise<void> {
  const codes = [...refusals.map(({ code }) => code), ...fileFlags]
  await tx.execute(sql`
    insert into library.flag_count (release, code, count)
    select ${id}, code, count(*)::int from (
      select f ->> 'code' as code from stage, jsonb_array_elements(flags) f
      where library = ${library.id} and flags <> '[]'
      union all select 'DUPLICATE_LOCAL_ID' from fate where action = 'HELD'
      union all select unnest(${sql.param(codes)}::text[])
    ) doubts group by code`)
  await tx.execute(sql`
    insert into library.refusal (release, file, sheet, row, code, hash)
    select ${id}, file, sheet, row, code, hash
    from jsonb_to_recordset(${JSON.stringify(refusals)}::jsonb)
      as r (file text, sheet text, row integer, code text, hash text)`)
}

/** Keeps what waits for a person: doubled rows, or everything when the release itself is held. */
async function keepHeld(tx: Handle, number: number, all: boolean): Promise<void> {
  await tx.execute(sql`
    insert into library.held (library, number, kind, local_id, id, main, scope, hash, restricted, record, flags, source,
      doubled, seq)
    select library, ${number}, s.kind, local_id, id, s.main, scope, hash, restricted, record, flags, source,
      action = 'HELD', seq
    from stage s join fate using (seq) where action = 'HELD' or (${all} and action <> 'DROP')`)
}

async function replaceVersions(tx: Handle, { id: library, ...entry }: LibraryEntry, number: number): Promise<void> {
  await tx.execute(sql`
    update library.version v set to_release = ${number} from gone g
    where v.library = ${library} and v.kind = g.kind and v.local_id = g.local_id and v.to_release is null`)
  await tx.execute(sql`
    update library.version v set to_release = ${number} from stage s join fate using (seq)
    where action = 'CHANGE' and v.library = ${library} and v.kind = s.kind and v.local_id = s.local_id and v.to_release is null`)
  await tx.execute(sql`
    insert into library.version (library, province, kind, local_id, id, main, scope, hash, restricted, record, flags,
      source, from_release)
    select library, ${provinceCode(entry) ?? null}, s.kind, local_id, id, s.main, scope, hash, restricted, record, flags, source,
      ${number}
    from stage s join fate using (seq) where action in ('INSERT', 'CHANGE')`)
}

/** Releases whose whole scope is covered by this one are in force no longer. */
async function supersede(tx: Handle, { library, kinds, scopes }: ReleaseOrder, number: number): Promise<void> {
  await tx.execute(sql`
    update library.release set state = 'SUPERSEDED'
    where library = ${library.id} and number < ${number} and state = 'IN_FORCE'
      and kinds <@ ${sql.param(kinds)}::text[]
      and (${list(scopes)}::text[] is null or scopes <@ ${list(scopes)}::text[])`)
}

/** Counts what the library now shows, and notes the last day its newest record speaks for. */
async function describeContent(tx: Handle, id: string, library: string): Promise<{ rows: number; asOf: string }> {
  // Records share a few dates, so that each is understood once.
  const [row] = await tx.execute(sql`
    update library.release r set rows = c.rows, as_of = coalesce(least(d.newest, r.created_at), r.created_at)
    from (
      select count(*) filter (where not restricted)::int as rows
      from library.version where library = ${library} and to_release is null and main
    ) c, (
      select max(library.last_day(value))::timestamptz as newest from (
        select distinct unnest(array[record ->> 'updatedOn', record ->> 'period']) as value
        from library.version where library = ${library} and to_release is null and main
      ) dates
    ) d where r.id = ${id} returning r.rows, r.as_of as "asOf"`)
  return row as { rows: number; asOf: string }
}

function list(values: readonly string[] | null) {
  return values && sql.param(values)
}
