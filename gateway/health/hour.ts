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

/** Names told apart in an hour; clients choose theirs. */
const mostNames = 200

/** Where the count of a name stands; those beyond the bound share one. */
export function nameWithin(known: ReadonlyMap<string, unknown>, name: string): string {
  return known.size < mostNames || known.has(name) ? name : '其他'
}
