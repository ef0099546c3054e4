import { type SQL, sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Database, Handle } from '../database.ts'
import type { Kind } from './record.ts'
import type { ReleaseOrder } from './release.ts'
import type { Filed, Sink } from './sink.ts'

/** One record that a release brought, changed or took away, with its content before and after. */
export type Difference = {
  readonly kind: Kind
  readonly localId: string
  readonly change: 'INSERTED' | 'CHANGED' | 'REMOVED'
  /** Fields whose content differs; all of them when the record is new or gone. */
  readonly fields: readonly string[]
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

/**
 * What a release changed against the content before it, in the order of ids; of a held one, what it would change now.
 * Holds restricted records too, and nothing that people have withdrawn since.
 */
export async function diffRelease(
  database: Database,
  sinks: readonly Sink[],
  library: string,
  which: string,
): Promise<Difference[]> {
  const id = /^\d+$/.test(which) ? `${library}@${which}` : which
  return database.write(async (tx) => {
    const [release] = await tx.execute(sql`
      select number, state, kinds, scopes, delta from library.release where library = ${library} and id = ${id}`)
    if (!release)
      throw new HubError('BAD_VALUE', `资源库 ${library} 没有批次 ${which}；用 lianku releases ${library} 查看。`)
    if (release.state === 'DECLINED') throw new HubError('BAD_VALUE', `批次 ${id} 未采用，内容没有保留。`)
    const bounds = { ...release, library } as Bounds
    const rows = await tx.execute(release.state === 'HELD' ? heldChanges(bounds) : madeChanges(bounds))
    return (await recalled(tx, sinks, rows as unknown as Sides[])).map(describe)
  })
}

type Bounds = Pick<ReleaseOrder, 'kinds' | 'scopes' | 'delta'> & { readonly library: string; readonly number: number }

function madeChanges({ library, number }: Bounds): SQL {
  return sql`
    select kind, local_id as "localId", coalesce(a.id, b.id) as id, b.record as before, a.record as after
    from (select * from library.version where library = ${library} and to_release = ${number}) b
      full join (select * from library.version where library = ${library} and from_release = ${number}) a
      using (kind, local_id)
    order by kind, local_id`
}

/** What comes and differs from what is in force, then what would go: what a delta names, else all that did not come again. */
function heldChanges({ library, number, kinds, scopes, delta }: Bounds): SQL {
  const same = sql`h.library = v.library and h.number = ${number} and h.kind = v.kind and h.local_id = v.local_id`
  const goes = delta
    ? sql`exists (select from library.held_removal h where ${same})`
    : sql`v.kind = any(${sql.param(kinds)}::text[])
        and (${scopes && sql.param(scopes)}::text[] is null or v.scope = any(${scopes && sql.param(scopes)}::text[]))`
  return sql`
    select h.kind, h.local_id as "localId", h.id, v.record as before, h.record as after
    from library.held h left join library.version v
      on v.library = h.library and v.kind = h.kind and v.local_id = h.local_id and v.to_release is null
    where h.library = ${library} and h.number = ${number} and not h.doubled and v.hash is distinct from h.hash
    union all
    select v.kind, v.local_id, v.id, v.record, null from library.version v
    where v.library = ${library} and v.to_release is null and ${goes}
      and not exists (select from library.held h where ${same})
    order by kind, "localId"`
}

type Sides = Pick<Difference, 'kind' | 'localId' | 'before' | 'after'> & { readonly id: string }

async function recalled(tx: Handle, sinks: readonly Sink[], rows: readonly Sides[]): Promise<Sides[]> {
  const kept = [...rows]
  for (const { kind, recall } of sinks) {
    if (!recall) continue
    for (const side of ['before', 'after'] as const) {
      const places = [...kept.keys()].filter((place) => kept[place]!.kind === kind && kept[place]![side] !== null)
      const filed = places.map((place) => ({ id: kept[place]!.id, fields: kept[place]![side] }) as Filed)
      for (const [i, { fields }] of (await recall(tx, filed)).entries()) {
        kept[places[i]!] = { ...kept[places[i]!]!, [side]: fields }
      }
    }
  }
  return kept
}

function describe({ kind, localId, before, after }: Sides): Difference {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort()
  const fields = names.filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]))
  const change = before === null ? 'INSERTED' : after === null ? 'REMOVED' : 'CHANGED'
  return { kind, localId, change, fields, before, after }
}
