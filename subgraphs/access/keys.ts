import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import { desk, record } from '../audit.ts'
import type { Database } from '../database.ts'
import { findStyle } from '../intake/styles/find.ts'

/** What a key opens: one library or bundle of them, or one subgraph. */
export type Scope = 'LIBRARY' | 'SUBGRAPH'

export type Key = {
  readonly id: string
  readonly scope: Scope
  readonly target: string
  /** ISO 8601. */
  readonly issuedAt: string
  readonly revokedAt: string | null
}

/** Issues a key and gives back its text, which is kept nowhere: the hub knows its digest only. */
export async function issueKey(database: Database, scope: Scope, target: string): Promise<Key & { text: string }> {
  refuseUnknown(scope, target)
  const id = randomBytes(6).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  const issuedAt = await database.write(async (tx) => {
    const [row] = await tx.execute(sql`
      insert into access.key (id, scope, target, hash) values (${id}, ${scope}, ${target}, ${digestOf(secret)})
      returning issued_at as "issuedAt"`)
    await record(tx, [{ action: 'GRANT', viewer: desk, object: `${scope} ${target}`, ids: [id], reason: 'lianku key' }])
    return iso(row?.issuedAt)
  })
  return { id, scope, target, issuedAt, revokedAt: null, text: `lk_${id}_${secret}` }
}

/** Every key that was ever issued, newest first. */
export async function listKeys(database: Database): Promise<Key[]> {
  const rows = await database.write((tx) =>
    tx.execute(sql`
      select id, scope, target, issued_at as "issuedAt", revoked_at as "revokedAt"
      from access.key order by issued_at desc, id`),
  )
  return rows.map(keyOf)
}

/** Ends a key at once. Ending it again changes nothing. Throws BAD_VALUE where there is none. */
export async function revokeKey(database: Database, id: string): Promise<Key> {
  return database.write(async (tx) => {
    const [row] = await tx.execute(sql`
      update access.key set revoked_at = coalesce(revoked_at, now()) where id = ${id}
      returning id, scope, target, issued_at as "issuedAt", revoked_at as "revokedAt"`)
    if (!row) throw new HubError('BAD_VALUE', `没有编号为 ${id} 的密钥；用 lianku key list 查看。`)
    const key = keyOf(row)
    const object = `${key.scope} ${key.target}`
    await record(tx, [{ action: 'CHANGE', viewer: desk, object, ids: [id], reason: 'lianku key' }])
    return key
  })
}

/** What is kept of a key's secret. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function refuseUnknown(scope: Scope, target: string) {
  if (scope === 'LIBRARY') findStyle(target)
  else if (!/^[a-z][a-z0-9-]{0,62}$/.test(target)) {
    throw new HubError('BAD_VALUE', `子图代号应为小写字母开头的字母、数字和连字符，收到 ${target}。`)
  }
}

function keyOf(row: Record<string, unknown>): Key {
  const { id, scope, target, issuedAt, revokedAt } = row as Key
  return { id, scope, target, issuedAt: iso(issuedAt), revokedAt: revokedAt === null ? null : iso(revokedAt) }
}

function iso(time: unknown): string {
  return new Date(String(time)).toISOString()
}
