import { sql } from 'drizzle-orm'
import type { Database, Handle } from '../database.ts'

/** Has the server count what this transaction changes as soon as it commits, for `settle` to see. */
export async function tellChanges(tx: Handle): Promise<void> {
  await tx.execute(sql`select pg_stat_force_next_flush()`)
}

/** Brings planner statistics and search indexes up to what a committed release changed. */
export async function settle(database: Database): Promise<void> {
  // The release is in force whatever becomes of this; autovacuum does the same some minutes later.
  await database.write((tx) => tx.execute(sql`select lianku.settle()`)).catch(() => undefined)
}
