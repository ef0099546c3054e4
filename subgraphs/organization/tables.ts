import { jsonb, pgSchema, text } from 'drizzle-orm/pg-core'
import type { CodedValue } from '#schema/codes/coded-value.ts'
import type { OrganizationType } from '../intake/record.ts'
import type { Prepared } from '../intake/sink.ts'
import { recordColumns, sourceTable } from '../record.ts'

const schema = pgSchema('organization')

export const organizations = schema.table('organization', {
  ...recordColumns(),
  contributors: text('contributors').array().notNull(),
  name: text('name'),
  formerNames: text('former_names').array(),
  otherNames: text('other_names').array(),
  nameEn: text('name_en'),
  kind: text('kind').$type<OrganizationType>(),
  uscc: text('uscc'),
  moeCode: text('moe_code'),
  ror: text('ror'),
  region: jsonb('region').$type<CodedValue>(),
  regionCode: text('region_code'),
  supervisor: text('supervisor'),
  ownership: text('ownership'),
  level: text('level'),
  website: text('website'),
  hiTechZone: text('hi_tech_zone'),
  smeLibraryNumber: text('sme_library_number'),
})

/** What each library says of an organization. */
export const contributions = schema.table('contribution', {
  id: text('id').notNull(),
  library: text('library').notNull(),
  record: jsonb('record').$type<Prepared<'organization'>>().notNull(),
})

export const sources = sourceTable(schema)
