import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Handle } from '../database.ts'
import { libraries } from '../libraries.ts'

/**
 * Writes the registry of libraries to the database; intake does so by itself, a hub at its start. Rows that say so already
 * are not even named: a conflict locks its row to the end of the transaction, and intakes of other libraries would wait.
 */
export async function prepareLibraries(tx: Handle): Promise<void> {
  const rows = libraries.map(({ cycleMonths, ...library }) => ({ ...library, cycle_months: cycleMonths }))
  await tx.execute(sql`
    insert into library.library
    select * from jsonb_populate_recordset(null::library.library, ${JSON.stringify(rows)}::jsonb) as given
    where not exists (select from library.library known where known is not distinct from given)
    on conflict (id) do update set name = excluded.name, province = excluded.province, agency = excluded.agency,
      kind = excluded.kind, style = excluded.style, cycle_months = excluded.cycle_months, owner = excluded.owner`)
}

/** Locks libraries for an intake. Throws NOT_SUPPORTED for one that is attached: its rows are in its own database. */
export async function lockLibraries(tx: Handle, ids: readonly string[]): Promise<void> {
  await lockIntake(tx, ids)
  const attached = await tx.execute(sql`
    select library from attached.library where library = any(${sql.param(ids)}::text[]) order by library`)
  if (attached.length === 0) return
  const names = attached.map(({ library }) => library).join('、')
  throw new HubError(
    'NOT_SUPPORTED',
    `${names} 已附接，记录在本省的数据库中；要由平台接收，请先用 lianku detach 解除附接。`,
  )
}

/** One intake of a library at a time; a second one waits for the end of the first transaction. */
export async function lockIntake(tx: Handle, ids: readonly string[]): Promise<void> {
  for (const id of [...ids].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`lianku intake ${id}`}))`)
  }
}
