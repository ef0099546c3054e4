import { getTableColumns, sql } from 'drizzle-orm'
import { type RuleId, rules } from '#schema/rules.ts'
import { anyOf as anyValueOf, type Db } from '../database.ts'
import { libraryLabel, provinceLabel, yearLabel } from '../labels.ts'
import { anyOf, between, dated, overlaps } from '../page/filter.ts'
import type { List } from '../page/list.ts'
import { numericOrder, type Ordering, textOrder } from '../page/order.ts'
import { findRelated } from '../page/related.ts'
import { patentKey } from '../patent-key.ts'
import {
  type OpenLicenseRow,
  openLicenses,
  pastOpenLicenses,
  releases,
  restrictedOpenLicenses,
  sources,
  type Verdict,
} from './tables.ts'

export type { Licensor } from './tables.ts'

const { tokens, sortKey, ...shown } = getTableColumns(openLicenses)

/** An open-license declaration as the graph reads it; words and sort key stay in the database. */
export type OpenLicense = Omit<OpenLicenseRow, 'tokens' | 'sortKey'>

/** What one rule made of a declaration. */
export type EligibilityCheck = Verdict

export const openLicenseList: List<OpenLicense> = {
  name: 'openLicenses',
  table: openLicenses,
  restricted: restrictedOpenLicenses,
  history: { past: pastOpenLicenses, releases },
  sources,
  kind: 'openLicense',
  columns: shown,
  needs: { eligibility: ['patentNumber', 'verdicts', 'fixedFee', 'province', 'status'] },
  filters: {
    province: anyOf(openLicenses.province),
    library: anyOf(openLicenses.library),
    status: anyOf(openLicenses.status),
    feeMode: anyOf(openLicenses.feeMode),
    fixedFee: between(openLicenses.fixedFee),
    patentKind: anyOf(openLicenses.patentKind),
    patentNumber: (numbers: readonly string[]) => anyOf(openLicenses.patentNumber)(numbers.map(patentKey)),
    licensor: overlaps(openLicenses.licensorIds),
    failedRule: overlaps(openLicenses.failedRules),
    hasFailedRule: (wanted: boolean) =>
      wanted ? sql`${openLicenses.failedRules} <> '{}'` : sql`${openLicenses.failedRules} = '{}'`,
    announcedOn: dated(openLicenses.announcedOn),
    termEnd: dated(openLicenses.termEnd),
    updatedOn: dated(openLicenses.updatedOn),
  },
  orders: {
    FIXED_FEE: numericOrder(openLicenses.fixedFee),
    ANNOUNCED_ON: textOrder(openLicenses.announcedOn),
    TERM_END: textOrder(openLicenses.termEnd),
    UPDATED_ON: textOrder(openLicenses.updatedOn),
  },
  facets: {
    PROVINCE: { column: openLicenses.province, filter: 'province', label: provinceLabel },
    LIBRARY: { column: openLicenses.library, filter: 'library', label: libraryLabel },
    STATUS: { column: openLicenses.status, filter: 'status', enum: 'OpenLicenseStatus' },
    FEE_MODE: { column: openLicenses.feeMode, filter: 'feeMode', enum: 'FeeMode' },
    PATENT_KIND: { column: openLicenses.patentKind, filter: 'patentKind', enum: 'LicensedPatentKind' },
    FAILED_RULE: {
      column: openLicenses.failedRules,
      many: true,
      filter: 'failedRule',
      label: (rule) => rules[rule as RuleId].zh,
    },
    YEAR: { column: openLicenses.announcedOn, characters: 4, filter: 'announcedOn', label: yearLabel },
  },
}

/** Every library's declarations for these patents: open ones first, then the latest announced. */
export function findOpenLicensesOfPatents(db: Db, numbers: readonly string[], fields: ReadonlySet<string>) {
  const { patentNumber } = openLicenses
  return findRelated<OpenLicense>(db, openLicenseList, fields, {
    key: patentNumber,
    where: anyValueOf(patentNumber, numbers),
    order: openFirst,
  })
}

const openFirst: Ordering = {
  keys: [
    { by: sql`${openLicenses.status}`, direction: 'ASC', type: 'text' },
    { by: sql`coalesce(${openLicenses.announcedOn}, '')`, direction: 'DESC', type: 'text' },
  ],
  id: openLicenses.id,
}
