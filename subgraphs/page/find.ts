import { anyOf, type Reader } from '../database.ts'
import type { List } from './list.ts'

/** Rows of a list by their ids, in any order. */
export async function findRows<Row>(reader: Reader, list: List<Row>, ids: readonly string[]): Promise<Row[]> {
  const rows = await reader.select(list.columns).from(list.table).where(anyOf(list.table.id, ids))
  return rows as Row[]
}
