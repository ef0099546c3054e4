import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Database } from '../database.ts'
import type { Kind } from './record.ts'

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

/** What a release changed against the content before it, in the order of ids. Holds restricted records too. */
export async function diffRelease(database: Database, library: string, which: string): Promise<Difference[]> {
  const id = /^\d+$/.test(which) ? `${library}@${which}` : which
  return database.write(async (tx) => {
    const [release] = await tx.execute(sql`
      select number from library.release where library = ${library} and id = ${id}`)
    if (!release)
      throw new HubError('BAD_VALUE', `资源库 ${library} 没有批次 ${which}；用 lianku releases ${library} 查看。`)
    const rows = await tx.execute(sql`
      select kind, local_id as "localId", b.record as before, a.record as after
      from (select * from library.version where library = ${library} and to_release = ${release.number}) b
        full join (select * from library.version where library = ${library} and from_release = ${release.number}) a
        using (kind, local_id)
      order by kind, local_id`)
    return rows.map((row) => describe(row as Pick<Difference, 'kind' | 'localId' | 'before' | 'after'>))
  })
}

function describe({
  kind,
  localId,
  before,
  after,
}: Pick<Difference, 'kind' | 'localId' | 'before' | 'after'>): Difference {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort()
  const fields = names.filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]))
  const change = before === null ? 'INSERTED' : after === null ? 'REMOVED' : 'CHANGED'
  return { kind, localId, change, fields, before, after }
}
