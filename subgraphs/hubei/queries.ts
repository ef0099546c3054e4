import { count, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { CodedValue } from '#schema/codes/coded-value.ts'
import { contractKinds } from '#schema/codes/contracts.ts'
import { regions } from '#schema/codes/regions.ts'
import { findEverywhere } from '../attached/places.ts'
import { anyOf as anyValueOf, type Db, type Reader } from '../database.ts'
import { type Indicator, type Measure, readIndicators } from '../indicator.ts'
import { codeLabel, itself } from '../labels.ts'
import { anyOf, between, equals, startsWith } from '../page/filter.ts'
import type { List } from '../page/list.ts'
import { numericOrder } from '../page/order.ts'
import { enterprises, portraits, restrictedSpecialActions, sources, specialActions, universities } from './tables.ts'

const { tokens, sortKey, ...shown } = getTableColumns(specialActions)

/** The libraries that alone feed the special action and the portraits. */
export const actionLibrary = 'hb-std-demand'
export const portraitLibrary = 'hb-edu-talent'

/** A demand of the special action as the graph reads it; words and sort key stay in the database. */
export type HbSpecialAction = Omit<typeof specialActions.$inferSelect, 'tokens' | 'sortKey'>

/** An enterprise funded more than once, with its items. */
export type HbSubsidyConflict = { readonly items: readonly HbSpecialAction[] }

export const specialActionList: List<HbSpecialAction> = {
  name: 'hbSpecialActions',
  table: specialActions,
  restricted: restrictedSpecialActions,
  sources,
  kind: 'hbSpecialAction',
  columns: shown,
  needs: {
    demand: [],
    enterprise: ['enterpriseId'],
    eligibility: ['enterpriseId'],
    localReview: ['localOpinion', 'localAuthority'],
    platformReview: ['status'],
    contract: [
      'contractNumber',
      'contractKind',
      'contractAmount',
      'contractAmountText',
      'hasContract',
      'hasInvoice',
      'hasTransferRecord',
      'isEvidenceComplete',
    ],
    subsidyCap: ['contractAmount'],
    deadlines: ['status', 'publishedOn', 'hasContract'],
    flags: ['flags', 'enterpriseId', 'enterpriseText', 'isFunded'],
  },
  filters: {
    library: anyOf(specialActions.library),
    funded: equals(specialActions.isFunded),
    contracted: equals(specialActions.hasContract),
    evidenceComplete: equals(specialActions.isEvidenceComplete),
    region: startsWith(specialActions.regionCode, 6),
    enterprise: anyOf(specialActions.enterpriseId),
    contractKind: anyOf(specialActions.contractKindCode),
    contractAmount: between(specialActions.contractAmount),
    subsidy: between(specialActions.subsidy),
    amountDeviation: between(specialActions.amountDeviation),
  },
  orders: {
    AMOUNT_DEVIATION: numericOrder(specialActions.amountDeviation),
    CONTRACT_AMOUNT: numericOrder(specialActions.contractAmount),
    SUBSIDY: numericOrder(specialActions.subsidy),
  },
  facets: {
    REGION: { column: specialActions.regionCode, filter: 'region', label: codeLabel(regions) },
    STATUS: { column: specialActions.statusText, label: itself },
    CONTRACT_KIND: {
      column: specialActions.contractKindCode,
      filter: 'contractKind',
      label: codeLabel(contractKinds),
    },
  },
}

export function findEnterprises(reader: Reader, ids: readonly string[]) {
  return reader.select().from(enterprises).where(anyValueOf(enterprises.id, ids))
}

export function findPortraits(reader: Reader, ids: readonly string[]) {
  return reader.select().from(portraits).where(anyValueOf(portraits.id, ids))
}

/** How many funded items each of these enterprises has; by id, or by name where no id is known. */
export function countFunded(reader: Reader, keys: readonly string[]) {
  return reader
    .select({ key: enterpriseKey.as('key'), items: count() })
    .from(specialActions)
    .where(sql`is_funded and ${enterpriseKey} = any(${sql.param(keys)})`)
    .groupBy(enterpriseKey)
}

/** Enterprises with more than one funded item, those with most first, and all of their funded items. */
export async function listConflicts(db: Db, first: number): Promise<HbSubsidyConflict[]> {
  const several = sql`
    select ${enterpriseKey} as key, count(*) as items from ${specialActions}
    where is_funded group by 1 having count(*) > 1 order by 2 desc, 1 limit ${first}`
  const rows = await findEverywhere(db, [actionLibrary], (reader) =>
    reader
      .select(shown)
      .from(specialActions)
      .innerJoin(sql`(${several}) several`, sql`several.key = ${enterpriseKey}`)
      .where(sql`is_funded`)
      .orderBy(sql`several.items desc, several.key`, specialActions.id),
  )
  return [...Map.groupBy(rows, keyOf).values()].map((items) => ({ items }))
}

/** Doctors among the published portraits of universities, how many of them were posted, and how many are resident. */
export function countDoctors(reader: Reader, organizationIds: readonly string[]) {
  return reader
    .select({
      organizationId: portraits.organizationId,
      listed: sql<number>`count(*) filter (where is_doctor)`.mapWith(Number),
      posted: sql<number>`count(*) filter (where is_doctor and programmes <> '{}')`.mapWith(Number),
      residentRatio: sql<string | null>`${ratioOf(sql`max(doctorates)`)}::text`,
    })
    .from(portraits)
    .leftJoin(universities, eq(universities.id, portraits.organizationId))
    .where(anyValueOf(portraits.organizationId, organizationIds))
    .groupBy(portraits.organizationId)
}

/** Residents among the doctors, of so many; null where no portrait tells of residence. */
function ratioOf(doctorates: SQL): SQL {
  return sql`round(count(*) filter (where is_doctor and is_resident)::numeric
    / nullif(case when bool_or(is_resident is not null) then ${doctorates} end, 0), 4)`
}

/** Returned demands by reason and local authority, and by month if so asked, of those the reader's viewer may see. */
export function countReturns(reader: Reader, monthly: boolean) {
  const { returnReason, localAuthority, regionCode, region, returnedOn, status } = restrictedSpecialActions
  const month = monthly ? sql<string | null>`left(${returnedOn}, 7)` : sql<string | null>`null::text`
  return (
    reader
      .select({
        reason: returnReason,
        authority: localAuthority,
        region: sql<CodedValue | null>`(array_agg(${region}))[1]`,
        month: month.as('month'),
        count: count(),
      })
      .from(restrictedSpecialActions)
      .where(sql`${status} = 'RETURNED'`)
      // Where no authority is named, the city stands for it.
      .groupBy(returnReason, localAuthority, regionCode, sql`month`)
      .orderBy(sql`month nulls last, count(*) desc`, returnReason, localAuthority, regionCode)
  )
}

/** The targets of 2020 and 2023 and how far they are reached. */
export function listIndicators(db: Db): Promise<readonly Indicator[]> {
  return readIndicators(db, sources, 'HUBEI', measures)
}

/** What tells enterprises apart: the id, or the name where no id is known. */
export function keyOf({ enterpriseId, enterpriseText }: Pick<HbSpecialAction, 'enterpriseId' | 'enterpriseText'>) {
  return enterpriseId ?? enterpriseText
}

const enterpriseKey = sql<string>`coalesce(enterprise_id, enterprise_text)`

const measures: readonly Measure[] = [
  {
    code: 'HB23-1',
    kind: 'hbPortrait',
    library: portraitLibrary,
    method: '公开画像中常驻企业的博士人数占报有博士总人数的高校博士总人数的百分比',
    value: sql`select round(100 * sum(residents) / nullif(sum(doctorates), 0), 2) from (
      select count(*) filter (where is_doctor and is_resident) as residents, max(doctorates) as doctorates
      from ${portraits} join ${universities} on ${universities.id} = organization_id
      group by organization_id having bool_or(is_resident is not null)) told`,
  },
  {
    code: 'HB20-1',
    kind: 'hbSpecialAction',
    library: actionLibrary,
    method: '公开需求中获资助的项数',
    value: sql`select count(*) from ${specialActions} where is_funded`,
  },
  {
    code: 'HB23-4',
    kind: 'hbPortrait',
    library: portraitLibrary,
    method: '画像库中有公开画像的高校数',
    value: sql`select count(distinct coalesce(organization_id, organization_text)) from ${portraits}`,
  },
]
