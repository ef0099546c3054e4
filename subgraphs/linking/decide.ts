import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Viewer } from '#schema/viewer.ts'
import { record } from '../audit.ts'
import type { Database } from '../database.ts'
import type { LinkStatus } from './tables.ts'

export type Decision = 'CONFIRMED' | 'REJECTED' | 'UNDECIDED'

/**
 * What a person says of a link: confirmed, rejected, or undecided again. It outlives the records' coming and going.
 * Gives back the status the link has now. Throws BAD_VALUE when there is no such link.
 */
export function decideLink(
  { write }: Pick<Database, 'write'>,
  { link, decision, reason, viewer }: { link: string; decision: Decision; reason: string; viewer: Viewer },
): Promise<LinkStatus> {
  return write(async (tx) => {
    await tx.execute(sql`delete from linking.decision where link = ${link}`)
    if (decision !== 'UNDECIDED')
      await tx.execute(sql`
        insert into linking.decision (link, status, reason) values (${link}, ${decision}, ${reason})`)
    const [row] = await tx.execute(sql`
      update linking.link l set decided_at = case when ${decision} = 'UNDECIDED' then null else now() end,
        status = case when ${decision} <> 'UNDECIDED' then ${decision}
          when method = 'OFFICIAL_NUMBER' then 'IDENTIFIED' else 'SUGGESTED' end
      where id = ${link} returning status`)
    if (!row) throw new HubError('BAD_VALUE', `没有关联 ${link}；用 lianku links 查看。`)
    await record(tx, [{ action: 'CHANGE', viewer, object: `Link ${link} ${decision}`, reason }])
    return row.status as LinkStatus
  })
}
