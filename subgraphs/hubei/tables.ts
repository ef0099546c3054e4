import { boolean, integer, jsonb, numeric, pgSchema, text } from 'drizzle-orm/pg-core'
import type { CodedValue } from '#schema/codes/coded-value.ts'
import type { DemandStatus } from '../intake/record.ts'
import { guard } from '../policy/guard.ts'
import { recordColumns, sourceTable } from '../record.ts'

const schema = pgSchema('hubei')

const specialActionColumns = () => ({
  ...recordColumns(),
  enterpriseId: text('enterprise_id'),
  enterpriseText: text('enterprise_text'),
  region: jsonb('region').$type<CodedValue>(),
  regionCode: text('region_code'),
  status: text('status').$type<DemandStatus>(),
  statusText: text('status_text'),
  localOpinion: text('local_opinion'),
  localAuthority: text('local_authority'),
  returnReason: text('return_reason'),
  returnedOn: text('returned_on'),
  publishedOn: text('published_on'),
  contractNumber: text('contract_number'),
  contractKind: jsonb('contract_kind').$type<CodedValue>(),
  contractKindCode: text('contract_kind_code'),
  contractAmount: numeric('contract_amount'),
  contractAmountText: text('contract_amount_text'),
  hasContract: boolean('has_contract').notNull(),
  hasInvoice: boolean('has_invoice').notNull(),
  hasTransferRecord: boolean('has_transfer_record').notNull(),
  isEvidenceComplete: boolean('is_evidence_complete').notNull(),
  amountDeviation: numeric('amount_deviation'),
  isFunded: boolean('is_funded').notNull(),
  subsidy: numeric('subsidy'),
  subsidyText: text('subsidy_text'),
})

/** Demands of the special action that are published, with what became of them; ids are the demands' own. */
export const specialActions = schema.table('special_action', specialActionColumns())

/** Those in review or returned: nobody's without a right to them. */
export const restrictedSpecialActions = schema.table('restricted_special_action', specialActionColumns())

export const guardedSpecialActions = guard(restrictedSpecialActions, 'CONDITIONAL', {
  organizations: 'array[enterprise_id]',
})

/** What the matching platform says of an enterprise. */
export const enterprises = schema.table('enterprise', {
  id: text('id').primaryKey(),
  hiTechZone: text('hi_tech_zone'),
  smeLibraryNumber: text('sme_library_number'),
})

/** Of published portraits only what postings and doctorates are counted from; no names. */
export const portraits = schema.table('portrait', {
  id: text('id').primaryKey(),
  library: text('library').notNull(),
  organizationId: text('organization_id'),
  organizationText: text('organization_text'),
  programmes: text('programmes').array(),
  isLiaison: boolean('is_liaison'),
  isDoctor: boolean('is_doctor').notNull(),
  isResident: boolean('is_resident'),
})

/** Universities that tell how many doctorates they have. */
export const universities = schema.table('university', {
  id: text('id').primaryKey(),
  doctorates: integer('doctorates').notNull(),
})

export const sources = sourceTable(schema)
