import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Viewer } from '#schema/viewer.ts'
import type { AuditEvent } from './audit/event.ts'
import type { Database, Db, Handle } from './database.ts'

/** Whoever runs commands on the hub's own machine. */
export const desk: Viewer = { role: 'OPERATOR', subject: 'lianku' }

/**
 * Writes events in the unit of work of what they tell of: both are kept, or neither. Let it be the last statement, as
 * all others who write events wait from here to the commit.
 */
export function record(tx: Handle, events: readonly AuditEvent[]): Promise<void> {
  return insert(tx, events.map(written))
}

/** The database for one request of a viewer. */
export function auditedDb(database: Pick<Database, 'db' | 'write'>, viewer: Viewer, requestId: string | undefined): Db {
  const { restricted, ...open } = database.db(viewer)
  const context = { action: 'READ', viewer, reason: reasonOf(viewer), ...(requestId && { requestId }) } as const
  return {
    ...open,
    restricted: (work, seen) =>
      audited(
        database,
        () => restricted(work),
        (found) => {
          const event = seen(found)
          return event && event.ids?.length !== 0 ? { ...context, ...event } : undefined
        },
      ),
  }
}

/** The purposes the viewer's token states, else the duty of the role. */
function reasonOf({ purposes, role }: Viewer): string {
  return purposes?.length ? purposes.join(' ') : role
}

/**
 * Restricted reads: hands over what `work` finds once the event that tells of it is kept. Throws AUDIT_UNAVAILABLE,
 * and what was found goes nowhere, when it cannot be written; public reads do not come through here and go on.
 */
export async function audited<T>(
  database: Writer,
  work: () => Promise<T>,
  eventOf: (found: T) => AuditEvent | undefined,
): Promise<T> {
  const found = await work()
  const event = eventOf(found)
  if (!event) return found
  try {
    await journalOf(database)(written(event))
  } catch (error) {
    const refused = new HubError('AUDIT_UNAVAILABLE')
    refused.cause = error
    throw refused
  }
  return found
}

type Writer = Pick<Database, 'write'>

/** Milliseconds events may take to be written before what they would tell of is refused. */
const patienceMs = 2_000
const togetherAtMost = 100

const journals = new WeakMap<Writer, (content: string) => Promise<void>>()

function journalOf(database: Writer): (content: string) => Promise<void> {
  const known = journals.get(database)
  if (known) return known
  const opened = openJournal(database)
  journals.set(database, opened)
  return opened
}

type Waiting = {
  readonly content: string
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** While a commit is under way, the events that come are gathered for the next one: they would only wait for each other. */
function openJournal(database: Writer): (content: string) => Promise<void> {
  let waiting: Waiting[] = []
  let busy = false

  async function writeAll() {
    busy = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, togetherAtMost)
      waiting = waiting.slice(togetherAtMost)
      const contents = batch.map(({ content }) => content)
      const writing = database.write((tx) => insert(tx, contents), { deadlineMs: patienceMs })
      const end = await writing.then(
        () => (one: Waiting) => one.resolve(),
        (error) => (one: Waiting) => one.reject(error),
      )
      batch.forEach(end)
    }
    busy = false
  }

  return (content) =>
    new Promise((resolve, reject) => {
      waiting.push({ content, resolve, reject })
      if (!busy) void writeAll()
    })
}

async function insert(tx: Handle, contents: readonly string[]): Promise<void> {
  if (contents.length === 0) return
  await tx.execute(sql`
    insert into audit.event (content)
    select content::json from unnest(${sql.param(contents)}::text[]) with ordinality as given (content, place)
    order by place`)
}

function written(event: AuditEvent): string {
  return JSON.stringify(event)
}
