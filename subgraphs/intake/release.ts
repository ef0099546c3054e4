import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import { type FlagCode, flags } from '#schema/flags.ts'
import type { Handle } from '../database.ts'
import type { LibraryEntry } from '../libraries.ts'
import { provinceCode } from './build.ts'
import { relinkMentions, resolveMentions } from './mentions.ts'
import type { Kind } from './record.ts'
import { mendReferences, resolveReferences } from './references.ts'
import type { FileInfo, ReleaseState, ReleaseSummary } from './report.ts'
import { saveAgain, saveChanges } from './save.ts'
import type { Sink } from './sink.ts'
import { liftLateDoubts, missingRemovals } from './stage.ts'

/** What is put in force from the stage, and the bounds of what it replaces. */
export type ReleaseOrder = {
  readonly library: LibraryEntry
  readonly style: string
  readonly files: readonly FileInfo[]
  readonly kinds: readonly Kind[]
  /** Scope values it replaces; null is the whole library. */
  readonly scopes: readonly string[] | null
  /** It names what changed: what it does not name stays. */
  readonly delta: boolean
  /** How often what was doubted that no record carries: whole files, and removals. */
  readonly fileFlags: Readonly<Partial<Record<FlagCode, number>>>
  /** Share of a library's records a release may remove or re-identify before it waits for a person; 1 lets everything pass. */
  readonly removable: number
  readonly restores?: string
}

/** Compares the stage of one library with what is in force, and puts it in force or holds it. */
export async function release(tx: Handle, order: ReleaseOrder, sinks: readonly Sink[]): Promise<ReleaseSummary> {
  const { library } = order
  await liftLateDoubts(tx, library.id)
  await resolveMentions(tx, library, order.kinds)
  await resolveReferences(tx, library.id, order.kinds)
  const count = await compare(tx, order)
  const number = count.last + 1
  const id = `${library.id}@${number}`
  const isHeld = count.inForce > 0 && count.removed + count.swapped > order.removable * count.inForce
  const state: ReleaseState = isHeld ? 'HELD' : 'IN_FORCE'
  const { inserted, changed, unchanged, refused, held, removed, reidentified } = count
  const read = inserted + changed + unchanged + refused + held
  const { told } = count
  const toldRead = told.inserted + told.changed + told.unchanged + told.refused + told.held
  await tx.execute(sql`
    insert into library.release (id, library, number, state, style, files, kinds, scopes, delta,
      read, inserted, changed, unchanged, refused, held, removed, reidentified, rows, restores, told_read, told_inserted,
      told_changed, told_unchanged, told_refused, told_held, told_removed, told_reidentified)
    values (${id}, ${library.id}, ${number}, ${state}, ${order.style}, ${JSON.stringify(order.files)}::jsonb,
      ${sql.param(order.kinds)}::text[], ${list(order.scopes)}::text[], ${order.delta},
      ${read}, ${inserted}, ${changed}, ${unchanged}, ${refused}, ${held}, ${removed}, ${reidentified}, 0, ${order.restores ?? null},
      ${toldRead}, ${told.inserted}, ${told.changed}, ${told.unchanged}, ${told.refused}, ${told.held}, ${told.removed}, ${told.reidentified})`)
  await keepDoubts(tx, id, order)
  await keepHeld(tx, number, isHeld, order)
  if (!isHeld) {
    if (!order.delta) await supersede(tx, order, number)
    await replaceVersions(tx, library, number)
  }
  const { rows, asOf } = await describeContent(tx, id, library.id)
  if (!isHeld) {
    await saveChanges(tx, library, { id, asOf }, sinks)
    await saveAgain(tx, [...(await relinkMentions(tx)), ...(await mendReferences(tx))], sinks)
    await countQuality(tx, library.id)
  }
  const counts = { read, inserted, changed, unchanged, refused, held, removed, reidentified, rows }
  return { id, library: library.id, number, state, ...counts }
}

type Account = {
  readonly inserted: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
  readonly held: number
  readonly removed: number
  /** Records whose content stays and whose id does not. */
  readonly reidentified: number
}

type Comparison = Account & {
  /** What everybody may know of it: public records alone, as if there were no others, and no row refused as classified. */
  readonly told: Account
  /** Of those reidentified, those whose new id meant something else before; the others count among the removed. */
  readonly swapped: number
  readonly inForce: number
  readonly last: number
}

type Counted = Omit<Comparison, 'reidentified' | 'swapped' | 'told'> & {
  readonly removals: number
} & Readonly<Record<`told${'Inserted' | 'Changed' | 'Unchanged' | 'Refused' | 'Held' | 'Removed' | 'Gone'}`, number>>

