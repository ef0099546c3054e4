import { boolean, integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core'
import type { Province } from '#schema/provinces.ts'
import type { Kind } from '../intake/record.ts'
import type { ReleaseState } from '../intake/report.ts'
import type { LibraryKind } from '../libraries.ts'

const schema = pgSchema('library')

export const libraries = schema.table('library', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  province: text('province').$type<Province>(),
  agency: text('agency').notNull(),
  kind: text('kind').$type<LibraryKind>().notNull(),
  style: text('style').notNull(),
  cycleMonths: integer('cycle_months'),
  owner: text('owner').notNull(),
})

export const releases = schema.table('release', {
  id: text('id').primaryKey(),
  library: text('library').notNull(),
  number: integer('number').notNull(),
  state: text('state').$type<ReleaseState>().notNull(),
  /** Newest date the records of the library carry, or the time of the release. */
  asOf: timestamp('as_of', { mode: 'string', withTimezone: true }).notNull(),
  createdAt: timestamp('created_at', { mode: 'string', withTimezone: true }).notNull(),
  // Of public records alone; what a release did in all is told to those who sent it.
  read: integer('told_read').notNull(),
  inserted: integer('told_inserted').notNull(),
  changed: integer('told_changed').notNull(),
  unchanged: integer('told_unchanged').notNull(),
  refused: integer('told_refused').notNull(),
  held: integer('told_held').notNull(),
  removed: integer('told_removed').notNull(),
  reidentified: integer('told_reidentified').notNull(),
  delta: boolean('delta').notNull(),
  rows: integer('rows').notNull(),
})

export const flagCounts = schema.table('flag_count', {
  release: text('release').notNull(),
  code: text('code').notNull(),
  count: integer('count').notNull(),
  version: text('version').notNull(),
})

export const quality = schema.table('quality', {
  library: text('library').notNull(),
  code: text('code').notNull(),
  count: integer('count').notNull(),
})

/** Public ids in force, of every kind. */
export const recordIds = schema.table('record_id', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<Kind>().notNull(),
})
