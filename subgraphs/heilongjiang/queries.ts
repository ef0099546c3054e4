import { asc, count, desc, getTableColumns, max, sql } from 'drizzle-orm'
import { childrenOf, findCode } from '#schema/codes/code-list.ts'
import { heilongjiang4567 } from '#schema/codes/industry-schemes.ts'
import { findEverywhere, within } from '../attached/places.ts'
import { daysOverdue, isoDate } from '../clock.ts'
import { anyOf as anyValueOf, type Db, type Reader } from '../database.ts'
import { type Indicator, type Measure, readIndicators } from '../indicator.ts'
import { itself, yearLabel } from '../labels.ts'
import { anyOf, between, dated } from '../page/filter.ts'
import type { List } from '../page/list.ts'
import { keyOrder, numericOrder, textOrder } from '../page/order.ts'
import { type Hidden, shownColumns } from '../record.ts'
import { challenges as challengeTables, items, ledger as ledgerTables, sources } from './tables.ts'

const challenges = challengeTables.open
const ledger = ledgerTables.open

/** Rows as the graph reads them; words and sort keys stay in the database. */
export type HlChallenge = Omit<typeof challenges.$inferSelect, Hidden>
export type HlLedgerEntry = Omit<typeof ledger.$inferSelect, Hidden>

export const challengeList: List<HlChallenge> = {
  name: 'hlChallenges',
  table: challenges,
  restricted: challengeTables.restricted,
  sources,
  kind: 'hlChallenge',
  columns: shownColumns(getTableColumns(challenges)),
  needs: {
    demand: ['demandId'],
    poster: ['posterId'],
    winner: ['winnerId'],
    stages: ['stage', 'postedOn'],
  },
  filters: {
    library: anyOf(challenges.library),
    mode: anyOf(challenges.mode),
    stage: anyOf(challenges.stage),
    demand: anyOf(challenges.demandId),
    poster: anyOf(challenges.posterId),
    winner: anyOf(challenges.winnerId),
    amount: between(challenges.amount),
    postedOn: dated(challenges.postedOn),
    closesOn: dated(challenges.closesOn),
  },
  orders: {
    AMOUNT: numericOrder(challenges.amount),
    POSTED_ON: textOrder(challenges.postedOn),
    CLOSES_ON: textOrder(challenges.closesOn),
  },
  facets: {
    MODE: { column: challenges.mode, filter: 'mode', enum: 'HlChallengeMode' },
    STAGE: { column: challenges.stage, filter: 'stage', enum: 'HlChallengeStage' },
    YEAR: { column: challenges.postedOn, characters: 4, filter: 'postedOn', label: yearLabel },
  },
}

export const ledgerList: List<HlLedgerEntry> = {
  name: 'hlLedger',
  table: ledger,
  restricted: ledgerTables.restricted,
  sources,
  kind: 'hlLedgerEntry',
  columns: shownColumns(getTableColumns(ledger)),
  needs: { unit: ['unitId'] },
  filters: { library: anyOf(ledger.library), quarter: anyOf(ledger.quarter), unit: anyOf(ledger.unitId) },
  orders: {
    QUARTER: textOrder(ledger.quarter),
    UNIT: keyOrder(ledger.sortKey),
    INVESTMENT: numericOrder(ledger.investment),
    OUTPUT: numericOrder(ledger.output),
  },
  facets: {
    QUARTER: { column: ledger.quarter, filter: 'quarter', label: itself },
    UNIT: { column: ledger.unitText, label: itself },
  },
}

/** Challenges of demands, the latest first. */
export function findChallengesOfDemands(reader: Reader, demandIds: readonly string[]): Promise<HlChallenge[]> {
  return reader
    .select(shownColumns(getTableColumns(challenges)))
    .from(challenges)
    .where(anyValueOf(challenges.demandId, demandIds))
    .orderBy(desc(sql`coalesce(${challenges.postedOn}, '')`), asc(challenges.id))
}

/** The targets of 2026 and what the ledger adds up to. */
export function listIndicators(db: Db): Promise<readonly Indicator[]> {
  return readIndicators(db, sources, 'HEILONGJIANG', measures)
}

/** How old the newest batch of each library is that is renewed every half year, as of a day. */
export async function listClocks(db: Db, now: Date) {
  const newest = sql`(select max(other.period) from ${items} other where other.library = item.library)`
  const renewed = ['hl-demand', 'hl-achievement']
  const rows = await findEverywhere(db, renewed, (reader, { libraries = renewed }) =>
    reader
      .select({
        library: items.library,
        period: max(items.period),
        changed: sql<number>`count(*) filter (where period = ${newest})`.mapWith(Number),
        rows: count(),
      })
      .from(items)
      .where(anyValueOf(items.library, libraries))
      .groupBy(items.library)
      .orderBy(desc(items.library)),
  )
  const inOrder = rows.toSorted((a, b) => (a.library < b.library ? 1 : -1))
  return inOrder.map(({ library, period, changed, rows }) => {
    const due = period === null ? null : nextDue(period)
    return {
      library: { id: library },
      period,
      changed: period === null ? null : changed,
      rows,
      dueOn: due && isoDate(due),
      overdueDays: due && daysOverdue(due, now),
    }
  })
}

/** Published demands and projects of each of the 4567 industries. */
export async function listIndustries(db: Db) {
  const rows = await findEverywhere(db, ['hl-demand', 'hl-project'], (reader, place) =>
    reader
      .select({ code: sql<string>`i.code`, kind: sql<string>`kind`, total: count() })
      .from(sql`${items}, jsonb_array_elements_text(industries) i (code)`)
      .where(within(place, items.library))
      .groupBy(sql`i.code`, sql`kind`),
  )
  const totals = new Map(rows.map(({ code, kind, total }) => [`${code} ${kind}`, total]))
  return ['4', '5', '6', '7'].flatMap((group) =>
    childrenOf(heilongjiang4567, group).map(({ code, zh: title }) => ({
      code,
      title,
      group: findCode(heilongjiang4567, group)?.zh,
      demands: totals.get(`${code} DEMAND`) ?? 0,
      projects: totals.get(`${code} PROJECT`) ?? 0,
    })),
  )
}

const measures: readonly Measure[] = [
  summed('HL26-1', '转化项数', sql`sum(achievements)`),
  summed('HL26-2', '总投资', sql`sum(investment)`),
  summed('HL26-3', '产值', sql`sum(output)`),
  summed('HL26-4', '培育高企数', sql`sum(high_tech_firms)`),
]

function summed(code: string, column: string, value: ReturnType<typeof sql>): Measure {
  return {
    code,
    kind: 'hlLedgerEntry',
    library: 'hl-ledger',
    method: `台账各单位各季度“${column}”之和`,
    value: sql`select ${value} from ${ledger}`,
    period: sql`select min(quarter) || '–' || max(quarter) from ${ledger}`,
  }
}

/** A batch is due to be followed by the end of the next half year. */
function nextDue(period: string): Date | null {
  const [, year, half] = /^(\d{4})H([12])$/.exec(period) ?? []
  if (year === undefined) return null
  return new Date(half === '1' ? `${year}-12-31` : `${Number(year) + 1}-06-30`)
}
