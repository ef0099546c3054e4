import { and, type SQL, sql } from 'drizzle-orm'
import type { GraphQLResolveInfo } from 'graphql'
import { HubError } from '#schema/errors.ts'
import type { SiteLibrary } from '../attached/attached.ts'
import { within } from '../attached/places.ts'
import type { SubgraphRequest } from '../define.ts'
import { readSearch, relevanceOf, searchCondition, searchedWords } from '../search/reading.ts'
import { unknownShares, wordShares } from '../search/shares.ts'
import { nodeFields } from '../selection.ts'
import { type Asking, attachedTo, type Filter, startAsking } from './asking.ts'
import { fixed, selectionFor, typeOf } from './columns.ts'
import { bindingOf, type CursorSeal, cursorSeal } from './cursor.ts'
import { Edge, pageInfoOf } from './edge.ts'
import type { List, ListArguments } from './list.ts'
import { type Keyed, merged } from './merge.ts'
import { beyond, keyColumns, type Ordering, orderTerms, readOrder } from './order.ts'
import { pastSide } from './past.ts'
import { refuseUnseen, refuseUnseenFacet } from './permit.ts'
import { restrictedSide, withoutSmallCells } from './restricted.ts'
import { readSlice, type Slice } from './slice.ts'
import { countSources, readSources, type SourceStatus } from './source.ts'
import { tallies } from './tally.ts'
import { isTiered, type Tiers, tieredPage, tiersOf } from './tiers.ts'

/**
 * Answers a list across provinces as a connection. Page, count, facets and sources run only when they are selected,
 * side by side; wrong arguments are refused at once.
 */
export function connect<Row extends { id: string }>(
  list: List<Row>,
  args: ListArguments,
  request: Pick<SubgraphRequest, 'db' | 'viewer' | 'secret' | 'now'>,
  info: GraphQLResolveInfo,
) {
  refuseUnseen(list as unknown as List<never>, args, request.viewer.role, info.schema)
  if (args.asOf != null) return connectPast(list, args, request, info)
  if (!args.restricted) return answer(list, args, request, info)
  const side = restrictedSide(list, request)
  return answer(side.list, args, side.request, info)
}

async function connectPast<Row extends { id: string }>(
  list: List<Row>,
  args: ListArguments,
  request: Pick<SubgraphRequest, 'db' | 'viewer' | 'secret' | 'now'>,
  info: GraphQLResolveInfo,
) {
  const { list: past, request: then, sources } = await pastSide(list, args, request)
  return answer(past, args, then, info, sources)
}

async function answer<Row extends { id: string }>(
  list: List<Row>,
  args: ListArguments,
  { db, viewer, secret, now }: Pick<SubgraphRequest, 'db' | 'viewer' | 'secret' | 'now'>,
  info: GraphQLResolveInfo,
  sourcesThen?: () => Promise<readonly SourceStatus[]>,
) {
  const plain = list as unknown as List<never>
  const filter = args.filter ?? {}
  const search = args.search?.trim() || undefined
  const words = search && searchedWords(search)
  const reading = words
    ? readSearch(words, list.isTwin || list.isPast ? unknownShares : await wordShares(db.read, list.table))
    : undefined
  const searched = reading && searchCondition(list.table.tokens, reading)
  const ordering = readOrder(plain, args.orderBy, reading && relevanceOf(list.table.tokens, reading))
  const attached = attachedTo(db.attached, plain)
  refuseUncomparable(plain, filter, attached)
  const then = args.asOf == null ? [] : [{ asOf: args.asOf }]
  const seal = cursorSeal(secret, [list.name, search, filter, args.orderBy ?? null, ...then, ...bindingOf(attached)])
  const slice = readSlice(args, seal)
  const position = slice.from ?? slice.until
  const isCommon = ordering.keys[0]?.isScore && (position ? isTiered(position) : reading!.isCommon)
  const asking = startAsking(db, plain, slice.without)
  const page = once(() =>
    readPage<Row>(plain, asking, {
      fields: nodeFields(info, typeOf(plain)),
      ordering,
      slice,
      filter,
      condition: conditionOf(plain, filter, isCommon ? undefined : searched),
      tiers: isCommon ? tiersOf(plain, reading!) : undefined,
      seal,
    }),
  )
  const sources = once(sourcesThen ?? (() => readSources(asking, plain, filter, now)))
  const tallied = tallies(asking, plain, (ignored) => {
    const rest = ignored === undefined ? filter : { ...filter, [ignored]: null }
    return { filter: rest, condition: conditionOf(plain, rest, searched) }
  })
  const counted = list.isTwin ? withoutSmallCells(tallied) : tallied
  const isFiltered =
    list.isTwin || list.isPast || searched !== undefined || Object.values(filter).some((value) => value != null)

  return {
    edges: async () => (await page()).edges,
    nodes: async () => (await page()).edges.map((edge) => edge.node),
    pageInfo: async () => (await page()).pageInfo,
    totalCount: () => (isFiltered ? counted.total() : countSources(asking, plain)),
    facets: ({ by }: { by: readonly string[] }) => {
      for (const name of by) refuseUnseenFacet(plain, name, viewer.role, info.schema)
      return Promise.all(by.map(counted.facet))
    },
    sources,
    complete: async () => (await sources()).every(({ status }) => status === 'OK' || status === 'STALE'),
  }
}

