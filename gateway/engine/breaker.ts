import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleType } from 'cockatiel'

/** Thrown instead of asking while a subgraph rests. */
export class Resting extends Error {
  override name = 'Resting'
}

export interface Breaker {
  /** Runs `ask`, or throws Resting; `probing` says that whether the rest ends hangs on this one. */
  run<T>(ask: (probing: boolean) => Promise<T>): Promise<T>
}

/** Leaves a subgraph alone for `rest` ms after `failures` of the given kind in a row, then lets one request try. */
export function createBreaker(
  failure: new (...args: never[]) => Error,
  { failures, rest }: { readonly failures: number; readonly rest: number },
): Breaker {
  const breaker = circuitBreaker(handleType(failure as new () => Error), {
    halfOpenAfter: rest,
    breaker: new ConsecutiveBreaker(failures),
  })
  return {
    async run(ask) {
      // Others would wait for the one that tries, beyond their own deadlines.
      if (breaker.state === CircuitState.HalfOpen) throw new Resting()
      const probing = breaker.state === CircuitState.Open
      try {
        return await breaker.execute(() => ask(probing))
      } catch (error) {
        throw error instanceof BrokenCircuitError ? new Resting() : error
      }
    },
  }
}