/** Decides what becomes of every staged record, and lists what would go. */
async function compare(tx: Handle, order: ReleaseOrder): Promise<Comparison> {
  const { library } = order
  await tx.execute(sql`truncate fate, gone`)
  // A record that only comes alongside yields to the row that is about it, and to its first public mention.
  await tx.execute(sql`
    insert into fate
    select s.seq, s.kind, s.main, case
      when not s.main and s.place > 1 then 'DROP' when s.mains > 1 then 'HELD' when v.hash is null then 'INSERT'
      when v.hash = s.hash then 'SAME' else 'CHANGE' end, s.restricted, v.restricted
    from (
      select seq, kind, local_id, main, hash, restricted,
        row_number() over (partition by kind, local_id order by main desc, restricted, seq) as place,
        count(*) filter (where main) over (partition by kind, local_id) as mains
      from stage where library = ${library.id}
    ) s left join library.version v
      on v.library = ${library.id} and v.kind = s.kind and v.local_id = s.local_id and v.to_release is null`)
  await tx.execute(sql`analyze fate`)
  await listGone(tx, order)
  const [row] = await tx.execute(sql`
    select
      count(*) filter (where main and action = 'INSERT')::int as inserted,
      count(*) filter (where main and action = 'CHANGE')::int as changed,
      count(*) filter (where main and action = 'SAME')::int as unchanged,
      count(*) filter (where main and action = 'HELD')::int as held,
      (select count(*)::int from gone where main) as removed,
      (select count(*)::int from refused where library = ${library.id}) as refused,
      (select count(*)::int from removal where library = ${library.id}) as removals,
      count(*) filter (where main and not hidden and action in ('INSERT', 'CHANGE') and was_hidden is not false)::int as "toldInserted",
      count(*) filter (where main and not hidden and action = 'CHANGE' and not was_hidden)::int as "toldChanged",
      count(*) filter (where main and not hidden and action = 'SAME')::int as "toldUnchanged",
      (select count(*)::int from refused where library = ${library.id} and code <> 'CLASSIFIED_REFUSED') as "toldRefused",
      count(*) filter (where main and not hidden and action = 'HELD')::int as "toldHeld",
      (select count(*)::int from gone where main and not restricted)
        + count(*) filter (where main and hidden and action = 'CHANGE' and not was_hidden)::int as "toldRemoved",
      (select count(*)::int from removal r join gone g using (kind, local_id)
        where r.library = ${library.id} and not g.restricted) as "toldGone",
      (select count(*)::int from library.version v
        where v.library = ${library.id} and v.to_release is null and v.main) as "inForce",
      (select coalesce(max(number), 0)::int from library.release r where r.library = ${library.id}) as last
    from fate`)
  const { toldInserted, toldChanged, toldUnchanged, toldRefused, toldHeld, toldRemoved, toldGone, ...rest } =
    row as Counted
  const { removals, ...count } = rest
  const missing = removals === 0 ? 0 : (await missingRemovals(tx, library.id, 0)).count
  const { toldReidentified, ...others } = await countReidentified(tx, library.id)
  return {
    ...count,
    ...others,
    // A row that takes a record away is a change, so that what was read adds up.
    changed: count.changed + removals - missing,
    unchanged: count.unchanged + missing,
    told: {
      inserted: toldInserted,
      changed: toldChanged + toldGone,
      unchanged: toldUnchanged + missing,
      refused: toldRefused,
      held: toldHeld,
      removed: toldRemoved,
      reidentified: toldReidentified,
    },
  }
}

/**
 * Lists what would go: what a delta takes away, else all in its bounds that did not come again. What is taken away by name
 * or came as classified is withdrawn of every date.
 */
async function listGone(tx: Handle, { library, kinds, scopes, delta }: ReleaseOrder): Promise<void> {
  if (delta) {
    const [both] = await tx.execute(sql`
      select local_id as id from removal join stage s using (library, kind, local_id)
      where library = ${library.id} and s.main limit 1`)
    if (both) throw new HubError('BAD_FILE', `编号 ${both.id} 在同一批中既有注销，又有新增或变更；请只留一行。`)
    await tx.execute(sql`
      insert into gone select distinct v.kind, v.local_id, v.id, v.main, v.restricted, true from library.version v
        join (select library, kind, local_id from removal union select library, kind, local_id from classified
          except select library, kind, local_id from stage where main) named using (library, kind, local_id)
        where library = ${library.id} and v.to_release is null`)
    return
  }
  await tx.execute(sql`
    insert into gone select v.kind, v.local_id, v.id, v.main, v.restricted,
      (v.library, v.kind, v.local_id) in (select library, kind, local_id from classified)
    from library.version v
    where v.library = ${library.id} and v.to_release is null and v.kind = any(${sql.param(kinds)}::text[])
      and (${list(scopes)}::text[] is null or v.scope = any(${list(scopes)}::text[]))
      and not exists (select from stage s
        where s.library = v.library and s.kind = v.kind and s.local_id = v.local_id)`)
}

