import type { Observer } from '../engine/contract.ts'
import type { Metrics } from './metrics.ts'
import type { Traces } from './traces.ts'

/** Measures and traces every fetch of an engine. */
export function observeFetches(metrics: Metrics, traces: Traces): Observer {
  return {
    fetch(subgraph, { operationName }, context) {
      const started = performance.now()
      const end = traces.fetch(subgraph, operationName, context)
      return ({ data, errors }) => {
        const failed = data == null && errors !== undefined
        metrics.fetched(subgraph, failed, (performance.now() - started) / 1_000)
        end(failed)
      }
    },
  }
}
