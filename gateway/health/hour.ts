import { createLatency, type Latency } from './latency.ts'

/** What happened to one subgraph in one hour. */
export interface Hour {
  /** Hours since 1970. */
  readonly at: number
  /** Of each minute: 0 not asked, 1 asked in vain, 2 answered. */
  readonly minutes: Uint8Array
  asked: number
  readonly latency: Latency
  /** Fetches without data, by the code of their first error. */
  readonly failures: Map<string, number>
  readonly fields: Map<string, { asked: number; ms: number }>
  readonly clients: Map<string, number>
}

export function newHour(at: number): Hour {
  return {
    at,
    minutes: new Uint8Array(60),
    asked: 0,
    latency: createLatency(),
    failures: new Map(),
    fields: new Map(),
    clients: new Map(),
  }
}

/** The same as it is handed on, to be added to what other gateways saw. */
export interface WatchedHour {
  readonly subgraph: string
  /** Hours since 1970. */
  readonly hour: number
  /** ISO time since when the gateway has watched in that hour. */
  readonly since: string
  /** A digit for each minute: 0 not asked, 1 asked in vain, 2 answered. */
  readonly minutes: string
  readonly asked: number
  readonly latency: readonly number[]
  readonly failures: Readonly<Record<string, number>>
  readonly fields: Readonly<Record<string, { readonly asked: number; readonly ms: number }>>
  readonly clients: Readonly<Record<string, number>>
}

export function watchedHour(subgraph: string, hour: Hour, started: number): WatchedHour {
  return {
    subgraph,
    hour: hour.at,
    since: new Date(Math.max(started, hour.at * 3_600_000)).toISOString(),
    minutes: hour.minutes.join(''),
    asked: hour.asked,
    latency: [...hour.latency.counts],
    failures: Object.fromEntries(hour.failures),
    fields: Object.fromEntries(hour.fields),
    clients: Object.fromEntries(hour.clients),
  }
}

/** Names told apart in an hour; clients choose theirs. */
const mostNames = 200

/** Where the count of a name stands; those beyond the bound share one. */
export function nameWithin(known: ReadonlyMap<string, unknown>, name: string): string {
  return known.size < mostNames || known.has(name) ? name : '其他'
}
