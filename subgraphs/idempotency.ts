import type { IncomingHttpHeaders } from 'node:http'
import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Database, Handle } from './database.ts'

/** A write as its sender means it: the same key again is the same write, not another. */
export type KeyedRequest = {
  /** Who writes what; keys are unique within it, e.g. `POST /libraries/hb-edu-talent/intakes`. */
  readonly scope: string
  readonly key: string
  /** SHA-256 of what was sent, as hex. */
  readonly digest: string
}

/** What is sent back over HTTP, and kept word for word. */
export type KeptAnswer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

/**
 * One unit of work that `write`s and finds its answer, once for a key: a retry, whether later or at the same moment, gets
 * the first answer. Effect and answer are committed together, so after a failure the key is free again.
 * Throws IDEMPOTENCY_KEY_REUSED when the key came before with something else.
 */
export function once(
  database: Pick<Database, 'write'>,
  request: KeyedRequest,
  write: (tx: Handle) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const { scope, key, digest } = request
  return database.write(async (tx) => {
    // Waits for another unit of work with this key to end.
    const begun = await tx.execute(sql`
      insert into idempotency.request (scope, key, digest) values (${scope}, ${key}, ${digest})
      on conflict do nothing returning key`)
    if (begun.length === 0) return keptAnswer(tx, request)
    await tx.execute(sql`delete from idempotency.request where at < now() - interval '30 days'`)
    const answer = await write(tx)
    await tx.execute(sql`
      update idempotency.request set answer = ${JSON.stringify(answer)}::json where scope = ${scope} and key = ${key}`)
    return answer
  })
}

/** The key a request came with. Throws BAD_REQUEST on one that is no visible ASCII of at most 255 characters. */
export function idempotencyKeyIn(headers: IncomingHttpHeaders): string | undefined {
  const key = headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw new HubError('BAD_REQUEST', 'Idempotency-Key 应为 1 到 255 个可见的 ASCII 字符，例如一个 UUID；收到的不是。')
}

async function keptAnswer(tx: Handle, { scope, key, digest }: KeyedRequest): Promise<KeptAnswer> {
  const [kept] = await tx.execute(sql`
    select digest, answer from idempotency.request where scope = ${scope} and key = ${key}`)
  if (kept?.digest === digest) return kept.answer as KeptAnswer
  throw new HubError('IDEMPOTENCY_KEY_REUSED')
}
