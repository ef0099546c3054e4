import { jsonb, numeric, pgSchema, text, timestamp } from 'drizzle-orm/pg-core'
import type { Evidence, LinkedKind } from './evidence.ts'

const schema = pgSchema('linking')

export type LinkStatus = 'IDENTIFIED' | 'SUGGESTED' | 'CONFIRMED' | 'REJECTED'

/** Pairs of public records that seem to be one and the same. */
export const links = schema.table('link', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<LinkedKind>().notNull(),
  leftLibrary: text('left_library').notNull(),
  leftId: text('left_id').notNull(),
  rightLibrary: text('right_library').notNull(),
  rightId: text('right_id').notNull(),
  method: text('method').$type<'OFFICIAL_NUMBER' | 'FEATURES'>().notNull(),
  score: numeric('score', { mode: 'number' }).notNull(),
  evidence: jsonb('evidence').$type<readonly Evidence[]>().notNull(),
  status: text('status').$type<LinkStatus>().notNull(),
  decidedAt: timestamp('decided_at', { mode: 'string', withTimezone: true }),
})
