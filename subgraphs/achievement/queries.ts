import { getTableColumns, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { findCode } from '#schema/codes/code-list.ts'
import { maturityStages } from '#schema/codes/contracts.ts'
import { hubFields } from '#schema/codes/industry-schemes.ts'
import { ipc } from '#schema/codes/ipc.ts'
import { regions } from '#schema/codes/regions.ts'
import { anyOf as anyValueOf, type Db } from '../database.ts'
import { disciplineLabel } from '../discipline-codes.ts'
import { checkIpc } from '../intake/checks/ipc.ts'
import { codeLabel, itself, libraryLabel, provinceLabel, yearLabel } from '../labels.ts'
import { anyOf, between, dated, overlaps, startsWith } from '../page/filter.ts'
import type { List } from '../page/list.ts'
import { keyOrder, numericOrder, type Ordering, textOrder } from '../page/order.ts'
import { findRelated } from '../page/related.ts'
import { patentKey } from '../patent-key.ts'
import {
  type AchievementRow,
  achievements,
  type PatentRow,
  pastAchievements,
  pastPatents,
  patents,
  releases,
  restrictedAchievements,
  restrictedPatents,
  sources,
} from './tables.ts'

export type { PatentApplicant } from './tables.ts'

const { tokens: achievementTokens, sortKey: achievementKey, ...shownOfAchievement } = getTableColumns(achievements)
const { tokens: patentTokens, sortKey: patentTitleKey, precedence, ...shownOfPatent } = getTableColumns(patents)

/** An achievement or project as the graph reads it; words and sort key stay in the database. */
export type Achievement = Omit<AchievementRow, 'tokens' | 'sortKey'>

/** One library's record of a patent as the graph reads it. */
export type Patent = Omit<PatentRow, 'tokens' | 'sortKey' | 'precedence'>

export const achievementList: List<Achievement> = {
  name: 'achievements',
  table: achievements,
  restricted: restrictedAchievements,
  history: { past: pastAchievements, releases },
  sources,
  kind: 'achievement',
  columns: shownOfAchievement,
  needs: { organization: ['organizationId'], talents: ['talentIds'], patents: ['patentNumbers'] },
  filters: {
    province: anyOf(achievements.province),
    library: anyOf(achievements.library),
    kind: anyOf(achievements.kind),
    organization: anyOf(achievements.organizationId),
    industry: overlaps(achievements.industryCodes),
    discipline: overlaps(achievements.disciplineCodes),
    maturity: anyOf(achievements.maturityCode),
    transferMode: overlaps(achievements.transferModes),
    patentNumber: (numbers: readonly string[]) => overlaps(achievements.patentNumbers)(numbers.map(patentKey)),
    askingPrice: between(achievements.askingPrice),
    updatedOn: dated(achievements.updatedOn),
  },
  orders: {
    TITLE: keyOrder(achievementKey),
    ASKING_PRICE: numericOrder(achievements.askingPrice),
    UPDATED_ON: textOrder(achievements.updatedOn),
  },
  facets: {
    PROVINCE: { column: achievements.province, filter: 'province', label: provinceLabel },
    LIBRARY: { column: achievements.library, filter: 'library', label: libraryLabel },
    KIND: { column: achievements.kind, filter: 'kind', enum: 'AchievementKind' },
    INDUSTRY: { column: achievements.industryFields, many: true, filter: 'industry', label: codeLabel(hubFields) },
    DISCIPLINE: { column: achievements.disciplineKeys, many: true, filter: 'discipline', label: disciplineLabel },
    MATURITY: { column: achievements.maturityCode, filter: 'maturity', label: codeLabel(maturityStages) },
    TRANSFER_MODE: { column: achievements.transferModes, many: true, filter: 'transferMode', label: itself },
    YEAR: { column: achievements.updatedOn, characters: 4, filter: 'updatedOn', label: yearLabel },
  },
}

export const patentList: List<Patent> = {
  name: 'patents',
  table: patents,
  restricted: restrictedPatents,
  history: { past: pastPatents, releases },
  sources,
  kind: 'patent',
  columns: shownOfPatent,
  needs: { achievements: ['applicationNumber'], otherRecords: ['applicationNumber'] },
  filters: {
    province: anyOf(patents.province),
    library: anyOf(patents.library),
    kind: anyOf(patents.kind),
    legalStatus: anyOf(patents.legalStatus),
    ipc: (symbols: readonly string[]) => overlaps(patents.ipcCodes)(symbols.map(ipcCode)),
    applicant: overlaps(patents.applicantIds),
    region: startsWith(patents.regionCode, 6),
    applicationNumber: (numbers: readonly string[]) => anyOf(patents.applicationNumber)(numbers.map(patentKey)),
    inSeveralLibraries: (wanted: boolean) => (wanted ? isElsewhere : sql`not ${isElsewhere}`),
    filedOn: dated(patents.filedOn),
    updatedOn: dated(patents.updatedOn),
  },
  comparing: ['inSeveralLibraries'],
  orders: {
    TITLE: keyOrder(patentTitleKey),
    FILED_ON: textOrder(patents.filedOn),
    UPDATED_ON: textOrder(patents.updatedOn),
  },
  facets: {
    PROVINCE: { column: patents.province, filter: 'province', label: provinceLabel },
    LIBRARY: { column: patents.library, filter: 'library', label: libraryLabel },
    KIND: { column: patents.kind, filter: 'kind', enum: 'PatentKind' },
    STATUS: { column: patents.legalStatus, filter: 'legalStatus', enum: 'PatentLegalStatus' },
    REGION: { column: patents.regionCode, filter: 'region', label: codeLabel(regions) },
    IPC_SECTION: { column: patents.ipcSections, many: true, filter: 'ipc', label: codeLabel(ipc) },
    IPC_SUBCLASS: { column: patents.ipcSubclasses, many: true, filter: 'ipc', label: subclassLabel },
    YEAR: { column: patents.filedOn, characters: 4, filter: 'filedOn', label: yearLabel },
  },
}

/** Achievements that any of these talents made, by id. */
export function findAchievementsOfTalents(db: Db, talentIds: readonly string[], fields: ReadonlySet<string>) {
  return findRelated<Achievement, readonly string[]>(db, achievementList, fields, {
    key: achievements.talentIds,
    where: sql`${achievements.talentIds} && ${sql.param(talentIds)}`,
    order: byId,
  })
}

/** Achievements that name any of these patents, by id. */
export function findAchievementsOfPatents(db: Db, numbers: readonly string[], fields: ReadonlySet<string>) {
  return findRelated<Achievement, readonly string[]>(db, achievementList, fields, {
    key: achievements.patentNumbers,
    where: sql`${achievements.patentNumbers} && ${sql.param(numbers)}`,
    order: byId,
  })
}

/** Every library's record of these application numbers; of each number the one that speaks for it comes first. */
export function findPatentsByNumber(db: Db, numbers: readonly string[], fields: ReadonlySet<string>) {
  return findRelated<Patent>(db, patentList, fields, {
    key: patents.applicationNumber,
    where: anyValueOf(patents.applicationNumber, numbers),
    order: byPrecedence,
  })
}

const byId: Ordering = { keys: [], id: achievements.id }
const byPrecedence: Ordering = {
  keys: [{ by: sql`${precedence}`, direction: 'ASC', type: 'numeric' }],
  id: patents.id,
}

const other = alias(patents, 'other')
const isElsewhere = sql`exists (select from ${patents} as ${other}
  where ${other.applicationNumber} = ${patents.applicationNumber} and ${other.library} <> ${patents.library})`

/** A symbol as records hold it, `F16H1/28` → `F16H 1/28`. */
function ipcCode(symbol: string): string {
  return checkIpc(symbol).value?.code ?? symbol
}

/** Name of a subclass, or of its class where the list goes no deeper. */
function subclassLabel(code: string): string | undefined {
  return (findCode(ipc, code) ?? findCode(ipc, code.slice(0, 3)))?.zh
}
