import { and, count, eq, getTableColumns, min, sql } from 'drizzle-orm'
import { regions } from '#schema/codes/regions.ts'
import type { Province } from '#schema/provinces.ts'
import { anyOf as anyValueOf, type Reader } from '../database.ts'
import { fold } from '../intake/text/fold.ts'
import { codeLabel, libraryLabel, provinceLabel, yearLabel } from '../labels.ts'
import { anyOf, dated, startsWith } from '../page/filter.ts'
import type { List } from '../page/list.ts'
import { keyOrder, textOrder } from '../page/order.ts'
import { knownNames, organizations, sources } from './tables.ts'

const { tokens, sortKey, ...shown } = getTableColumns(organizations)

/** An organization as the graph reads it. */
export type Organization = Omit<typeof organizations.$inferSelect, 'tokens' | 'sortKey'>

export const organizationList: List<Organization> = {
  name: 'organizations',
  table: organizations,
  sources,
  kind: 'organization',
  columns: shown,
  filters: {
    province: anyOf(organizations.province),
    library: anyOf(organizations.library),
    region: startsWith(organizations.regionCode, 6),
    kind: anyOf(organizations.kind),
    uscc: anyOf(organizations.uscc),
    moeCode: anyOf(organizations.moeCode),
    updatedOn: dated(organizations.updatedOn),
  },
  orders: { NAME: keyOrder(sortKey), UPDATED_ON: textOrder(organizations.updatedOn) },
  facets: {
    PROVINCE: { column: organizations.province, filter: 'province', label: provinceLabel },
    LIBRARY: { column: organizations.library, filter: 'library', label: libraryLabel },
    REGION: { column: organizations.regionCode, filter: 'region', label: codeLabel(regions) },
    KIND: { column: organizations.kind, filter: 'kind', enum: 'OrganizationKind' },
    YEAR: { column: organizations.updatedOn, characters: 4, filter: 'updatedOn', label: yearLabel },
  },
}

export function findOrganizations(reader: Reader, ids: readonly string[]): Promise<Organization[]> {
  return reader.select(shown).from(organizations).where(anyValueOf(organizations.id, ids))
}

/** Ids of the organizations meant by full names in one province; names that mean none or several are absent. */
export async function findByNames(
  reader: Reader,
  province: Province,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map(names.map((name) => [nameKey(name), name]))
  const rows = await reader
    .select({ key: knownNames.key, id: min(knownNames.id) })
    .from(knownNames)
    .where(and(eq(knownNames.province, province), anyValueOf(knownNames.key, [...keys.keys()])))
    .groupBy(knownNames.key)
    .having(sql`${count()} = 1`)
  return new Map(rows.map(({ key, id }) => [keys.get(key)!, id!]))
}

/** Form in which full names are compared: folded, without spaces, one kind of bracket. */
export function nameKey(name: string): string {
  return fold(name).replaceAll(/\s/g, '')
}
