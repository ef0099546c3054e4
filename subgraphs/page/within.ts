import DataLoader from 'dataloader'
import { and, count, eq, gt, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { GraphQLResolveInfo } from 'graphql'
import { anyOf } from '../database.ts'
import { nodeFields } from '../selection.ts'
import { selectionFor, typeOf } from './columns.ts'
import type { ListContext } from './connection.ts'
import { cursorSeal } from './cursor.ts'
import type { List, ListArguments } from './list.ts'
import { checkSize, defaultPageSize } from './slice.ts'

/** What a list inside another record takes. */
export type WithinArguments = Pick<ListArguments, 'first' | 'after'>

type PageQuery = { readonly size: number; readonly after: string | undefined; readonly fields: ReadonlySet<string> }

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
  const plain = list as unknown as List<never>
  const type = typeOf(plain)
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

  function pageLoader(query: PageQuery): DataLoader<string, Row[]> {
    const key = JSON.stringify([query.size, query.after, ...query.fields])
    let loader = pages.get(key)
    if (!loader) {
      loader = new DataLoader((parents) => readPages(parents, query))
      pages.set(key, loader)
    }
    return loader
  }

  async function readPages(parents: readonly string[], { size, after, fields }: PageQuery): Promise<Row[][]> {
    const { table } = list
    const joined = child === table.id ? sql`${table}` : sql`${parent.table} join ${table} on ${eq(table.id, child)}`
    const reached = and(eq(parent, sql`wanted.parent`), after === undefined ? undefined : gt(child, after))
    const found = (await reader.execute(sql`
      select wanted.parent as "withinParent", found.*
      from unnest(${sql.param(parents)}::text[]) as wanted(parent)
      cross join lateral (
        select ${selectionFor(plain, fields)} from ${joined} where ${reached} order by ${child} limit ${size + 1}
      ) as found`)) as unknown as (Row & { withinParent: string })[]
    const byParent = Map.groupBy(found, (row) => row.withinParent)
    return parents.map((key) => byParent.get(key) ?? [])
  }

  return {
    connect(key: string, args: WithinArguments, info: GraphQLResolveInfo) {
      checkSize('first', args.first)
      const size = args.first ?? defaultPageSize
      const seal = cursorSeal(secret, [list.name, parent.name, key])
      const after = args.after ? seal.read(args.after).id : undefined
      const fields = nodeFields(info, type)
      const page = async () => {
        const rows = await pageLoader({ size, after, fields }).load(key)
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
