import { hash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Handle } from '../database.ts'
import type { Prepared, Sink } from '../intake/sink.ts'
import { compare, type Features, featuresOf, keysOf, type LinkedKind, linkedKinds } from './evidence.ts'

/** Compares records with those of other libraries as they come, and lets go of links whose records change or leave. */
export const linkingSinks: readonly Sink[] = [
  linkingSink('organization'),
  linkingSink('talent'),
  linkingSink('achievement'),
  linkingSink('patent'),
] as readonly Sink[]

// A key that many records share, such as a title everybody uses, tells nothing.
const sharedAtMost = 50

function linkingSink<K extends keyof typeof linkedKinds>(recordKind: K): Sink<K> {
  const kind = linkedKinds[recordKind]
  return {
    kind: recordKind,
    async save(tx, records) {
      const sides = records.map(({ library, id }) => ({ library: library.id, id }))
      await forget(tx, sides)
      const open = records.filter(({ restricted }) => !restricted)
      if (open.length === 0) return
      await remember(tx, kind, open)
      await link(tx, kind, sides)
    },
    remove: (tx, ids, library) =>
      forget(
        tx,
        ids.map((id) => ({ library: library.id, id })),
      ),
  }
}

type Side = { readonly library: string; readonly id: string }

async function forget(tx: Handle, sides: readonly Side[]): Promise<void> {
  const given = unnested(sides)
  await tx.execute(sql`delete from linking.record r using ${given} where (r.library, r.id) = (given.library, given.id)`)
  await tx.execute(sql`delete from linking.key k using ${given} where (k.library, k.id) = (given.library, given.id)`)
  await tx.execute(sql`
    delete from linking.link l using ${given}
    where (l.left_library, l.left_id) = (given.library, given.id) or (l.right_library, l.right_id) = (given.library, given.id)`)
}

async function remember(tx: Handle, kind: LinkedKind, records: readonly Prepared[]): Promise<void> {
  const rows = records.map((record) => {
    const features = featuresOf(record)
    return { library: record.library.id, id: record.id, features, keys: [...new Set(keysOf(kind, features))] }
  })
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as given (library text, id text, features jsonb, keys text[])`
  await tx.execute(sql`
    insert into linking.record (library, id, kind, features) select library, id, ${kind}, features from ${given}`)
  await tx.execute(sql`
    insert into linking.key (kind, key, library, id) select ${kind}, key, library, id from ${given}, unnest(keys) as key`)
}

type Pair = {
  readonly left: Side & { readonly features: Features }
  readonly right: Side & { readonly features: Features }
}

async function link(tx: Handle, kind: LinkedKind, sides: readonly Side[]): Promise<void> {
  // Starts from the given ids alone: told the kind, a planner whose statistics lack it would read every key of it.
  const found = await tx.execute(sql`
    with telling as materialized (
      select a.* from ${unnested(sides)} join linking.key a on (a.library, a.id) = (given.library, given.id)
      where (
        select count(*) from (
          select from linking.key k where k.kind = a.kind and k.key = a.key limit ${sharedAtMost + 1}
        ) sharing
      ) <= ${sharedAtMost}
    ), pair as (
      select distinct a.library as al, a.id as ai, b.library as bl, b.id as bi
      from telling a join linking.key b on b.kind = a.kind and b.key = a.key and b.library <> a.library
    )
    select to_jsonb(one) as left, to_jsonb(other) as right from pair
      join linking.record one on (one.library, one.id) = (al, ai)
      join linking.record other on (other.library, other.id) = (bl, bi)`)
  const links = (found as unknown as Pair[]).map((pair) => linkOf(kind, pair))
  if (links.length === 0) return
  // Undecided, a link stands as an official number makes it certain; a person's decision goes before either.
  await tx.execute(sql`
    insert into linking.link
      (id, kind, left_library, left_id, right_library, right_id, method, score, evidence, status, decided_at)
    select given.id, ${kind}, left_library, left_id, right_library, right_id, method, score, evidence,
      coalesce(d.status, case when method = 'OFFICIAL_NUMBER' then 'IDENTIFIED' else 'SUGGESTED' end), d.decided_at
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as given (id text, left_library text, left_id text,
      right_library text, right_id text, method text, score numeric, evidence jsonb)
      left join linking.decision d on d.link = given.id
    on conflict (id) do nothing`)
}

function linkOf(kind: LinkedKind, pair: Pair) {
  const [left, right] = [pair.left, pair.right].sort((a, b) => (a.library < b.library ? -1 : 1)) as [
    Pair['left'],
    Pair['right'],
  ]
  const { score, evidence, method } = compare(kind, left.features, right.features)
  return {
    id: hash('sha256', JSON.stringify([kind, left.library, left.id, right.library, right.id]), 'base64url').slice(
      0,
      16,
    ),
    left_library: left.library,
    left_id: left.id,
    right_library: right.library,
    right_id: right.id,
    method,
    score,
    evidence,
  }
}

function unnested(sides: readonly Side[]) {
  return sql`unnest(${sql.param(sides.map(({ library }) => library))}::text[], ${sql.param(sides.map(({ id }) => id))}::text[])
    as given (library, id)`
}
