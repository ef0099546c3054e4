import { and, asc, desc, eq, getTableColumns, or, type SQL, sql } from 'drizzle-orm'
import { anyOf, type Reader } from '../database.ts'
import { links } from './tables.ts'

/** Two records that seem to be one, as the graph reads it. */
export type Link = typeof links.$inferSelect

export type LinkConditions = {
  readonly kind?: readonly string[] | null
  readonly status?: readonly string[] | null
  readonly library?: readonly string[] | null
  readonly id?: string | null
}

/** The last link of the page before. */
export type LinkPosition = { readonly score: string; readonly id: string }

/** Links that fit, the likeliest first. */
export function listLinks(
  reader: Reader,
  conditions: LinkConditions,
  { limit, after }: { readonly limit: number; readonly after?: LinkPosition | undefined },
): Promise<Link[]> {
  const beyond =
    after &&
    sql`(${links.score} < ${after.score}::numeric or (${links.score} = ${after.score}::numeric and ${links.id} > ${after.id}))`
  return reader
    .select()
    .from(links)
    .where(and(conditionOf(conditions), beyond))
    .orderBy(desc(links.score), asc(links.id))
    .limit(limit)
}

export async function countLinks(reader: Reader, conditions: LinkConditions): Promise<number> {
  const [row] = await reader.select({ count: sql<number>`count(*)::int` }).from(links).where(conditionOf(conditions))
  return row!.count
}

/** The links of records, once for each record among `ids` that they touch; rejected ones are none. */
export function findLinks(reader: Reader, ids: readonly string[]): Promise<(Link & { of: string })[]> {
  const wanted = sql`unnest(${sql.param(ids)}::text[]) as wanted(of)`
  return reader
    .select({ ...getTableColumns(links), of: sql<string>`wanted.of` })
    .from(wanted)
    .innerJoin(links, sql`${links.leftId} = wanted.of or ${links.rightId} = wanted.of`)
    .where(sql`${links.status} <> 'REJECTED'`)
    .orderBy(desc(links.score), asc(links.id)) as unknown as Promise<(Link & { of: string })[]>
}

function conditionOf({ kind, status, library, id }: LinkConditions): SQL | undefined {
  return and(
    kind ? anyOf(links.kind, kind) : undefined,
    status ? anyOf(links.status, status) : undefined,
    library ? or(anyOf(links.leftLibrary, library), anyOf(links.rightLibrary, library)) : undefined,
    id ? eq(links.id, id) : undefined,
  )
}
