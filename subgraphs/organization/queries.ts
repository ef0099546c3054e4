import { getTableColumns } from 'drizzle-orm'
import { regions } from '#schema/codes/regions.ts'
import { codeLabel, libraryLabel, provinceLabel, yearLabel } from '../labels.ts'
import { anyOf, dated, startsWith } from '../page/filter.ts'
import type { List } from '../page/list.ts'
import { keyOrder, textOrder } from '../page/order.ts'
import { organizations, sources } from './tables.ts'

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
