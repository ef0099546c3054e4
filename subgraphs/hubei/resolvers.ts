import type { FlagCode } from '#schema/flags.ts'
import { add, compare } from '../intake/checks/decimal.ts'
import type { Flag } from '../intake/record.ts'
import { connect } from '../page/connection.ts'
import { checkSize } from '../page/slice.ts'
import { toldCount } from '../small-cells.ts'
import { deadlinesOf } from './deadlines.ts'
import type { Context } from './loaders.ts'
import {
  countReturns,
  type HbSpecialAction,
  keyOf,
  listConflicts,
  listIndicators,
  specialActionList,
} from './queries.ts'
import type { GraphResolvers } from './resolvers.generated.ts'

export const resolvers: GraphResolvers = {
  Query: {
    hbSpecialActions: (_, args, context, info) => connect(specialActionList, args, context, info),
    hbSubsidyConflicts: (_, { first }, { db }) => {
      checkSize('first', first)
      return listConflicts(db, first ?? 100)
    },
    hbReturns: (_, { monthly }, { db }) => db.restricted((reader) => countReturns(reader, monthly), seenReturns),
    hbIndicators: (_, __, { db }) => listIndicators(db),
  },
  Demand: {
    specialAction: ({ id }, _, { loaders }) => loaders.specialAction.load(id),
  },
  HbSpecialAction: {
    demand: ({ id }) => ({ id }),
    enterprise: ({ enterpriseId }) => (enterpriseId ? { id: enterpriseId } : null),
    eligibility: async ({ enterpriseId }, _, { loaders }) => eligibilityOf(enterpriseId, loaders),
    localReview: ({ localOpinion, localAuthority }) =>
      localOpinion && { opinion: localOpinion, authority: localAuthority },
    platformReview: ({ status }) => reviewOf(status),
    contract: (action) => (action.hasContract ? action : null),
    subsidyCap: ({ contractAmount }) =>
      contractAmount && (compare(contractAmount, highestSubsidy) < 0 ? contractAmount : highestSubsidy),
    deadlines: (action, _, { now }) => deadlinesOf(action, now),
    flags: flagsOf,
  },
  HbLocalReview: {
    isRecommended: ({ opinion }: { opinion: string }) => opinion.includes('同意推荐') && !opinion.includes('不同意'),
  },
  HbContract: {
    number: ({ contractNumber }: HbSpecialAction) => contractNumber,
    kind: ({ contractKind }: HbSpecialAction) => contractKind,
    amount: ({ contractAmount }: HbSpecialAction) => contractAmount,
    amountText: ({ contractAmountText }: HbSpecialAction) => contractAmountText,
  },
  HbReturn: {
    count: ({ count }) => toldCount(count),
  },
  HbSubsidyConflict: {
    enterprise: ({ items: [item] }) => (item?.enterpriseId ? { id: item.enterpriseId } : null),
    enterpriseText: ({ items: [item] }) => item?.enterpriseText ?? null,
    subsidy: ({ items }) => items.reduce((sum, { subsidy }) => (subsidy ? add(sum, subsidy) : sum), '0'),
  },
  Organization: {
    residentDoctorateRatio: async ({ id }, _, { loaders }) =>
      (await loaders.doctorsOfOrganization.load(id))?.residentRatio ?? null,
    hbDoctorates: ({ id }, _, { loaders }) => loaders.doctorsOfOrganization.load(id),
  },
  Talent: {
    postings: async ({ id }, _, { loaders }) => {
      const portrait = await loaders.portrait.load(id)
      if (!portrait) return []
      const { programmes, isLiaison, ...unit } = portrait
      return [
        ...(programmes ?? []).map((title) => ({ kind: 'PROGRAMME' as const, title, ...unit })),
        ...(isLiaison ? [{ kind: 'LIAISON' as const, title: '企业创新联络员', ...unit }] : []),
      ]
    },
  },
  HbPosting: {
    sendingUnit: ({ organizationId }) => (organizationId ? { id: organizationId } : null),
    sendingUnitText: ({ organizationText }) => organizationText,
  },
}

const highestSubsidy = '100000'

/** What the audit tells of the returns that were counted. */
function seenReturns(found: readonly unknown[]) {
  return found.length > 0
    ? { object: 'HbReturn', fields: ['reason', 'authority', 'region', 'month', 'count'] }
    : undefined
}

/** What platform review has come to; a draft has had none, and of a withdrawn demand nobody knows. */
function reviewOf(status: HbSpecialAction['status']) {
  if (status === null || status === 'DRAFT' || status === 'WITHDRAWN') return null
  if (status === 'IN_REVIEW') return 'PENDING'
  return status === 'RETURNED' ? 'RETURNED' : 'APPROVED'
}

async function eligibilityOf(enterpriseId: string | null, loaders: Context['loaders']) {
  const enterprise = enterpriseId && (await loaders.enterprise.load(enterpriseId))
  if (!enterprise) return null
  const { hiTechZone, smeLibraryNumber } = enterprise
  const [isInHiTechZone, isInSmeLibrary] = [hiTechZone !== null, smeLibraryNumber !== null]
  return {
    isEligible: isInHiTechZone && isInSmeLibrary,
    isInHiTechZone,
    hiTechZone,
    isInSmeLibrary,
    smeLibraryNumber,
  }
}

/** Doubts of intake by the action's own rules, and those that show only beside other records. */
async function flagsOf(action: HbSpecialAction, _: unknown, { loaders }: Context): Promise<Flag[]> {
  const key = keyOf(action)
  const [eligibility, funded] = await Promise.all([
    eligibilityOf(action.enterpriseId, loaders),
    action.isFunded && key ? loaders.funded.load(key) : null,
  ])
  const beside: FlagCode[] = []
  if (eligibility && !eligibility.isInHiTechZone) beside.push('ENTERPRISE_NOT_IN_HITECH_ZONE')
  if (eligibility && !eligibility.isInSmeLibrary) beside.push('ENTERPRISE_NOT_IN_SME_LIBRARY')
  if (funded && funded.items > 1) beside.push('SUBSIDY_SECOND_FOR_ENTERPRISE')
  return [...action.flags.filter(({ code }) => ownRules.has(code)), ...beside.map((code) => ({ code }))]
}

const ownRules = new Set<FlagCode>([
  'AMOUNT_BELOW_MINIMUM',
  'DEMAND_CATEGORY_UNKNOWN',
  'RETURN_WITHOUT_REASON',
  'CONTRACT_TYPE_NOT_ALLOWED',
  'EVIDENCE_MISSING',
  'SUBSIDY_OVER_CAP',
])
