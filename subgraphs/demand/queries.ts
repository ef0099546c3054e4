import { getTableColumns } from 'drizzle-orm'
import { contractKinds, demandCategories } from '#schema/codes/contracts.ts'
import { hubFields } from '#schema/codes/industry-schemes.ts'
import { regions } from '#schema/codes/regions.ts'
import { codeLabel, libraryLabel, provinceLabel, yearLabel } from '../labels.ts'
import { anyOf, between, dated, overlaps, startsWith } from '../page/filter.ts'
import type { List } from '../page/list.ts'
import { keyOrder, numericOrder, textOrder } from '../page/order.ts'
import { type DemandRow, demands, pastDemands, releases, restrictedDemands, sources } from './tables.ts'

const { tokens, sortKey, ...shown } = getTableColumns(demands)

/** A demand as the graph reads it; words and sort key stay in the database. */
export type Demand = Omit<DemandRow, 'tokens' | 'sortKey'>

export const demandList: List<Demand> = {
  name: 'demands',
  table: demands,
  restricted: restrictedDemands,
  history: { past: pastDemands, releases },
  sources,
  kind: 'demand',
  columns: shown,
  needs: { enterprise: ['enterpriseId'] },
  filters: {
    province: anyOf(demands.province),
    library: anyOf(demands.library),
    region: startsWith(demands.regionCode, 6),
    industry: overlaps(demands.industryCodes),
    category: anyOf(demands.categoryCode),
    contractKind: anyOf(demands.contractKindCode),
    status: anyOf(demands.status),
    enterprise: anyOf(demands.enterpriseId),
    intendedAmount: between(demands.intendedAmount),
    updatedOn: dated(demands.updatedOn),
    deadline: dated(demands.deadline),
  },
  orders: {
    TITLE: keyOrder(sortKey),
    INTENDED_AMOUNT: numericOrder(demands.intendedAmount),
    UPDATED_ON: textOrder(demands.updatedOn),
    DEADLINE: textOrder(demands.deadline),
  },
  facets: {
    PROVINCE: { column: demands.province, filter: 'province', label: provinceLabel },
    LIBRARY: { column: demands.library, filter: 'library', label: libraryLabel },
    REGION: { column: demands.regionCode, filter: 'region', label: codeLabel(regions) },
    INDUSTRY: { column: demands.industryFields, many: true, filter: 'industry', label: codeLabel(hubFields) },
    CATEGORY: { column: demands.categoryCode, filter: 'category', label: codeLabel(demandCategories) },
    CONTRACT_KIND: { column: demands.contractKindCode, filter: 'contractKind', label: codeLabel(contractKinds) },
    STATUS: { column: demands.status, filter: 'status', enum: 'DemandStatus' },
    YEAR: { column: demands.updatedOn, characters: 4, filter: 'updatedOn', label: yearLabel },
  },
}
