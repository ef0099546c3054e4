import { and, type SQL, sql } from 'drizzle-orm'
import type { GraphQLResolveInfo } from 'graphql'
import type { Reader } from '../database.ts'
import type { SubgraphRequest } from '../define.ts'
import { relevanceOf, searchCondition } from '../search.ts'
import { nodeFields } from '../selection.ts'
import { fixed, selectionFor, typeOf } from './columns.ts'
import { type CursorSeal, cursorSeal } from './cursor.ts'
import type { List, ListArguments } from './list.ts'
import { beyond, keyColumns, type Ordering, orderTerms, readOrder } from './order.ts'
import { readSlice, type Slice } from './slice.ts'
import { countSources, readSources } from './source.ts'
import { tallies } from './tally.ts'

/** What a list needs of the request it answers. */
export type ListContext = { readonly reader: Reader; readonly secret: string; readonly now: Date }

/** The public side of a request, which is all that lists across provinces read. */
export function listContext({ db, secret, now }: SubgraphRequest): ListContext {
  return { reader: db.read, secret, now }
}

/**
 * Answers a list across provinces as a connection. Page, count, facets and sources run only when they are selected,
 * side by side; wrong arguments are refused at once.
 */
export function connect<Row extends { id: string }>(
  list: List<Row>,
  args: ListArguments,
  request: SubgraphRequest,
  info: GraphQLResolveInfo,
) {
  const context = listContext(request)
  const { reader, now } = context
  const plain = list as unknown as List<never>
  const filter = args.filter ?? {}
  const search = args.search?.trim() || undefined
  const searched = search ? searchCondition(list.table.tokens, search) : undefined
  const ordering = readOrder(plain, args.orderBy, search ? relevanceOf(list.table.tokens, search) : undefined)
  const seal = cursorSeal(context.secret, [list.name, search, filter, args.orderBy ?? null])
  const slice = readSlice(args, seal)
  const page = once(() =>
    readPage<Row>(plain, reader, {
      fields: nodeFields(info, typeOf(plain)),
      ordering,
      slice,
      condition: conditionOf(plain, filter, searched),
      seal,
    }),
  )
  const sources = once(() => readSources(reader, plain, filter, now))
  const counted = tallies(
    reader,
    plain,
    (name) => filter[name] != null,
    (ignored) => conditionOf(plain, ignored === undefined ? filter : { ...filter, [ignored]: null }, searched),
  )
  const isFiltered = searched !== undefined || Object.values(filter).some((value) => value != null)

  return {
    edges: async () => (await page()).edges,
    nodes: async () => (await page()).edges.map((edge) => edge.node),
    pageInfo: async () => (await page()).pageInfo,
    totalCount: () => (isFiltered ? counted.total() : countSources(reader, plain)),
    facets: ({ by }: { by: readonly string[] }) => Promise.all(by.map(counted.facet)),
    sources,
    complete: async () => (await sources()).every(({ status }) => status === 'OK' || status === 'STALE'),
  }
}

function conditionOf(list: List<never>, filter: Readonly<Record<string, unknown>>, searched: SQL | undefined) {
  const conditions = Object.entries(filter).map(([name, value]) =>
    value == null ? undefined : list.filters[name]?.(value as never),
  )
  return and(searched, ...conditions)
}

type PageQuery = {
  readonly fields: ReadonlySet<string>
  readonly ordering: Ordering
  readonly slice: Slice
  readonly condition: SQL | undefined
  readonly seal: CursorSeal
}

async function readPage<Row extends { id: string }>(
  list: List<never>,
  reader: Reader,
  { fields, ordering, slice: { size, backward, from, until }, condition, seal }: PageQuery,
) {
  const reached = and(condition, from && beyond(ordering, from, backward), until && beyond(ordering, until, !backward))
  // Written out rather than built: half the time of a short statement would go into building it.
  const rows = (await reader.execute(sql`
    select ${sql.join([selectionFor(list, fields), ...keyColumns(ordering)], sql`, `)} from ${fixed(list.table)}
    ${reached && sql`where ${reached}`} order by ${sql.join(orderTerms(ordering, backward), sql`, `)}
    limit ${size + 1}`)) as unknown as (Row & Record<`key${number}`, string>)[]
  const hasMore = rows.length > size
  const shown = rows.slice(0, size)
  if (backward) shown.reverse()
  const edges = shown.map((row) => {
    const keys = ordering.keys.map((_, index) => row[`key${index}`]!)
    return { node: row as Row, cursor: () => seal.write({ keys, id: row.id }), score: scoreOf(ordering, keys) }
  })
  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? from !== undefined : hasMore,
      hasPreviousPage: backward ? hasMore : from !== undefined,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/** Relevance is shown where the list is ordered by it. */
function scoreOf({ keys }: Ordering, values: readonly string[]): number | null {
  return keys[0]?.isScore ? Number(values[0]) : null
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () => {
    running ??= work()
    return running
  }
}
