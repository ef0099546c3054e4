import { boolean, integer, jsonb, numeric, pgSchema, text } from 'drizzle-orm/pg-core'
import type { CodedValue } from '#schema/codes/coded-value.ts'
import type { Province } from '#schema/provinces.ts'
import { guard } from '../policy/guard.ts'
import { pastTable, recordColumns, releaseTable, sourceTable } from '../record.ts'

const schema = pgSchema('talent')

const talentColumns = () => ({
  ...recordColumns(),
  /** Null when the person or team does not want it listed. */
  name: text('name'),
  nameWithheld: boolean('name_withheld').notNull(),
  kind: text('kind').$type<'PERSON' | 'TEAM'>(),
  organizationId: text('organization_id'),
  organizationText: text('organization_text'),
  department: text('department'),
  leader: text('leader'),
  disciplines: jsonb('disciplines').$type<readonly CodedValue[]>(),
  disciplineCodes: text('discipline_codes').array(),
  disciplineKeys: text('discipline_keys').array(),
  researchDirections: text('research_directions').array(),
  cooperationAreas: text('cooperation_areas').array(),
  keywords: text('keywords').array(),
  industries: jsonb('industries').$type<readonly CodedValue[]>(),
  industryCodes: text('industry_codes').array(),
  industryFields: text('industry_fields').array(),
  serviceModes: text('service_modes').array(),
  programmes: text('programmes').array(),
  titles: text('titles').array(),
  highestDegree: text('highest_degree'),
  isLiaison: boolean('is_liaison'),
  isIndustryProfessor: boolean('is_industry_professor'),
  isTechnologyManager: boolean('is_technology_manager'),
  achievementTitles: text('achievement_titles').array(),
  patentNumbers: text('patent_numbers').array(),
  horizontalProjects: integer('horizontal_projects'),
  horizontalFunding: numeric('horizontal_funding'),
  horizontalFundingText: text('horizontal_funding_text'),
  metroArea: text('metro_area'),
  pushedTo: text('pushed_to').array(),
  enteredOn: text('entered_on'),
})

/** Published persons and teams, without what is personal. */
export const talents = schema.table('talent', talentColumns())

/** Persons and teams marked internal: nobody's without a right to them. */
export const restrictedTalents = schema.table('restricted_talent', { ...talentColumns(), subject: text('subject') })

export const guardedTalents = guard(
  restrictedTalents,
  'CONDITIONAL',
  { organizations: 'array[organization_id]', subject: 'subject' },
  'Talent',
)

/** What is personal, of published and restricted talents alike: names withheld, and what only consent opens. */
export const personal = schema.table('personal', {
  id: text('id').primaryKey(),
  library: text('library').notNull(),
  province: text('province').$type<Province>(),
  organizationId: text('organization_id'),
  subject: text('subject'),
  name: text('name'),
  leader: text('leader'),
  gender: text('gender'),
  birthYear: text('birth_year'),
  contactName: text('contact_name'),
  /** Purposes agreed to and not withdrawn. */
  consents: text('consents').array(),
})

export const guardedPersonal = guard(personal, 'PERSONAL', {
  organizations: 'array[organization_id]',
  subject: 'subject',
  // Who agrees to be listed by name has not agreed to anything besides.
  consents: "array_remove(consents, 'LIST_NAME')",
})

/** What persons have said to the hub itself, whatever their libraries file: the account that is theirs, and what they withdrew. */
export const persons = schema.table('person', {
  id: text('id').primaryKey(),
  subject: text('subject'),
  withdrawn: text('withdrawn').array().$type<readonly Purpose[]>().notNull(),
})

/** Published persons and teams as they stood before, never with a name that is withheld now. */
export const pastTalents = pastTable(schema, 'talent', talentColumns())

export const sources = sourceTable(schema)

export const releases = releaseTable(schema)

export type TalentRow = typeof talents.$inferSelect

/** What a person may agree to: to be listed by name, to be listed with a contact, to be pushed to enterprises. */
export const purposes = ['LIST_NAME', 'LIST_CONTACT', 'PUSH_TO_ENTERPRISE'] as const

export type Purpose = (typeof purposes)[number]
