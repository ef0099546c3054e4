import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Notes } from './notes.ts'

/** What Prometheus reads of one gateway. */
export interface Metrics {
  readonly registry: Registry
  answered(notes: Pick<Notes, 'operation' | 'kind'>, status: number, seconds: number): void
  fetched(subgraph: string, failed: boolean, seconds: number): void
  planned(known: boolean): void
  swapped(taken: boolean): void
  /** Of every contributed subgraph, whether it was last seen not to run what it published. */
  drifted(seen: ReadonlyMap<string, boolean>): void
}

/** Operations with a series of their own; names are the clients' to choose, so the rest share one. */
const maxNamed = 200

/** Metrics with a registry of their own. What is in flight, and turned away, is read when asked for. */
export function createMetrics(
  work: { readonly inFlight: number },
  admission: { readonly limit: number; readonly refused: number },
): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
  const requests = new Counter({
    name: 'lianku_requests_total',
    help: 'GraphQL requests answered, by kind of operation and HTTP status.',
    labelNames: ['kind', 'status'],
    registers,
  })
  const latency = new Histogram({
    name: 'lianku_request_seconds',
    help: 'Seconds from the head of a GraphQL request to the end of its answer, by operation name.',
    labelNames: ['operation'],
    buckets,
    registers,
  })
  const fetches = new Histogram({
    name: 'lianku_fetch_seconds',
    help: 'Seconds of one fetch from a subgraph.',
    labelNames: ['subgraph', 'outcome'],
    buckets,
    registers,
  })
  const plans = new Counter({
    name: 'lianku_plan_cache_total',
    help: 'Operations looked up in the plan cache, by whether they were there.',
    labelNames: ['outcome'],
    registers,
  })
  const swaps = new Counter({
    name: 'lianku_supergraph_swaps_total',
    help: 'Supergraph files read while running, by whether they were taken.',
    labelNames: ['outcome'],
    registers,
  })
  const drift = new Gauge({
    name: 'lianku_subgraph_drift',
    help: 'Whether a contributed subgraph was last seen to run something else than it published, or not to answer: 1 if so.',
    labelNames: ['subgraph'],
    registers,
  })
  new Gauge({
    name: 'lianku_in_flight',
    help: 'GraphQL operations being answered now.',
    registers,
    collect() {
      this.set(work.inFlight)
    },
  })
  new Gauge({
    name: 'lianku_places',
    help: 'Requests that may be answered at once now, fewer the more they keep each other waiting.',
    registers,
    collect() {
      this.set(Math.floor(admission.limit))
    },
  })
  new Counter({
    name: 'lianku_turned_away_total',
    help: 'Requests refused before they were read, as there was no place for them.',
    registers,
    collect() {
      this.reset()
      this.inc(admission.refused)
    },
  })
  const named = new Set<string>()
  const labelOf = (operation: string | undefined): string => {
    if (operation === undefined) return 'anonymous'
    if (named.size < maxNamed) named.add(operation)
    return named.has(operation) ? operation : 'other'
  }
  return {
    registry,
    answered(notes, status, seconds) {
      requests.inc({ kind: notes.kind ?? 'refused', status })
      latency.observe({ operation: notes.kind ? labelOf(notes.operation) : 'refused' }, seconds)
    },
    fetched: (subgraph, failed, seconds) => fetches.observe({ subgraph, outcome: failed ? 'failed' : 'ok' }, seconds),
    planned: (known) => plans.inc({ outcome: known ? 'hit' : 'miss' }),
    drifted(seen) {
      drift.reset()
      for (const [subgraph, differs] of seen) drift.set({ subgraph }, differs ? 1 : 0)
    },
    swapped: (taken) => swaps.inc({ outcome: taken ? 'taken' : 'refused' }),
  }
}
