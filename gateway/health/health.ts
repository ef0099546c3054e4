import { randomUUID } from 'node:crypto'
import { byteCache } from '../engine/cache.ts'
import type { RequestContext, SubgraphAnswer, SubgraphRequest } from '../engine/contract.ts'
import { fieldsAsked } from './fields.ts'
import { type Hour, nameWithin, newHour, type WatchedHour, watchedHour } from './hour.ts'
import { createLatency } from './latency.ts'

/** How one subgraph has fared over the last 24 hours. */
export interface HealthReport {
  readonly subgraph: string
  /** Gateways whose figures are added up here; null when only this one's could be had. */
  readonly gateways: number | null
  /** ISO time since when it has been watched, at most 24 hours ago. */
  readonly since: string
  readonly asked: number
  /** Share of the minutes in which it was asked that saw an answer; null when it was not asked. */
  readonly uptime: number | null
  /** Milliseconds. */
  readonly latency: { readonly p50: number | null; readonly p95: number | null; readonly p99: number | null }
  /** Fetches without data by the code of their error, most first. */
  readonly failures: readonly Counted[]
  /** Fields by the mean time of the fetches that asked for them, slowest first; at most 10. */
  readonly slowest: readonly { readonly field: string; readonly asked: number; readonly ms: number }[]
  /** Clients by what they had fetched, as they name themselves, most first; at most 10. */
  readonly clients: readonly Counted[]
  /** Whether it runs what it published, where that is looked at. */
  readonly drift: Drift | null
}

export interface Drift {
  /** ISO time. */
  readonly checkedAt: string
  /** Null when all is as published. */
  readonly problem: { readonly code: string; readonly zh: string; readonly en: string } | null
}

export interface Counted {
  readonly name: string
  readonly count: number
}

