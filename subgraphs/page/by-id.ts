import { sql } from 'drizzle-orm'
import { findAtHome } from '../attached/places.ts'
import { anyOf, type Db } from '../database.ts'
import type { ReferenceFinder } from '../define.ts'
import { fixed, selectionFor, typeOf } from './columns.ts'
import type { List } from './list.ts'

/** Entities of a list's type by id, as a subgraph's `references` want them. */
export function referencesTo<Row extends { id: string }>(list: List<Row>): ReferenceFinder {
  return (representations, { db }, fields) =>
    findByIds(
      db,
      list,
      representations.map(({ id }) => id!),
      fields,
    )
}

/**
 * Finds the public records of a list by id, in one statement to each place they live at, in the order of the ids; null
 * where there is none.
 */
async function findByIds<Row extends { id: string }>(
  db: Db,
  list: List<Row>,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<(Row | null)[]> {
  const plain = list as unknown as List<never>
  const { table } = list
  const rows = await findAtHome(db, ids, (reader, some) =>
    reader.execute(sql`select ${selectionFor(plain, fields)} from ${fixed(table)} where ${anyOf(table.id, some)}`),
  )
  const type = typeOf(list)
  const byId = new Map((rows as unknown as Row[]).map((row) => [row.id, Object.assign(row, { __typename: type })]))
  return ids.map((id) => byId.get(id) ?? null)
}
