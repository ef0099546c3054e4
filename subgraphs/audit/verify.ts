import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Viewer } from '#schema/viewer.ts'
import type { Database, Reader } from '../database.ts'

/** How far the audit reached at some time, and its hash there. Kept elsewhere, it holds everything up to it in place. */
export type Anchor = { readonly seq: number; readonly hash: string }

export type Problem = {
  /** The event, or the place where one should be. */
  readonly seq: number
  /**
   * ALTERED: the event is not what was sealed. UNLINKED: it does not follow the one before. MISSING: there is none.
   * HEAD: the last event is not the one the hub last sealed. ANCHOR: not the one that was noted elsewhere.
   */
  readonly kind: 'ALTERED' | 'UNLINKED' | 'MISSING' | 'HEAD' | 'ANCHOR'
}

export type Verdict = {
  readonly intact: boolean
  /** Events there are. */
  readonly count: number
  /** What to note elsewhere, and give as `anchors` next time. */
  readonly head: Anchor
  /** The first hundred. */
  readonly problems: readonly Problem[]
}

/** Goes through the whole audit and finds what was changed, removed, moved, put in or cut off. */
export async function auditVerify(database: Pick<Database, 'db'>, anchors: readonly Anchor[] = []): Promise<Verdict> {
  const { restricted } = database.db(verifier)
  const sealed = await restricted(readHead)
  const wanted = [{ ...sealed, kind: 'HEAD' as const }, ...anchors.map((it) => ({ ...it, kind: 'ANCHOR' as const }))]
  const found = new Map([[0, origin]])
  const problems: Problem[] = []
  let last: Anchor = { seq: 0, hash: origin }
  let count = 0
  for (;;) {
    const page = await restricted((tx) => readPage(tx, last.seq))
    for (const event of page) {
      if (event.seq !== last.seq + 1) problems.push({ seq: last.seq + 1, kind: 'MISSING' })
      else if (event.previous !== last.hash) problems.push({ seq: event.seq, kind: 'UNLINKED' })
      if (hashOf(event) !== event.hash) problems.push({ seq: event.seq, kind: 'ALTERED' })
      if (wanted.some(({ seq }) => seq === event.seq)) found.set(event.seq, event.hash)
      last = { seq: event.seq, hash: event.hash }
      count += 1
    }
    if (page.length < pageSize) break
  }
  for (const { seq, hash, kind } of wanted) if (found.get(seq) !== hash) problems.push({ seq, kind })
  // Events may have come meanwhile, and moved the head with them; none stands behind it.
  const now = await restricted(readHead)
  if (last.seq > now.seq) problems.push({ seq: last.seq, kind: 'HEAD' })
  return { intact: problems.length === 0, count, head: last, problems: problems.slice(0, 100) }
}

const verifier: Viewer = { role: 'OPERATOR', subject: 'lianku audit verify' }

/** What the first event follows. */
const origin = '0'.repeat(64)

const pageSize = 5_000

type Event = Anchor & { readonly at: string; readonly previous: string; readonly content: string }

async function readHead(tx: Reader): Promise<Anchor> {
  const [head] = await tx.execute(sql`select seq, hash from audit.head`)
  return { seq: Number(head?.seq ?? 0), hash: String(head?.hash) }
}

async function readPage(tx: Reader, after: number): Promise<readonly Event[]> {
  const rows = await tx.execute(sql`
    select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, previous, content::text, hash
    from audit.event where seq > ${after} order by seq limit ${pageSize}`)
  return rows as unknown as readonly Event[]
}

function hashOf({ seq, at, previous, content }: Event): string {
  return createHash('sha256').update([seq, at, previous, content].join('\n')).digest('hex')
}