export interface Health {
  fetched(subgraph: string, request: SubgraphRequest, context: RequestContext, answer: SubgraphAnswer, ms: number): void
  /** Undefined for a subgraph that was never asked. */
  report(subgraph: string): Promise<HealthReport | undefined>
  /** Hands over what was counted since the last time. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** Where gateways put their figures together. */
export interface HealthShare {
  /** Takes what a gateway counted in these hours so far, in place of what it said of them before. */
  send(gateway: string, hours: readonly WatchedHour[]): Promise<void>
  read(subgraph: string): Promise<{
    readonly gateways: number
    readonly hours: readonly WatchedHour[]
    readonly drift: Drift | null
  }>
}

const [hourMs, hours, shown, everyMs] = [3_600_000, 24, 10, 10_000]

/**
 * Watches every fetch of a gateway, and adds it to what others saw where there is a `share`. Without, all is in memory: a
 * gateway that starts anew begins anew.
 */
export function createHealth(share?: HealthShare, now: () => number = Date.now): Health {
  const started = now()
  const gateway = randomUUID()
  const watched = new Map<string, Hour[]>()
  const unsent = new Map<Hour, string>()
  const documents = byteCache<readonly string[]>(4 * 1024 * 1024)

  const hourOf = (subgraph: string): Hour => {
    const at = Math.floor(now() / hourMs)
    let known = watched.get(subgraph)
    if (!known) {
      known = []
      watched.set(subgraph, known)
    }
    const last = known.at(-1)
    if (last?.at === at) return last
    const hour = newHour(at)
    known.push(hour)
    if (known.length > hours) known.shift()
    return hour
  }

  const fieldsOf = (document: string): readonly string[] => {
    const known = documents.get(document)
    if (known) return known
    const fields = fieldsAsked(document)
    documents.set(document, fields, document.length * 2 + 200)
    return fields
  }

  const ownHours = (subgraph: string): readonly WatchedHour[] | undefined => {
    const oldest = Math.floor(now() / hourMs) - hours + 1
    const recent = watched.get(subgraph)?.filter(({ at }) => at >= oldest)
    return recent?.map((hour) => watchedHour(subgraph, hour, started))
  }

  let flushing: Promise<void> = Promise.resolve()
  const flush = (): Promise<void> => {
    if (!share || unsent.size === 0) return flushing
    flushing = flushing
      .catch(() => undefined)
      .then(async () => {
        const taken = [...unsent]
        unsent.clear()
        const report = taken.map(([hour, subgraph]) => watchedHour(subgraph, hour, started))
        await share.send(gateway, report).catch((error) => {
          // What was not taken is told again, with what comes.
          for (const [hour, subgraph] of taken) unsent.set(hour, subgraph)
          throw error
        })
      })
    return flushing
  }
  const timer = share && setInterval(() => flush().catch(() => undefined), everyMs).unref()

  return {
    fetched(subgraph, { document }, { headers }, answer, ms) {
      const hour = hourOf(subgraph)
      if (share) unsent.set(hour, subgraph)
      const minute = Math.floor(now() / 60_000) % 60
      const failure = failureOf(answer)
      hour.asked++
      hour.latency.add(ms)
      if (failure) count(hour.failures, failure)
      hour.minutes[minute] = failure && away.has(failure) ? hour.minutes[minute] || 1 : 2
      for (const field of fieldsOf(document)) {
        const name = nameWithin(hour.fields, field)
        const known = hour.fields.get(name)
        if (known) {
          known.asked++
          known.ms += ms
        } else hour.fields.set(name, { asked: 1, ms })
      }
      count(hour.clients, clientOf(headers))
    },
    async report(subgraph) {
      // What this gateway saw a moment ago is wanted too.
      const shared = await flush()
        .then(() => share?.read(subgraph))
        .catch(() => undefined)
      const { gateways, drift, hours: seen } = shared ?? { gateways: null, drift: null, hours: ownHours(subgraph) }
      return seen || drift ? reportOf(subgraph, seen ?? [], { gateways, drift }, new Date(now())) : undefined
    },
    flush,
    async close() {
      clearInterval(timer)
      await flush().catch(() => undefined)
    },
  }
}

function reportOf(
  subgraph: string,
  hours: readonly WatchedHour[],
  { gateways, drift }: Pick<HealthReport, 'gateways' | 'drift'>,
  now: Date,
): HealthReport {
  const minutes = [...Map.groupBy(hours, ({ hour }) => hour).values()].flatMap((together) =>
    Array.from({ length: 60 }, (_, at) => Math.max(...together.map((it) => Number(it.minutes[at])))),
  )
  const seen = minutes.filter((it) => it > 0)
  const latency = createLatency(hours.map((hour) => hour.latency))
  const quantile = (share: number) => rounded(latency.quantile(share))
  const fields = new Map<string, { asked: number; ms: number }>()
  for (const [field, { asked, ms }] of hours.flatMap((hour) => Object.entries(hour.fields))) {
    const known = fields.get(field) ?? { asked: 0, ms: 0 }
    fields.set(field, { asked: known.asked + asked, ms: known.ms + ms })
  }
  const means = [...fields].map(([field, { asked, ms }]) => ({ field, asked, ms: rounded(ms / asked)! }))
  return {
    subgraph,
    gateways,
    since: hours.map(({ since }) => since).sort()[0] ?? now.toISOString(),
    asked: hours.reduce((sum, { asked }) => sum + asked, 0),
    uptime: seen.length > 0 ? seen.filter((it) => it === 2).length / seen.length : null,
    latency: { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) },
    failures: summed(hours.map(({ failures }) => failures)),
    slowest: means.sort((a, b) => b.ms - a.ms).slice(0, shown),
    clients: summed(hours.map(({ clients }) => clients)).slice(0, shown),
    drift,
  }
}

/** Codes of the transport: the subgraph did not answer, or not in time, or not in form. */
const away = new Set(['DEADLINE_EXCEEDED', 'SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_BAD_ANSWER'])

function failureOf({ data, errors }: SubgraphAnswer): string | undefined {
  if (data != null || !errors) return undefined
  const code = errors[0]?.extensions?.code
  return typeof code === 'string' ? code.slice(0, 60) : 'SUBGRAPH_ERROR'
}

/** As Apollo's clients and those of GraphQL Hive name themselves. */
function clientOf(headers: Readonly<Record<string, string>>): string {
  const name = headers['apollographql-client-name'] ?? headers['graphql-client-name']
  return typeof name === 'string' && name !== '' ? name.slice(0, 100) : '未具名'
}

function count(counts: Map<string, number>, given: string): void {
  const name = nameWithin(counts, given)
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function summed(all: readonly Readonly<Record<string, number>>[]): readonly Counted[] {
  const sums = new Map<string, number>()
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) sums.set(name, (sums.get(name) ?? 0) + count)
  return [...sums].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 10) / 10
}
