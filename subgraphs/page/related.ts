import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Reader } from '../database.ts'
import { fixed, selectionFor } from './columns.ts'
import type { List } from './list.ts'

/** A row found for another record, with the column it was found by. */
export type Related<Row, Key = string> = Row & { readonly relatedBy: Key }

/** Rows of a list that belong to other records, with no columns but those the fields asked for need. */
export async function findRelated<Row extends { id: string }, Key = string>(
  reader: Reader,
  list: List<Row>,
  fields: ReadonlySet<string>,
  { key, where, order }: { readonly key: PgColumn; readonly where: SQL; readonly order: readonly (PgColumn | SQL)[] },
): Promise<Related<Row, Key>[]> {
  const rows = await reader.execute(sql`
    select ${selectionFor(list as unknown as List<never>, fields)}, ${fixed(key)} as "relatedBy" from ${fixed(list.table)}
    where ${where} order by ${sql.join(order.map(fixed), sql`, `)}`)
  return rows as unknown as Related<Row, Key>[]
}