/** Counts records that came under another id, their content word for word the same. */
async function countReidentified(tx: Handle, library: string) {
  const [row] = await tx.execute(sql`
    select count(*)::int as reidentified, count(*) filter (where action = 'CHANGE')::int as swapped,
      count(*) filter (where not s.restricted)::int as "toldReidentified"
    from stage s join fate f using (seq)
    where f.main and f.action in ('INSERT', 'CHANGE') and exists (
      select from library.version v
      where v.library = ${library} and v.to_release is null and v.main and v.kind = s.kind and v.hash = s.hash
        and v.local_id <> s.local_id
        and (exists (select from gone g where g.kind = v.kind and g.local_id = v.local_id)
          or exists (select from stage t join fate u using (seq)
            where t.library = v.library and t.kind = v.kind and t.local_id = v.local_id and u.action = 'CHANGE')))`)
  return row as Pick<Comparison, 'reidentified' | 'swapped'> & { readonly toldReidentified: number }
}

const versions = JSON.stringify(
  Object.fromEntries(
    Object.entries(flags).flatMap(([code, { ruleVersion }]) => (ruleVersion === '1' ? [] : [[code, ruleVersion]])),
  ),
)

/** Counts the doubts about what is public, for everybody to see; the report has them all. */
async function keepDoubts(tx: Handle, id: string, { library, fileFlags }: ReleaseOrder): Promise<void> {
  await tx.execute(sql`
    insert into library.flag_count (release, code, count, version)
    select ${id}, code, sum(count)::int, coalesce(${versions}::jsonb ->> code, '1') from (
      select f ->> 'code' as code, 1 as count from stage, jsonb_array_elements(flags) f
      where library = ${library.id} and flags <> '[]' and not restricted
      union all select 'DUPLICATE_LOCAL_ID', 1 from fate where action = 'HELD' and not hidden
      union all select code, 1 from refused where library = ${library.id} and code <> 'CLASSIFIED_REFUSED'
      union all select key, value::int from jsonb_each_text(${JSON.stringify(fileFlags)}::jsonb)
    ) doubts group by code`)
  await tx.execute(sql`
    insert into library.refusal (release, file, sheet, row, code, hash)
    select ${id}, file, sheet, row, code, hash from refused where library = ${library.id}`)
}

/** Keeps what waits for a person: doubled rows, or everything when the release itself is held. */
async function keepHeld(tx: Handle, number: number, all: boolean, { library }: ReleaseOrder): Promise<void> {
  if (all) {
    await tx.execute(sql`
      insert into library.held_removal (library, number, kind, local_id)
      select library, ${number}::int, kind, local_id from removal where library = ${library.id}
      union
      -- Of what is classified only ids that were public before are noted.
      select library, ${number}::int, kind, local_id from classified where library = ${library.id} and exists (
        select from library.version v where v.library = classified.library and v.kind = classified.kind
          and v.local_id = classified.local_id and v.to_release is null)`)
  }
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
  // Records share a few dates, so that each is understood once. A half-year says more than the year it is filed under.
  const [row] = await tx.execute(sql`
    update library.release r set rows = c.rows, as_of = coalesce(least(d.newest, r.created_at), r.created_at)
    from (
      select count(*) filter (where not restricted)::int as rows
      from library.version where library = ${library} and to_release is null and main
    ) c, (
      select max(library.last_day(value))::timestamptz as newest from (
        select distinct coalesce(record ->> 'period', record ->> 'updatedOn') as value
        from library.version where library = ${library} and to_release is null and main
      ) dates
    ) d where r.id = ${id} returning r.rows, r.as_of as "asOf"`)
  return row as { rows: number; asOf: string }
}

/** Counts anew what is doubted in the library as it stands. */
async function countQuality(tx: Handle, library: string): Promise<void> {
  await tx.execute(sql`delete from library.quality where library = ${library}`)
  await tx.execute(sql`
    insert into library.quality (library, code, count)
    select ${library}, f ->> 'code', count(*)::int from library.version, jsonb_array_elements(flags) f
    where library = ${library} and to_release is null and not restricted and flags <> '[]' group by 2`)
}

function list(values: readonly string[] | null) {
  return values && sql.param(values)
}
