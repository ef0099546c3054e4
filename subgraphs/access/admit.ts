import { timingSafeEqual } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Viewer } from '#schema/viewer.ts'
import type { Database } from '../database.ts'
import { digestOf, type Scope } from './keys.ts'

/** Who came in, and what for. */
export type Access = { readonly key: string; readonly scope: Scope; readonly target: string }

/**
 * Reads `Authorization: Bearer lk_…`. Throws BAD_ACCESS_KEY (401) for a key that is missing, unknown or revoked, in the
 * same time and words whichever it is.
 */
export async function readAccess(
  database: Pick<Database, 'db'>,
  authorization: string | undefined,
): Promise<Access & { readonly secret: string }> {
  const [, id = nobody, secret = nobody] = /^Bearer lk_([0-9a-f]{12})_([\w-]{43})$/i.exec(authorization ?? '') ?? []
  const [row] = await database
    .db(doorkeeper)
    .restricted((tx) =>
      tx.execute(sql`select scope, target, hash from access.key where id = ${id} and revoked_at is null`),
    )
  const isRight = timingSafeEqual(Buffer.from(digestOf(secret)), Buffer.from(String(row?.hash ?? digestOf(nobody))))
  if (!row || !isRight) throw new HubError('BAD_ACCESS_KEY')
  return { key: id, scope: row.scope as Scope, target: String(row.target), secret }
}

/** The same, for one target: throws ACCESS_DENIED (403) where the key opens something else. */
export async function admit(
  database: Pick<Database, 'db'>,
  authorization: string | undefined,
  scope: Scope,
  target: string,
): Promise<Access & { readonly secret: string }> {
  const access = await readAccess(database, authorization)
  if (access.scope === scope && access.target === target) return access
  throw new HubError('ACCESS_DENIED', `这个密钥不能用于 ${target}。`)
}

// No key has this id or this secret.
const nobody = ''

const doorkeeper: Viewer = { role: 'OPERATOR', subject: 'lianku access' }
