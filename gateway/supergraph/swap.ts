import { setImmediate } from 'node:timers/promises'
import type { Engine } from '../engine/contract.ts'
import type { OperationText } from '../http/operations.ts'

/** The busiest operations a new engine plans before it takes over, and for how long it may, in ms. */
const [warmed, warmFor] = [200, 2_000]

/** Plans the operations, busiest first, one a turn of the event loop, so that requests go on meanwhile. */
export async function warm(engine: Engine, busiest: (count: number) => readonly OperationText[]): Promise<number> {
  const until = performance.now() + warmFor
  let count = 0
  for (const { query, operationName } of busiest(warmed)) {
    if (performance.now() > until) break
    if (plans(engine, query, operationName)) count++
    await setImmediate()
  }
  return count
}

/** An operation of the old supergraph may be anything to the new one; none of them speaks against the new one. */
function plans(engine: Engine, query: string, operationName: string | undefined): boolean {
  try {
    return !('errors' in engine.prepare(query, operationName))
  } catch {
    return false
  }
}
