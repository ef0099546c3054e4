import { asc, getTableColumns, or, sql } from 'drizzle-orm'
import { regions } from '#schema/codes/regions.ts'
import { anyOf as anyValueOf, type Db, type Reader } from '../database.ts'
import { type Indicator, readIndicators } from '../indicator.ts'
import { codeLabel, itself, yearLabel } from '../labels.ts'
import { anyOf, between, dated, equals, startsWith } from '../page/filter.ts'
import type { List } from '../page/list.ts'
import { keyOrder, numericOrder, textOrder } from '../page/order.ts'
import { type Hidden, shownColumns } from '../record.ts'
import { measures } from './measures.ts'
import {
  agreements as agreementTables,
  alliances as allianceTables,
  fairs as fairTables,
  institutes as instituteTables,
  members,
  sources,
  visits as visitTables,
} from './tables.ts'

const alliances = allianceTables.open
const fairs = fairTables.open
const agreements = agreementTables.open
const institutes = instituteTables.open
const visits = visitTables.open

/** Rows as the graph reads them; words and sort keys stay in the database. */
export type LnAlliance = Omit<typeof alliances.$inferSelect, Hidden>
export type LnAllianceMember = typeof members.$inferSelect
export type LnFair = Omit<typeof fairs.$inferSelect, Hidden>
export type LnAgreement = Omit<typeof agreements.$inferSelect, Hidden>
export type LnInstitute = Omit<typeof institutes.$inferSelect, Hidden>
export type LnVisit = Omit<typeof visits.$inferSelect, Hidden>

export const allianceList: List<LnAlliance> = {
  name: 'lnAlliances',
  table: alliances,
  restricted: allianceTables.restricted,
  sources,
  kind: 'lnAlliance',
  columns: shownColumns(getTableColumns(alliances)),
  needs: { lead: ['leadId'], members: [], agreement: ['agreementNumber'] },
  filters: {
    library: anyOf(alliances.library),
    kind: anyOf(alliances.kind),
    sector: anyOf(alliances.sector),
    mode: anyOf(alliances.mode),
    region: startsWith(alliances.regionCode, 6),
    status: anyOf(alliances.status),
    filed: equals(alliances.isFiled),
    flag: (codes: readonly string[]) =>
      sql`jsonb_path_query_array(${alliances.flags}, '$[*].code') ?| ${sql.param(codes)}::text[]`,
    filedOn: dated(alliances.filedOn),
  },
  orders: { FILED_ON: textOrder(alliances.filedOn), NAME: keyOrder(alliances.sortKey) },
  facets: {
    KIND: { column: alliances.kind, filter: 'kind', enum: 'LnAllianceKind' },
    SECTOR: { column: alliances.sector, filter: 'sector', enum: 'LnSector' },
    MODE: { column: alliances.mode, filter: 'mode', enum: 'LnAllianceMode' },
    REGION: { column: alliances.regionCode, filter: 'region', label: codeLabel(regions) },
    STATUS: { column: alliances.status, filter: 'status', enum: 'LnAllianceStatus' },
    YEAR: { column: alliances.filedOn, characters: 4, filter: 'filedOn', label: yearLabel },
  },
}

export const fairList: List<LnFair> = {
  name: 'lnFairs',
  table: fairs,
  restricted: fairTables.restricted,
  sources,
  kind: 'lnFair',
  columns: shownColumns(getTableColumns(fairs)),
  needs: { agreements: [] },
  filters: {
    library: anyOf(fairs.library),
    scale: anyOf(fairs.scale),
    region: startsWith(fairs.regionCode, 6),
    heldOn: dated(fairs.heldOn),
  },
  orders: { HELD_ON: textOrder(fairs.heldOn), NAME: keyOrder(fairs.sortKey) },
  facets: {
    SCALE: { column: fairs.scale, filter: 'scale', enum: 'LnFairScale' },
    REGION: { column: fairs.regionCode, filter: 'region', label: codeLabel(regions) },
    YEAR: { column: fairs.heldOn, characters: 4, filter: 'heldOn', label: yearLabel },
  },
}

export const agreementList: List<LnAgreement> = {
  name: 'lnAgreements',
  table: agreements,
  restricted: agreementTables.restricted,
  sources,
  kind: 'lnAgreement',
  columns: shownColumns(getTableColumns(agreements)),
  needs: { partyA: ['partyAId'], partyB: ['partyBId'], fair: ['fairId'] },
  filters: {
    library: anyOf(agreements.library),
    filed: equals(agreements.isFiled),
    fair: anyOf(agreements.fairId),
    party: (ids: readonly string[]) => or(anyOf(agreements.partyAId)(ids), anyOf(agreements.partyBId)(ids)),
    amount: between(agreements.amount),
    filedOn: dated(agreements.filedOn),
  },
  orders: {
    AMOUNT: numericOrder(agreements.amount),
    FILED_ON: textOrder(agreements.filedOn),
    NAME: keyOrder(agreements.sortKey),
  },
  facets: {
    FILED_WITH: { column: agreements.filedWith, label: itself },
    YEAR: { column: agreements.filedOn, characters: 4, filter: 'filedOn', label: yearLabel },
  },
}

export const instituteList: List<LnInstitute> = {
  name: 'lnInstitutes',
  table: institutes,
  restricted: instituteTables.restricted,
  sources,
  kind: 'lnInstitute',
  columns: shownColumns(getTableColumns(institutes)),
  needs: { organization: ['organizationId'] },
  filters: {
    library: anyOf(institutes.library),
    organization: anyOf(institutes.organizationId),
    region: startsWith(institutes.regionCode, 6),
    foundedOn: dated(institutes.foundedOn),
  },
  orders: { FOUNDED_ON: textOrder(institutes.foundedOn), NAME: keyOrder(institutes.sortKey) },
  facets: {
    REGION: { column: institutes.regionCode, filter: 'region', label: codeLabel(regions) },
    YEAR: { column: institutes.foundedOn, characters: 4, filter: 'foundedOn', label: yearLabel },
  },
}

export const visitList: List<LnVisit> = {
  name: 'lnVisits',
  table: visits,
  restricted: visitTables.restricted,
  sources,
  kind: 'lnVisit',
  columns: shownColumns(getTableColumns(visits)),
  needs: { talent: ['talentId'], enterprise: ['enterpriseId'] },
  filters: {
    library: anyOf(visits.library),
    year: anyOf(visits.year),
    enterprise: anyOf(visits.enterpriseId),
    hasJointBody: equals(visits.hasJointBody),
  },
  orders: { YEAR: textOrder(visits.year) },
  facets: { YEAR: { column: visits.year, filter: 'year', label: yearLabel } },
}

/** Members of alliances, the lead first. */
export function findMembers(reader: Reader, allianceIds: readonly string[]): Promise<LnAllianceMember[]> {
  return reader
    .select()
    .from(members)
    .where(anyValueOf(members.allianceId, allianceIds))
    .orderBy(asc(members.allianceId), asc(members.role), asc(members.id))
}

/** The targets of 2016 and how far they are reached. */
export function listIndicators(db: Db): Promise<readonly Indicator[]> {
  return readIndicators(db, sources, 'LIAONING', measures)
}
