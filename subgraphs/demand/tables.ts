import { integer, jsonb, numeric, pgSchema, text } from 'drizzle-orm/pg-core'
import type { CodedValue } from '#schema/codes/coded-value.ts'
import type { DemandStatus } from '../intake/record.ts'
import { guard } from '../policy/guard.ts'
import { pastTable, recordColumns, releaseTable, sourceTable } from '../record.ts'

const schema = pgSchema('demand')

const demandColumns = () => ({
  ...recordColumns(),
  title: text('title'),
  description: text('description'),
  keyIndicators: text('key_indicators'),
  enterpriseId: text('enterprise_id'),
  enterpriseText: text('enterprise_text'),
  category: jsonb('category').$type<CodedValue>(),
  categoryCode: text('category_code'),
  contractKind: jsonb('contract_kind').$type<CodedValue>(),
  contractKindCode: text('contract_kind_code'),
  cooperationMode: text('cooperation_mode'),
  industries: jsonb('industries').$type<readonly CodedValue[]>(),
  industryCodes: text('industry_codes').array(),
  industryFields: text('industry_fields').array(),
  intendedAmount: numeric('intended_amount'),
  intendedAmountText: text('intended_amount_text'),
  status: text('status').$type<DemandStatus>(),
  statusText: text('status_text'),
  region: jsonb('region').$type<CodedValue>(),
  regionCode: text('region_code'),
  deadline: text('deadline'),
  publishedOn: text('published_on'),
  pushedUniversities: integer('pushed_universities'),
  period: text('period'),
})

/** Published demands. */
export const demands = schema.table('demand', demandColumns())

/** Demands still in review or returned: nobody's without a right to them. */
export const restrictedDemands = schema.table('restricted_demand', demandColumns())

export const guardedDemands = guard(
  restrictedDemands,
  'CONDITIONAL',
  { organizations: 'array[enterprise_id]' },
  'Demand',
)

/** Published demands as they stood before. */
export const pastDemands = pastTable(schema, 'demand', demandColumns())

export const sources = sourceTable(schema)

export const releases = releaseTable(schema)

export type DemandRow = typeof demands.$inferSelect
