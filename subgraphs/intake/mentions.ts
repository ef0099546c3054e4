import { type SQL, sql } from 'drizzle-orm'
import type { Handle } from '../database.ts'
import type { LibraryEntry } from '../libraries.ts'
import { provinceCode } from './build.ts'
import type { CanonicalOf, Kind } from './record.ts'

/** Fields in which a record names one unit. */
const single: { readonly [K in Kind]?: readonly (keyof CanonicalOf<K>['fields'])[] } = {
  talent: ['organization'],
  achievement: ['organization'],
  demand: ['enterprise'],
  alliance: ['lead'],
  allianceMember: ['organization'],
  agreement: ['partyA', 'partyB'],
  institute: ['organization'],
  visit: ['enterprise'],
  challenge: ['poster', 'winner'],
  ledger: ['unit'],
}

/** Fields in which it names several. */
const several: { readonly [K in Kind]?: readonly (keyof CanonicalOf<K>['fields'])[] } = {
  patent: ['applicants'],
  openLicense: ['licensors'],
}

/**
 * Gives staged mentions that carry a name and no official code the id of the one organization of that name in the
 * library's province; a name that leads to none, or to several, is flagged. What is known of organizations is what is
 * in force and what the same files bring.
 */
export async function resolveMentions(tx: Handle, library: LibraryEntry, kinds: readonly Kind[]): Promise<void> {
  const province = provinceCode(library)
  const named = [...pairs(single), ...pairs(several)].some(({ kind }) => kinds.includes(kind))
  if (!province || !named) return
  await listNames(tx)
  for (const { kind, field } of pairs(single).filter((pair) => kinds.includes(pair.kind))) {
    await tx.execute(sql`
      update stage s set record = jsonb_set(s.record, ${path(field, 'id')}::text[], to_jsonb(n.id)) from names n
      where s.library = ${library.id} and s.kind = ${kind} and n.province = ${province}
        and n.name = ${nameOf(sql`s.record -> ${field}::text`)} and ${hasNoCode(sql`s.record -> ${field}::text`)}`)
    await tx.execute(sql`
      update stage s set flags = s.flags || jsonb_build_array(jsonb_build_object(
        'code', 'ORGANIZATION_UNRESOLVED', 'field', ${field}::text, 'original', s.record -> ${field}::text -> 'text'))
      where s.library = ${library.id} and s.kind = ${kind} and s.record -> ${field}::text ->> 'text' is not null
        and ${hasNoCode(sql`s.record -> ${field}::text`)}`)
  }
  for (const { kind, field } of pairs(several).filter((pair) => kinds.includes(pair.kind))) {
    await tx.execute(sql`
      update stage s set record = jsonb_set(s.record, ${path(field)}::text[], ${linked('s', field, sql`${province}::text`)})
      where s.library = ${library.id} and s.kind = ${kind} and ${anyLinkable('s', field, sql`${province}::text`)}`)
  }
}

/** A record in force whose mention has found its organization since. */
export type Relinked = { readonly library: string; readonly kind: Kind; readonly localId: string }

/** Links records already in force to organizations that a release brought, and gives back which they are. */
export async function relinkMentions(tx: Handle): Promise<Relinked[]> {
  const [row] = await tx.execute(sql`
    select exists (select from fate where kind = 'organization' and action in ('INSERT', 'CHANGE')) as found`)
  if (!row?.found) return []
  await listNames(tx)
  const inProvince = sql`v.to_release is null and left(v.province, 2) = n.province`
  const found: Relinked[] = []
  for (const { kind, field } of pairs(single)) {
    const rows = await tx.execute(sql`
      update library.version v set record = jsonb_set(v.record, ${path(field, 'id')}::text[], to_jsonb(n.id)),
        flags = coalesce((select jsonb_agg(f) from jsonb_array_elements(v.flags) f
          where not (f ->> 'code' = 'ORGANIZATION_UNRESOLVED' and f ->> 'field' = ${field})), '[]')
      from names n
      where ${inProvince} and v.kind = ${kind} and n.name = ${nameOf(sql`v.record -> ${field}::text`)}
        and ${hasNoCode(sql`v.record -> ${field}::text`)}
      returning v.library, v.kind, v.local_id as "localId"`)
    found.push(...(rows as unknown as Relinked[]))
  }
  for (const { kind, field } of pairs(several)) {
    const own = sql`left(v.province, 2)`
    const rows = await tx.execute(sql`
      update library.version v set record = jsonb_set(v.record, ${path(field)}::text[], ${linked('v', field, own)})
      where v.to_release is null and v.kind = ${kind} and ${anyLinkable('v', field, own)}
      returning v.library, v.kind, v.local_id as "localId"`)
    found.push(...(rows as unknown as Relinked[]))
  }
  return found
}

/** Names that belong to exactly one organization of a province, former names included. */
async function listNames(tx: Handle): Promise<void> {
  await tx.execute(sql`
    create temporary table if not exists names (name text collate "C", province text collate "C", id text collate "C",
      primary key (province, name)) on commit drop`)
  await tx.execute(sql`truncate names`)
  await tx.execute(sql`
    insert into names
    select name, province, min(id) from (
      select normalize(n.name, NFKC) as name, coalesce(left(record #>> '{region,code}', 2), o.province) as province, id
      from (
        select record, id, province from library.version where kind = 'organization' and to_release is null
        union all select record, id, null from stage where kind = 'organization'
      ) o, lateral (
        select record ->> 'name' as name
        union all select jsonb_array_elements_text(coalesce(record -> 'formerNames', '[]'))
      ) n
    ) known where length(name) <= 200 and province is not null
    group by name, province having count(distinct id) = 1`)
  await tx.execute(sql`analyze names`)
}

function linked(table: 's' | 'v', field: string, province: SQL): SQL {
  return sql`(
    select jsonb_agg(m || jsonb_strip_nulls(jsonb_build_object('id', ${idOf(sql`m`, province)})) order by place)
    from jsonb_array_elements(${sql.raw(table)}.record -> ${field}::text) with ordinality e (m, place))`
}

function anyLinkable(table: 's' | 'v', field: string, province: SQL): SQL {
  return sql`exists (
    select from jsonb_array_elements(${sql.raw(table)}.record -> ${field}::text) m
    where ${idOf(sql`m`, province)} is not null)`
}

/** The organization of one mention; looked up by itself: joined, the planner reads all names anew for every record. */
function idOf(mention: SQL, province: SQL): SQL {
  return sql`(
    select id from names
    where names.province = ${province} and name = ${nameOf(mention)} and ${hasNoCode(mention)})`
}

function nameOf(mention: SQL): SQL {
  return sql`normalize(btrim(${mention} ->> 'text'), NFKC)`
}

function hasNoCode(mention: SQL): SQL {
  return sql`not (${mention} ?| array['id', 'uscc', 'moeCode'])`
}

function path(...steps: readonly string[]) {
  return sql.param(steps)
}

function pairs(fields: { readonly [K in Kind]?: readonly string[] }): { kind: Kind; field: string }[] {
  return Object.entries(fields).flatMap(([kind, names]) => names.map((field) => ({ kind: kind as Kind, field })))
}
