import DataLoader from 'dataloader'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { GraphQLResolveInfo } from 'graphql'
import { type Place, within } from '../attached/places.ts'
import { anyOf } from '../database.ts'
import type { SubgraphRequest } from '../define.ts'
import { nodeFields } from '../selection.ts'
import { attachedTo, startAsking } from './asking.ts'
import { selectionFor, typeOf } from './columns.ts'
import { bindingOf, cursorSeal } from './cursor.ts'
import { Edge, pageInfoOf } from './edge.ts'
import type { List, ListArguments } from './list.ts'
import { compareText } from './merge.ts'
import { checkSize, defaultPageSize } from './slice.ts'

/** What a list inside another record takes. */
export type WithinArguments = Pick<ListArguments, 'first' | 'after'>

type PageQuery = {
  readonly size: number
  readonly after: string | undefined
  readonly fields: ReadonlySet<string>
  readonly without: readonly string[]
}

/** Rows of one parent, and the attached libraries that are not among them. */
type Rows<Row> = { readonly rows: readonly Row[]; readonly without: readonly string[] }

/**
 * A list inside other records, such as the demands of an organization: ordered by id, one statement for all the
 * parents of a query that ask for the same page, one more for their counts. `parent` is a column of the list's table,
 * or of a table that links parents to the ids in `child`, such as the applicants of patents.
 */
export function listWithin<Row extends { id: string }>(
  list: List<Row>,
  parent: PgColumn,
  { db, secret }: Pick<SubgraphRequest, 'db' | 'secret'>,
  child: PgColumn = list.table.id,
) {
  const plain = list as unknown as List<never>
  const type = typeOf(plain)
  const { table } = list
  const joined = child === table.id ? sql`${table}` : sql`${parent.table} join ${table} on ${eq(table.id, child)}`
  const pages = new Map<string, DataLoader<string, Rows<Row>>>()
  const counters = new Map<string, DataLoader<string, number>>()

  function counterFor(without: readonly string[]): DataLoader<string, number> {
    const key = without.join()
    const loader = counters.get(key) ?? new DataLoader((parents: readonly string[]) => readCounts(parents, without))
    counters.set(key, loader)
    return loader
  }

  async function readCounts(parents: readonly string[], without: readonly string[]): Promise<number[]> {
    const parts = await startAsking(db, plain, without).ask({}, (place) => {
      const own = within(place, table.library)
      const counted = place.reader.execute(sql`
        select ${parent} as parent, count(*) as total from ${own ? joined : parent.table}
        where ${and(anyOf(parent, parents), own)} group by ${parent}`)
      return counted as unknown as Promise<{ parent: string; total: number }[]>
    })
    const totals = new Map<string, number>()
    for (const row of parts.flat()) totals.set(row.parent, (totals.get(row.parent) ?? 0) + row.total)
    return parents.map((key) => totals.get(key) ?? 0)
  }

  function pageLoader(query: PageQuery): DataLoader<string, Rows<Row>> {
    const key = JSON.stringify([query.size, query.after, query.without, ...query.fields])
    let loader = pages.get(key)
    if (!loader) {
      loader = new DataLoader((parents) => readPages(parents, query))
      pages.set(key, loader)
    }
    return loader
  }

  async function readPages(parents: readonly string[], query: PageQuery): Promise<Rows<Row>[]> {
    const asking = startAsking(db, plain, query.without)
    const parts = await asking.ask({}, (place) => readPart(parents, query, place))
    const without = [...asking.absent.keys()]
    const found = parts.length === 1 ? parts[0]! : parts.flat().sort((a, b) => compareText(a.id, b.id))
    const byParent = Map.groupBy(found, (row) => row.withinParent)
    return parents.map((key) => ({ rows: byParent.get(key) ?? [], without }))
  }

  async function readPart(parents: readonly string[], { size, after, fields }: PageQuery, place: Place) {
    const reached = and(
      eq(parent, sql`wanted.parent`),
      after === undefined ? undefined : gt(child, after),
      within(place, table.library),
    )
    const rows = await place.reader.execute(sql`
      select wanted.parent as "withinParent", found.*
      from unnest(${sql.param(parents)}::text[]) as wanted(parent)
      cross join lateral (
        select ${selectionFor(plain, fields)} from ${joined} where ${reached} order by ${child} limit ${size + 1}
      ) as found`)
    return rows as unknown as (Row & { withinParent: string })[]
  }

  return {
    connect(key: string, args: WithinArguments, info: GraphQLResolveInfo) {
      checkSize('first', args.first)
      const size = args.first ?? defaultPageSize
      const seal = cursorSeal(secret, [list.name, parent.name, key, ...bindingOf(attachedTo(db.attached, plain))])
      const { id: after, without = [] } = args.after ? seal.read(args.after) : {}
      const fields = nodeFields(info, type)
      const page = async () => {
        const { rows, without: missing } = await pageLoader({ size, after, fields, without }).load(key)
        const sign = ({ id }: Row) => seal.write({ keys: [], id, without: missing })
        const edges = rows.slice(0, size).map((node) => new Edge(node, null, sign))
        return { edges, hasNextPage: rows.length > size }
      }
      return {
        edges: async () => (await page()).edges,
        nodes: async () => (await page()).edges.map(({ node }) => node),
        pageInfo: async () => {
          const { edges, hasNextPage } = await page()
          return pageInfoOf(edges, { hasNextPage, hasPreviousPage: after !== undefined })
        },
        totalCount: () => counterFor(without).load(key),
      }
    },
  }
}
