import { and, asc, desc, eq, getTableColumns, inArray, lte, sql } from 'drizzle-orm'
import { anyOf, type Reader } from '../database.ts'
import type { Kind } from '../intake/record.ts'
import { flagCounts, libraries, quality, recordIds, releases } from './tables.ts'

export type Library = typeof libraries.$inferSelect
export type Release = typeof releases.$inferSelect
export type FlagCount = Pick<typeof flagCounts.$inferSelect, 'code' | 'count'> & { readonly version?: string }

export type LibraryConditions = {
  readonly province?: readonly string[] | null
  readonly kind?: readonly string[] | null
}

export function listLibraries(reader: Reader, { province, kind }: LibraryConditions): Promise<Library[]> {
  return reader
    .select()
    .from(libraries)
    .where(
      and(province ? anyOf(libraries.province, province) : undefined, kind ? anyOf(libraries.kind, kind) : undefined),
    )
    .orderBy(libraries.id)
}

export function findLibraries(reader: Reader, ids: readonly string[]): Promise<Library[]> {
  return reader.select().from(libraries).where(anyOf(libraries.id, ids))
}

/** The kind of each public record in force among these ids. */
export function findKinds(reader: Reader, ids: readonly string[]): Promise<{ id: string; kind: Kind }[]> {
  return reader.select({ id: recordIds.id, kind: recordIds.kind }).from(recordIds).where(anyOf(recordIds.id, ids))
}

/** The type of each restricted record among these ids that the reader's viewer may see. */
export async function findRestrictedKinds(reader: Reader, ids: readonly string[]) {
  const rows = await reader.execute(
    sql`select id, node from lianku.restricted_node where id = any(${sql.param(ids)}::text[])`,
  )
  return rows as unknown as readonly { readonly id: string; readonly node: string }[]
}

/** What is in force of each library, oldest first: several where each replaced a part of it. */
export function findReleasesInForce(reader: Reader, libraryIds: readonly string[]): Promise<Release[]> {
  return reader
    .select()
    .from(releases)
    .where(and(anyOf(releases.library, libraryIds), eq(releases.state, 'IN_FORCE')))
    .orderBy(asc(releases.number))
}

/** The newest releases of each library, newest first. */
export function findNewestReleases(reader: Reader, libraryIds: readonly string[], count: number): Promise<Release[]> {
  const numbered = reader
    .select({
      ...getTableColumns(releases),
      place: sql<number>`row_number() over (partition by ${releases.library} order by ${releases.number} desc)`.as(
        'place',
      ),
    })
    .from(releases)
    .where(anyOf(releases.library, libraryIds))
    .as('numbered')
  const { place, ...columns } = numbered._.selectedFields
  return reader.select(columns).from(numbered).where(lte(numbered.place, count)).orderBy(desc(numbered.number))
}

export function findFlagCounts(
  reader: Reader,
  releaseIds: readonly string[],
): Promise<(typeof flagCounts.$inferSelect)[]> {
  return reader
    .select()
    .from(flagCounts)
    .where(anyOf(flagCounts.release, releaseIds))
    .orderBy(desc(flagCounts.count), flagCounts.code)
}

/** How often each doubt stands beside the public records of each library now, most frequent first. */
export function findQuality(reader: Reader, libraryIds: readonly string[]): Promise<(typeof quality.$inferSelect)[]> {
  return reader
    .select()
    .from(quality)
    .where(anyOf(quality.library, libraryIds))
    .orderBy(desc(quality.count), quality.code)
}

/** Doubts of each release of each library that was ever in force, oldest first. */
export function findTrends(
  reader: Reader,
  libraryIds: readonly string[],
): Promise<{ library: string; doubts: number }[]> {
  return reader
    .select({ library: releases.library, doubts: sql<number>`coalesce(sum(${flagCounts.count}), 0)::int` })
    .from(releases)
    .leftJoin(flagCounts, eq(flagCounts.release, releases.id))
    .where(and(anyOf(releases.library, libraryIds), inArray(releases.state, ['IN_FORCE', 'SUPERSEDED'])))
    .groupBy(releases.library, releases.number)
    .orderBy(releases.number)
}
