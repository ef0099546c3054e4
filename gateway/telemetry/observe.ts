import type { Observer } from '../engine/contract.ts'
import type { Health } from '../health/health.ts'
import type { Metrics } from './metrics.ts'
import type { Traces } from './traces.ts'

/** Measures and traces every fetch of an engine. */
export function observeFetches(metrics: Metrics, traces: Traces, health: Health): Observer {
  return {
    fetch(subgraph, request, context) {
      const started = performance.now()
      const end = traces.fetch(subgraph, request.operationName, context)
      return (answer) => {
        const ms = performance.now() - started
        const failed = answer.data == null && answer.errors !== undefined
        metrics.fetched(subgraph, failed, ms / 1_000)
        health.fetched(subgraph, request, context, answer, ms)
        end(failed)
      }
    },
  }
}
