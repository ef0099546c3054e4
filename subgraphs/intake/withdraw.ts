import { sql } from 'drizzle-orm'
import type { Handle } from '../database.ts'
import type { LibraryEntry } from '../libraries.ts'
import type { Kind } from './record.ts'
import { release } from './release.ts'
import type { ReleaseSummary } from './report.ts'
import { tellChanges } from './settle.ts'
import type { Sink } from './sink.ts'
import { createStage } from './stage.ts'

/** Takes out all records of a library by a release of nothing, so that its history stays and can be rolled back to. */
export async function withdraw(tx: Handle, library: LibraryEntry, sinks: readonly Sink[]): Promise<ReleaseSummary> {
  await createStage(tx)
  const [row] = await tx.execute(sql`
    select coalesce(array_agg(distinct kind), '{}') as kinds from library.version
    where library = ${library.id} and to_release is null`)
  const order = {
    library,
    style: library.style,
    files: [],
    kinds: row!.kinds as Kind[],
    scopes: null,
    delta: false,
    fileFlags: {},
    removable: 1,
  }
  const summary = await release(tx, order, sinks)
  await tellChanges(tx)
  return summary
}
