import { sql } from 'drizzle-orm'
import type { Handle } from '../database.ts'
import { libraries } from '../libraries.ts'

/** Writes the registry of libraries to the database; intake does so by itself, a hub at its start. */
export async function prepareLibraries(tx: Handle): Promise<void> {
  const rows = libraries.map(({ cycleMonths, ...library }) => ({ ...library, cycle_months: cycleMonths }))
  await tx.execute(sql`
    insert into library.library as l
    select * from jsonb_populate_recordset(null::library.library, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set name = excluded.name, province = excluded.province, agency = excluded.agency,
      kind = excluded.kind, style = excluded.style, cycle_months = excluded.cycle_months, owner = excluded.owner
    where l.* is distinct from excluded.*`)
}

/** One intake of a library at a time; a second one waits for the end of the first transaction. */
export async function lockLibraries(tx: Handle, ids: readonly string[]): Promise<void> {
  for (const id of [...ids].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`lianku intake ${id}`}))`)
  }
}
