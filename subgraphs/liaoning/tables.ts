import { boolean, integer, jsonb, numeric, pgSchema, text } from 'drizzle-orm/pg-core'
import type { CodedValue } from '#schema/codes/coded-value.ts'
import type { Fields } from '../intake/record.ts'
import { recordColumns, sourceTable, twinTables } from '../record.ts'

const schema = pgSchema('liaoning')

/** Published alliances, and those marked internal. */
export const alliances = twinTables(
  schema,
  'alliance',
  () => ({
    ...recordColumns(),
    name: text('name'),
    kind: text('kind').$type<Fields['alliance']['type']>(),
    sector: text('sector').$type<Fields['alliance']['sector']>(),
    mode: text('mode').$type<Fields['alliance']['mode']>(),
    leadCode: text('lead_code'),
    leadId: text('lead_id'),
    leadText: text('lead_text'),
    region: jsonb('region').$type<CodedValue>(),
    regionCode: text('region_code'),
    agreementNumber: text('agreement_number'),
    filedOn: text('filed_on'),
    isFiled: boolean('is_filed').notNull(),
    status: text('status').$type<AllianceStatus>(),
    statusText: text('status_text'),
  }),
  'array[lead_id]',
)

/** Who belongs to published alliances. */
export const members = schema.table('alliance_member', {
  id: text('id').primaryKey(),
  allianceId: text('alliance_id').notNull(),
  code: text('code'),
  organizationId: text('organization_id'),
  organizationText: text('organization_text'),
  type: text('type'),
  role: text('role').$type<Fields['allianceMember']['role']>(),
  joinedOn: text('joined_on'),
})

export const fairs = twinTables(schema, 'fair', () => ({
  ...recordColumns(),
  name: text('name'),
  scale: text('scale').$type<Fields['fair']['scale']>(),
  region: jsonb('region').$type<CodedValue>(),
  regionCode: text('region_code'),
  heldOn: text('held_on'),
  attendees: integer('attendees'),
}))

export const agreements = twinTables(
  schema,
  'agreement',
  () => ({
    ...recordColumns(),
    name: text('name'),
    partyACode: text('party_a_code'),
    partyAId: text('party_a_id'),
    partyAText: text('party_a_text'),
    partyBCode: text('party_b_code'),
    partyBId: text('party_b_id'),
    partyBText: text('party_b_text'),
    fairId: text('fair_id'),
    amount: numeric('amount'),
    amountText: text('amount_text'),
    isFiled: boolean('is_filed').notNull(),
    filedWith: text('filed_with'),
    filingNumber: text('filing_number'),
    filedOn: text('filed_on'),
  }),
  'array[party_a_id, party_b_id]',
)

export const institutes = twinTables(
  schema,
  'institute',
  () => ({
    ...recordColumns(),
    name: text('name'),
    code: text('code'),
    organizationId: text('organization_id'),
    organizationText: text('organization_text'),
    region: jsonb('region').$type<CodedValue>(),
    regionCode: text('region_code'),
    foundedOn: text('founded_on'),
    branches: integer('branches'),
  }),
  'array[organization_id]',
)

export const visits = twinTables(
  schema,
  'visit',
  () => ({
    ...recordColumns(),
    talentId: text('talent_id'),
    enterpriseId: text('enterprise_id'),
    year: text('year'),
    visits: integer('visits'),
    hasJointBody: boolean('has_joint_body'),
  }),
  'array[enterprise_id]',
)

/** What the province's own talents and achievements call a unit, by its number on the provincial platform. */
export const units = schema.table('unit', {
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  name: text('name'),
  organizationId: text('organization_id'),
})

export const sources = sourceTable(schema)

export type AllianceStatus = 'INTENDED' | 'SIGNED' | 'FILED' | 'ACTIVE' | 'EVALUATED' | 'ENDED'
