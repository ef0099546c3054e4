import { integer, jsonb, numeric, pgSchema, text } from 'drizzle-orm/pg-core'
import type { CodedValue } from '#schema/codes/coded-value.ts'
import type { LegalStatus } from '../intake/record.ts'
import { guard } from '../policy/guard.ts'
import { pastTable, recordColumns, releaseTable, sourceTable } from '../record.ts'

const schema = pgSchema('achievement')

const achievementColumns = () => ({
  ...recordColumns(),
  title: text('title'),
  kind: text('kind').$type<'ACHIEVEMENT' | 'PROJECT'>(),
  abstract: text('abstract'),
  organizationId: text('organization_id'),
  organizationText: text('organization_text'),
  leader: text('leader'),
  /** Who made it, as ids of the talent library of the same province. */
  talentIds: text('talent_ids').array(),
  maturity: jsonb('maturity').$type<CodedValue>(),
  maturityCode: text('maturity_code'),
  disciplines: jsonb('disciplines').$type<readonly CodedValue[]>(),
  disciplineCodes: text('discipline_codes').array(),
  disciplineKeys: text('discipline_keys').array(),
  industries: jsonb('industries').$type<readonly CodedValue[]>(),
  industryCodes: text('industry_codes').array(),
  industryFields: text('industry_fields').array(),
  transferModes: text('transfer_modes').array(),
  askingPrice: numeric('asking_price'),
  askingPriceText: text('asking_price_text'),
  patentNumbers: text('patent_numbers').array(),
  marketProspect: text('market_prospect'),
  supplyType: text('supply_type'),
  tier: text('tier'),
  period: text('period'),
})

/** Published achievements and projects. */
export const achievements = schema.table('achievement', achievementColumns())

/** Those marked internal, and projects that contain patents: nobody's without a right to them. */
export const restrictedAchievements = schema.table('restricted_achievement', achievementColumns())

export const guardedAchievements = guard(
  restrictedAchievements,
  'CONDITIONAL',
  { organizations: 'array[organization_id]' },
  'Achievement',
)

const patentColumns = () => ({
  ...recordColumns(),
  applicationNumber: text('application_number'),
  patentNumber: text('patent_number'),
  publicationNumber: text('publication_number'),
  title: text('title'),
  abstract: text('abstract'),
  kind: text('kind').$type<'INVENTION' | 'UTILITY_MODEL' | 'DESIGN'>(),
  legalStatus: text('legal_status').$type<LegalStatus>(),
  legalStatusText: text('legal_status_text'),
  filedOn: text('filed_on'),
  publishedOn: text('published_on'),
  applicants: jsonb('applicants').$type<readonly PatentApplicant[]>(),
  applicantIds: text('applicant_ids').array(),
  inventors: text('inventors').array(),
  ipc: jsonb('ipc').$type<readonly CodedValue[]>(),
  /** Every beginning of each symbol: section, class, subclass, main group, and the symbol itself. */
  ipcCodes: text('ipc_codes').array(),
  ipcSections: text('ipc_sections').array(),
  ipcSubclasses: text('ipc_subclasses').array(),
  region: jsonb('region').$type<CodedValue>(),
  regionCode: text('region_code'),
  /** Which record speaks for a number that several libraries have: the lowest, then the first by id. */
  precedence: integer('precedence').notNull(),
})

export type PatentApplicant = { readonly name?: string | undefined; readonly organizationId: string | null }

/** Published patents, one row per library that has the patent. */
export const patents = schema.table('patent', patentColumns())

/** Patents in rows marked internal: nobody's without a right to them. */
export const restrictedPatents = schema.table('restricted_patent', patentColumns())

export const guardedPatents = guard(restrictedPatents, 'CONDITIONAL', { organizations: 'applicant_ids' }, 'Patent')

/** Applicants of published patents. */
export const patentApplicants = schema.table('patent_applicant', {
  organizationId: text('organization_id').notNull(),
  patentId: text('patent_id').notNull(),
})

/** Published achievements and projects as they stood before. */
export const pastAchievements = pastTable(schema, 'achievement', achievementColumns())

/** Published patents as they stood before. */
export const pastPatents = pastTable(schema, 'patent', patentColumns())

export const sources = sourceTable(schema)

export const releases = releaseTable(schema)

export type AchievementRow = typeof achievements.$inferSelect

export type PatentRow = typeof patents.$inferSelect
