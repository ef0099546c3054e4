import { integer, jsonb, numeric, pgSchema, text } from 'drizzle-orm/pg-core'
import { recordColumns, sourceTable, twinTables } from '../record.ts'

const schema = pgSchema('heilongjiang')

/** Published challenges, and those marked internal. */
export const challenges = twinTables(
  schema,
  'challenge',
  () => ({
    ...recordColumns(),
    demandId: text('demand_id'),
    mode: text('mode').$type<'OPEN_CALL' | 'HORSE_RACE'>(),
    modeText: text('mode_text'),
    stage: text('stage').$type<ChallengeStage>(),
    statusText: text('status_text'),
    posterId: text('poster_id'),
    posterText: text('poster_text'),
    winnerId: text('winner_id'),
    winnerText: text('winner_text'),
    amount: numeric('amount'),
    amountText: text('amount_text'),
    postedOn: text('posted_on'),
    closesOn: text('closes_on'),
  }),
  'array[poster_id, winner_id]',
)

/** The quarterly ledger, a row for each unit. */
export const ledger = twinTables(
  schema,
  'ledger',
  () => ({
    ...recordColumns(),
    quarter: text('quarter'),
    unitId: text('unit_id'),
    unitText: text('unit_text'),
    achievements: integer('achievements'),
    investment: numeric('investment'),
    investmentText: text('investment_text'),
    output: numeric('output'),
    outputText: text('output_text'),
    highTechFirms: integer('high_tech_firms'),
  }),
  'array[unit_id]',
)

/** Of published demands, projects and achievements: the batch each last changed in, and its industries. */
export const items = schema.table('item', {
  id: text('id').primaryKey(),
  library: text('library').notNull(),
  kind: text('kind').$type<'DEMAND' | 'PROJECT' | 'ACHIEVEMENT'>().notNull(),
  period: text('period'),
  industries: jsonb('industries').$type<readonly string[]>().notNull(),
})

export const sources = sourceTable(schema)

export type ChallengeStage = 'COLLECTED' | 'LISTED' | 'POSTED' | 'TAKEN' | 'SIGNED' | 'ACCEPTED'