function conditionOf(list: List<never>, filter: Filter, searched: SQL | undefined) {
  const conditions = Object.entries(filter).map(([name, value]) =>
    value == null ? undefined : list.filters[name]?.(value as never),
  )
  return and(searched, ...conditions)
}

type PageQuery = {
  readonly fields: ReadonlySet<string>
  readonly ordering: Ordering
  readonly slice: Slice
  readonly filter: Filter
  readonly condition: SQL | undefined
  /** Of a search that finds very many records; its condition is in them. */
  readonly tiers: Tiers | undefined
  readonly seal: CursorSeal
}

async function readPage<Row extends { id: string }>(
  list: List<never>,
  asking: Asking,
  { fields, ordering, slice, filter, condition, tiers, seal }: PageQuery,
) {
  const { size, backward, from } = slice
  const parts = await asking.ask(filter, async (place) => {
    const bounded = and(condition, within(place, list.table.library))
    const statement = tiers
      ? tieredPage(list, fields, tiers, slice, bounded)
      : orderedPage(list, fields, ordering, slice, bounded)
    return (await place.reader.execute(statement)) as unknown as (Row & Keyed)[]
  })
  const without = [...asking.absent.keys()]
  const rows = merged(parts, ordering, backward)
  const hasMore = rows.length > size
  const shown = rows.slice(0, size)
  if (backward) shown.reverse()
  const sign = (row: Row & Keyed) => {
    const keys = ordering.keys.map((_, index) => row[`key${index}`]!)
    return seal.write({ keys, id: row.id, without })
  }
  const isScored = ordering.keys[0]?.isScore === true
  const edges = shown.map((row) => new Edge(row, isScored ? Number(row.key0) : null, sign))
  return {
    edges,
    pageInfo: pageInfoOf(edges, {
      hasNextPage: backward ? from !== undefined : hasMore,
      hasPreviousPage: backward ? hasMore : from !== undefined,
    }),
  }
}

// Written out rather than built: half the time of a short statement would go into building it.
function orderedPage(
  list: List<never>,
  fields: ReadonlySet<string>,
  ordering: Ordering,
  { size, backward, from, until }: Slice,
  condition: SQL | undefined,
): SQL {
  const reached = and(condition, from && beyond(ordering, from, backward), until && beyond(ordering, until, !backward))
  return sql`
    select ${sql.join([selectionFor(list, fields), ...keyColumns(ordering)], sql`, `)} from ${fixed(list.table)}
    ${reached && sql`where ${reached}`} order by ${sql.join(orderTerms(ordering, backward), sql`, `)}
    limit ${size + 1}`
}

/** No place can compare its records with those of another. */
function refuseUncomparable({ comparing = [] }: List<never>, filter: Filter, attached: readonly SiteLibrary[]) {
  const asked = comparing.find((name) => filter[name] != null)
  if (asked === undefined || attached.length === 0) return
  const ids = attached.map(({ id }) => id).join('、')
  throw new HubError('NOT_SUPPORTED', `${asked} 须比对各库的记录，而 ${ids} 的记录在本省的数据库中，暂不能这样筛选。`)
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () => {
    running ??= work()
    return running
  }
}
