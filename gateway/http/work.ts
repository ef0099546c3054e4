import { HubError } from '#schema/errors.ts'
import type { Engine } from '../engine/contract.ts'

/** What is being answered right now, and on which engine. */
export interface Work {
  /** Begins one operation; what is returned ends it, once. Throws OVERLOADED at the limit. */
  begin(engine: Engine): () => void
  /** Resolves when nothing runs on the engine any more. */
  idle(engine: Engine): Promise<void>
  readonly inFlight: number
}

/** Counts operations, those that wait for events too; `max` of them may run at once. */
export function createWork(max: number): Work {
  const running = new Map<Engine, number>()
  const waiting = new Map<Engine, () => void>()
  let inFlight = 0
  return {
    begin(engine) {
      if (inFlight >= max) throw new HubError('OVERLOADED')
      inFlight++
      running.set(engine, (running.get(engine) ?? 0) + 1)
      let ended = false
      return () => {
        if (ended) return
        ended = true
        inFlight--
        const left = running.get(engine)! - 1
        if (left > 0) return void running.set(engine, left)
        running.delete(engine)
        waiting.get(engine)?.()
        waiting.delete(engine)
      }
    },
    idle: (engine) =>
      running.has(engine) ? new Promise((resolve) => void waiting.set(engine, resolve)) : Promise.resolve(),
    get inFlight() {
      return inFlight
    },
  }
}
