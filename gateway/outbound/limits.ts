import type { Config } from '#schema/config.ts'

/** What one subgraph may be asked over HTTP, and what it may take. */
export interface SubgraphLimits {
  /** Milliseconds for an answer. */
  readonly timeout: number
  /** Bytes of an answer. */
  readonly bytes: number
  /** Requests at once. */
  readonly connections: number
  /** Requests that wait for one of those to end. */
  readonly waiting: number
  /** Requests a day, of this gateway. */
  readonly daily: number
  /** Failures in a row after which it is left alone. */
  readonly failures: number
  /** Milliseconds it is then left alone. */
  readonly rest: number
}

/** The limits of a subgraph: its own, else those of all, else the defaults. Throws TypeError at a name that is none. */
export function readSubgraphLimits(
  config: Pick<Config, 'subgraphLimits' | 'requestBudgetMs'>,
): (subgraph: string) => SubgraphLimits {
  const defaults: SubgraphLimits = {
    // One that hangs leaves the rest of the budget to what does not need it.
    timeout: Math.round(config.requestBudgetMs * 0.6),
    bytes: 16 * 1024 * 1024,
    connections: 128,
    waiting: 1_024,
    daily: Number.POSITIVE_INFINITY,
    failures: 10,
    rest: 2_000,
  }
  for (const name of config.subgraphLimits.keys()) {
    if (!Object.hasOwn(defaults, name.slice(name.indexOf('.') + 1))) {
      throw new TypeError(`SUBGRAPH_LIMITS names ${name}; expected one of ${Object.keys(defaults).join(', ')}.`)
    }
  }
  return (subgraph) => {
    const limit = (name: keyof SubgraphLimits) =>
      config.subgraphLimits.get(`${subgraph}.${name}`) ?? config.subgraphLimits.get(name) ?? defaults[name]
    return {
      timeout: limit('timeout'),
      bytes: limit('bytes'),
      connections: limit('connections'),
      waiting: limit('waiting'),
      daily: limit('daily'),
      failures: limit('failures'),
      rest: limit('rest'),
    }
  }
}
