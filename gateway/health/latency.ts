/** Latencies counted in buckets, each a quarter wider than the one before: quantiles to about a tenth. */
export interface Latency {
  add(ms: number): void
  /** Milliseconds that so large a share of what was added did not exceed; undefined when nothing was added. */
  quantile(share: number): number | undefined
  readonly count: number
  /** How many of what was added lie in each bucket. */
  readonly counts: ArrayLike<number> & Iterable<number>
}

const [first, growth, buckets] = [0.5, 1.25, 64]

/** Counts anew, beginning with what others counted. */
export function createLatency(from: readonly Latency['counts'][] = []): Latency {
  const counts = new Uint32Array(buckets)
  let count = 0
  for (const other of from) {
    for (let at = 0; at < buckets; at++) {
      const added = other[at] ?? 0
      counts[at]! += added
      count += added
    }
  }
  return {
    counts,
    get count() {
      return count
    },
    add(ms) {
      const at = ms <= first ? 0 : Math.ceil(Math.log(ms / first) / Math.log(growth))
      counts[Math.min(at, buckets - 1)]!++
      count++
    },
    quantile(share) {
      let seen = 0
      for (let at = 0; at < buckets; at++) {
        seen += counts[at]!
        if (count > 0 && seen >= count * share) return first * growth ** at
      }
      return undefined
    },
  }
}
