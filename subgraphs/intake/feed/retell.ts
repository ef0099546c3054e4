import { sql } from 'drizzle-orm'
import type { Handle } from '../../database.ts'
import type { Kind } from '../record.ts'

/**
 * Has a record told to harvesters once more, after all they may have read by now. The library must be locked, so that no
 * release comes in between.
 */
export async function retell(tx: Handle, library: string, kind: Kind, localId: string): Promise<void> {
  await tx.execute(sql`
    insert into library.retold (library, kind, local_id, release, turn)
    select ${library}, ${kind}, ${localId}, n.release,
      (select coalesce(max(turn), 0) + 1 from library.retold r where r.library = ${library} and r.release = n.release)
    from (select coalesce(max(number), 0) as release from library.release where library = ${library}) n
    on conflict (library, kind, local_id) do update set release = excluded.release, turn = excluded.turn`)
}
