/** How long one who comes now would be kept waiting, in milliseconds, smoothed. */
export interface Pressure {
  /** To be called in regular turns; how late it is called is what it measures. */
  look(inside: number): number
}

/** Milliseconds over which a look is forgotten. */
const memory = 200

/** One late turn may be a collection of garbage; only several in a row are load. */
const mostOfOne = 100

/** Milliseconds between two questions to what lies behind. */
const askEvery = 250

/** A silence of this many milliseconds is no load but an outage, which is told otherwise. */
const outage = 1_000

/** `interval` is what callers of `look` wait; `ask` reaches what all answers need, such as the database. */
export function createPressure(interval: number, ask: () => Promise<unknown>): Pressure {
  let looked = performance.now()
  let asked = 0
  let asking = false
  let behind = 0
  let smooth = 0

  const askAgain = (now: number) => {
    asked = now
    asking = true
    ask().then(
      () => settle(performance.now() - now),
      () => settle(0),
    )
  }
  const settle = (waited: number) => {
    asking = false
    behind = waited
  }

  return {
    look(inside) {
      const now = performance.now()
      const elapsed = now - looked
      looked = now
      if (!asking && inside > 0 && now - asked >= askEvery) askAgain(now)
      const waiting = asking ? Math.max(behind, now - asked) : inside > 0 ? behind : 0
      const waited = Math.max(elapsed - interval, waiting < outage ? waiting : 0)
      const weight = 1 - Math.exp(-Math.min(elapsed, mostOfOne) / memory)
      smooth += (Math.min(waited, mostOfOne) - smooth) * weight
      return smooth
    },
  }
}
