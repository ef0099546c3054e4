import { findAtHome } from '../attached/places.ts'
import { anyOf, type Db } from '../database.ts'
import type { List } from './list.ts'

/** Rows of a list by their ids, in any order. */
export async function findRows<Row>(db: Db, list: List<Row>, ids: readonly string[]): Promise<readonly Row[]> {
  return findAtHome(db, ids, async (reader, some) => {
    const rows = await reader.select(list.columns).from(list.table).where(anyOf(list.table.id, some))
    return rows as Row[]
  })
}
