import DataLoader from 'dataloader'
import { and, count, eq, gt, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { anyOf } from '../database.ts'
import type { ListContext } from './connection.ts'
import { cursorSeal } from './cursor.ts'
import type { List, ListArguments } from './list.ts'
import { checkSize, defaultPageSize } from './slice.ts'

/** What a list inside another record takes. */
export type WithinArguments = Pick<ListArguments, 'first' | 'after'>

/**
 * A list inside other records, such as the demands of an organization: ordered by id, one statement for all the
 * parents of a query that ask for the same page, one more for their counts. `parent` is a column of the list's table,
 * or of a table that links parents to the ids in `child`, such as the applicants of patents.
 */
export function listWithin<Row extends { id: string }>(
  list: List<Row>,
  parent: PgColumn,
  { reader, secret }: ListContext,
  child: PgColumn = list.table.id,
) {
  const pages = new Map<string, DataLoader<string, Row[]>>()
  const counts = new DataLoader(async (parents: readonly string[]) => {
    const rows = await reader
      .select({ parent, total: count() })
      .from(parent.table)
      .where(anyOf(parent, parents))
      .groupBy(parent)
    const totals = new Map(rows.map((row) => [row.parent as string, row.total]))
    return parents.map((key) => totals.get(key) ?? 0)
  })

  function pageLoader(size: number, after: string | undefined): DataLoader<string, Row[]> {
    const key = `${size} ${after ?? ''}`
    let loader = pages.get(key)
    if (!loader) {
      loader = new DataLoader((parents) => readPages(parents, size, after))
      pages.set(key, loader)
    }
    return loader
  }

  async function readPages(parents: readonly string[], size: number, after: string | undefined): Promise<Row[][]> {
    const wanted = sql`unnest(${sql.param(parents)}::text[]) as wanted(parent)`
    const linked = reader
      .select(list.columns as Record<string, PgColumn>)
      .from(parent.table)
      .$dynamic()
    if (child !== list.table.id) linked.innerJoin(list.table, eq(list.table.id, child))
    const rows = linked
      .where(and(eq(parent, sql`wanted.parent`), after === undefined ? undefined : gt(child, after)))
      .orderBy(child)
      .limit(size + 1)
      .as('row')
    const found = await reader
      .select({ parent: sql<string>`wanted.parent`, row: columnsOf(rows, list.columns) })
      .from(wanted)
      .crossJoinLateral(rows)
    const byParent = Map.groupBy(found as unknown as { parent: string; row: Row }[], ({ parent }) => parent)
    return parents.map((key) => (byParent.get(key) ?? []).map(({ row }) => row))
  }

  return {
    connect(key: string, args: WithinArguments) {
      checkSize('first', args.first)
      const size = args.first ?? defaultPageSize
      const seal = cursorSeal(secret, [list.name, parent.name, key])
      const after = args.after ? seal.read(args.after).id : undefined
      const page = async () => {
        const rows = await pageLoader(size, after).load(key)
        const edges = rows.slice(0, size).map((node) => ({
          node,
          cursor: () => seal.write({ keys: [], id: node.id }),
          score: null,
        }))
        return { edges, hasNextPage: rows.length > size }
      }
      return {
        edges: async () => (await page()).edges,
        nodes: async () => (await page()).edges.map(({ node }) => node),
        pageInfo: async () => {
          const { edges, hasNextPage } = await page()
          return {
            hasNextPage,
            hasPreviousPage: after !== undefined,
            startCursor: edges.at(0)?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
          }
        },
        totalCount: () => counts.load(key),
      }
    },
  }
}

/** The same columns, as the subquery gives them. */
function columnsOf(subquery: object, columns: object): Record<string, PgColumn> {
  const given = subquery as Record<string, PgColumn>
  return Object.fromEntries(Object.keys(columns).map((name) => [name, given[name]!]))
}
