import { HubError } from '#schema/errors.ts'
import { type FlagCode, flags } from '#schema/flags.ts'
import { allRules, ruleOf } from '#schema/rules.ts'
import { targets } from '#schema/targets.ts'
import { daysOverdue, dueAfter, isoDate } from '../clock.ts'
import { indicatorOf } from '../indicator.ts'
import type { Kind } from '../intake/record.ts'
import { mayEver } from '../policy/policy.ts'
import type { Context } from './loaders.ts'
import { type FlagCount, type Library, listLibraries } from './queries.ts'
import type { GraphResolvers } from './resolvers.generated.ts'

export const resolvers: GraphResolvers = {
  Query: {
    node: (_, { id }, context) => findNode(id, context),
    nodes: (_, { ids }, context) => {
      if (ids.length > 100) throw new HubError('BAD_PAGE', `ids 最多 100 个，收到 ${ids.length} 个。`)
      return Promise.all(ids.map((id) => findNode(id, context)))
    },
    library: (_, { id }, { loaders }) => loaders.library.load(id),
    libraries: async (_, { filter }, context) => {
      const found = await listLibraries(context.db.read, filter ?? {})
      if (filter?.overdue == null) return found
      const overdue = await Promise.all(found.map((library) => overdueDays(library, context)))
      return found.filter((_, index) => (overdue[index] ?? 0) > 0 === filter.overdue)
    },
    indicators: () => targets.filter(({ province }) => province === null).map((target) => indicatorOf(target)),
    rules: () => allRules.map(({ zh, en, ...rule }) => ({ ...rule, title: zh, titleEn: en })),
  },
  Library: {
    __resolveReference: ({ id }, { loaders }) => loaders.library.load(id),
    rows: async ({ id }, _, { loaders }) => (await loaders.releaseInForce.load(id))?.rows,
    asOf: async ({ id }, _, { loaders }) => (await loaders.releaseInForce.load(id))?.asOf,
    dueOn: async (library, _, context) => {
      const due = await dueDate(library, context)
      return due && isoDate(due)
    },
    overdueDays: (library, _, context) => overdueDays(library, context),
    releases: ({ id }, { first }, { loaders }) => {
      if (first != null && (first < 1 || first > 100)) {
        throw new HubError('BAD_PAGE', `first 应在 1 到 100 之间，收到 ${first}。`)
      }
      return loaders.newestReleases(first ?? 20).load(id)
    },
    quality: async ({ id }, _, { loaders }) => {
      const release = await loaders.releaseInForce.load(id)
      if (!release) return null
      const counts = await loaders.quality.load(id)
      return {
        rows: release.rows,
        doubts: counts.reduce((sum, { count }) => sum + count, 0),
        flags: counts,
        library: id,
      }
    },
  },
  Quality: {
    trend: async ({ library }, _, { loaders }) => (await loaders.trend.load(library)).map(({ doubts }) => doubts),
  },
  Release: {
    flags: ({ id }, _, { loaders }) => loaders.flagCounts.load(id),
  },
  FlagCount: {
    label: ({ code }) => flagOf(code).zh,
    severity: ({ code }) => flagOf(code).severity,
    rule: ({ code }) => ruleOf(code as FlagCode)?.id,
    ruleVersion: ({ code, version }) => version ?? flagOf(code).ruleVersion,
    clause: ({ code }) => (flagOf(code) as { readonly clause?: string }).clause,
  },
}

/** Kinds that are nodes of the graph; the others are kept, and shown by their own province's subgraph. */
const typeNames: Partial<Record<Kind, string>> = {
  organization: 'Organization',
  talent: 'Talent',
  achievement: 'Achievement',
  patent: 'Patent',
  demand: 'Demand',
  openLicense: 'OpenLicense',
}

async function findNode(id: string, { loaders, viewer }: Context) {
  if (!id.includes(':')) {
    const library = await loaders.library.load(id)
    return library && { __typename: 'Library', ...library }
  }
  const record = await loaders.recordKind.load(id)
  if (!record && mayEver(viewer.role, 'CONDITIONAL')) {
    const restricted = await loaders.restrictedKind.load(id)
    return restricted && { __typename: restricted.node, id }
  }
  const typeName = record && typeNames[record.kind]
  return typeName ? { __typename: typeName, id } : null
}

async function overdueDays(library: Library, context: Context): Promise<number | null> {
  const due = await dueDate(library, context)
  return due && daysOverdue(due, context.now)
}

async function dueDate({ id, cycleMonths }: Library, { loaders }: Context): Promise<Date | null> {
  const release = await loaders.releaseInForce.load(id)
  return release && dueAfter(release.asOf, cycleMonths)
}

const flagOf = (code: FlagCount['code']) => flags[code as keyof typeof flags]
