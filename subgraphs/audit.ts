import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Viewer } from '#schema/viewer.ts'
import type { Database, Handle } from './database.ts'

/** What somebody did with restricted content, or changed. Holds ids and names of fields, never their values. */
export type AuditEvent = {
  readonly action: 'READ' | 'CHANGE' | 'GRANT' | 'INTAKE' | 'EXPORT'
  readonly viewer: Viewer
  /** What it was done to, e.g. `Talent`, `hb-edu-talent@3`. */
  readonly object: string
  readonly ids?: readonly string[]
  /** Fields that are personal or not shared unconditionally. */
  readonly fields?: readonly string[]
  /** Why: the duty, the purpose or the request of a person. */
  readonly reason: string
  readonly requestId?: string
}

/**
 * Writes events in the unit of work of what they tell of: both are kept, or neither. Let it be the last statement, as
 * all others who write events wait from here to the commit.
 */
export async function record(tx: Handle, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return
  const contents = sql.param(events.map((event) => JSON.stringify(event)))
  await tx.execute(sql`
    insert into audit.event (content)
    select content::json from unnest(${contents}::text[]) with ordinality as given (content, place) order by place`)
}

/** Milliseconds an event may take to be written before what it would tell of is refused. */
const patienceMs = 2_000

/**
 * Restricted reads: writes the event, and once it is kept does the work. Throws AUDIT_UNAVAILABLE, the work not done,
 * when it cannot be written; public reads do not come through here and go on.
 */
export async function audited<T>(
  database: Pick<Database, 'write'>,
  event: AuditEvent,
  work: () => Promise<T>,
): Promise<T> {
  try {
    await database.write((tx) => record(tx, [event]), { deadlineMs: patienceMs })
  } catch (error) {
    const refused = new HubError('AUDIT_UNAVAILABLE')
    refused.cause = error
    throw refused
  }
  return work()
}
