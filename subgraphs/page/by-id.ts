import { sql } from 'drizzle-orm'
import { findAtHome } from '../attached/places.ts'
import { anyOf } from '../database.ts'
import type { ReferenceFinder, SubgraphRequest } from '../define.ts'
import { fixed, selectionFor, typeOf } from './columns.ts'
import type { List } from './list.ts'
import { findRestricted } from './restricted.ts'

/** Entities of a list's type by id, as a subgraph's `references` want them. */
export function referencesTo<Row extends { id: string }>(list: List<Row>): ReferenceFinder {
  return (representations, request, fields) =>
    findByIds(
      request,
      list,
      representations.map(({ id }) => id!),
      fields,
    )
}

/** Whole records of a list by id, in any order. */
export async function findRecords<Row extends { id: string }>(
  request: Pick<SubgraphRequest, 'db' | 'viewer'>,
  list: List<Row>,
  ids: readonly string[],
): Promise<readonly Row[]> {
  const found = await findByIds(request, list, ids, new Set(Object.keys(list.columns)))
  return found.filter((row) => row !== null)
}

/**
 * Finds the records of a list by id, in one statement to each place they live at, in the order of the ids; null where
 * there is none for the viewer.
 */
async function findByIds<Row extends { id: string }>(
  request: Pick<SubgraphRequest, 'db' | 'viewer'>,
  list: List<Row>,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<(Row | null)[]> {
  const plain = list as unknown as List<never>
  const { table } = list
  const rows = await findAtHome(request.db, ids, (reader, some) =>
    reader.execute(sql`select ${selectionFor(plain, fields)} from ${fixed(table)} where ${anyOf(table.id, some)}`),
  )
  const type = typeOf(list)
  const byId = new Map((rows as unknown as Row[]).map((row) => [row.id, Object.assign(row, { __typename: type })]))
  const others = ids.filter((id) => !byId.has(id))
  for (const row of await findRestricted(request, list, others, fields)) {
    byId.set(row.id, Object.assign(row, { __typename: type }))
  }
  return ids.map((id) => byId.get(id) ?? null)
}
