import { integer, jsonb, numeric, pgSchema, text } from 'drizzle-orm/pg-core'
import type { RuleId } from '#schema/rules.ts'
import type { FeeMode } from '../intake/record.ts'
import { guard } from '../policy/guard.ts'
import { pastTable, recordColumns, releaseTable, sourceTable } from '../record.ts'

const schema = pgSchema('licensing')

const openLicenseColumns = () => ({
  ...recordColumns(),
  patentNumber: text('patent_number'),
  patentTitle: text('patent_title'),
  patentKind: text('patent_kind').$type<'INVENTION' | 'UTILITY_MODEL' | 'DESIGN'>(),
  licensors: jsonb('licensors').$type<readonly Licensor[]>(),
  licensorIds: text('licensor_ids').array(),
  status: text('status').$type<'OPEN' | 'WITHDRAWN'>().notNull(),
  feeMode: text('fee_mode').$type<FeeMode>(),
  feeModeText: text('fee_mode_text'),
  fixedFee: numeric('fixed_fee'),
  fixedFeeText: text('fixed_fee_text'),
  royalty: text('royalty'),
  termYears: integer('term_years'),
  termEnd: text('term_end'),
  announcedOn: text('announced_on'),
  /** What the rules that need this declaration alone made of it. */
  verdicts: jsonb('verdicts').$type<readonly Verdict[]>().notNull(),
  failedRules: text('failed_rules').array().notNull(),
})

export type Licensor = { readonly name?: string | undefined; readonly organizationId: string | null }

export type Verdict = { readonly rule: RuleId; readonly outcome: 'PASS' | 'FAIL' | 'NOT_JUDGED' }

/** Published open-license declarations. */
export const openLicenses = schema.table('open_license', openLicenseColumns())

/** Declarations in rows marked internal: nobody's without a right to them. */
export const restrictedOpenLicenses = schema.table('restricted_open_license', openLicenseColumns())

export const guardedOpenLicenses = guard(
  restrictedOpenLicenses,
  'CONDITIONAL',
  { organizations: 'licensor_ids' },
  'OpenLicense',
)

/** Published declarations as they stood before. */
export const pastOpenLicenses = pastTable(schema, 'open_license', openLicenseColumns())

export const sources = sourceTable(schema)

export const releases = releaseTable(schema)

export type OpenLicenseRow = typeof openLicenses.$inferSelect
