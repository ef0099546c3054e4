import type { IncomingMessage } from 'node:http'
import { HubError } from '#schema/errors.ts'
import type { Pressure } from './pressure.ts'

/** Who goes first when not all can be served: writes of provinces, then callers with a token, then everybody else. */
export type Rank = 'write' | 'known' | 'anonymous'

/** How many requests are answered at once: as many as can be without making each other late. */
export interface Admission {
  /** Whether one more of this rank is turned away now. Costs nothing, so it is asked before anything is read. */
  refuses(rank: Rank): boolean
  /** Takes a place; what is returned gives it back, once. Throws OVERLOADED when there is none. */
  enter(rank: Rank): () => void
  /** Places now. */
  readonly limit: number
  readonly refused: number
  close(): void
}

/** Milliseconds a turn of the event loop, or the database, may keep others waiting. */
const target = 50

/** Milliseconds between two looks at the pressure. */
export const interval = 20

/** Places left to others by callers nobody knows. */
const anonymousShare = 0.9

/** Places kept under any pressure: what few callers ask at the same moment is no load. */
const least = 16

/** Places of a hub at rest. More open as these are taken without pressure, so that no burst fills a second's work at once. */
const atRest = 256

/**
 * No more than `most` at once, whoever asks; fewer while the pressure says that those inside wait for each other, and no
 * more than came to be needed before.
 * Writes do not take the places of reads, nor shrink with them: a file may take minutes to arrive.
 */
export function createAdmission(most: number, pressure: Pressure): Admission {
  const rest = Math.min(atRest, most)
  let limit = rest
  let peak = 0
  let refused = 0
  const inside = { read: 0, write: 0 }
  const kindOf = (rank: Rank) => (rank === 'write' ? 'write' : 'read')
  const isFull = (rank: Rank) => {
    const places = rank === 'write' ? most : rank === 'known' ? limit : Math.ceil(limit * anonymousShare)
    const full = inside[kindOf(rank)] >= places
    if (full) refused++
    return full
  }
  const timer = setInterval(() => {
    const waited = pressure.look(inside.read)
    // Places that nobody took did not cause it: what shrinks is what was taken, and nothing where few came.
    if (waited > target) {
      if (peak > least) limit = Math.max(least, Math.min(limit, peak) * Math.max(0.5, target / waited))
    } else if (limit < rest || peak > limit / 2) limit = Math.min(most, limit * 1.05 + 1)
    else limit = Math.max(rest, limit * 0.99)
    peak = inside.read
  }, interval)
  timer.unref()

  return {
    refuses: isFull,
    enter(rank) {
      if (isFull(rank)) throw new HubError('OVERLOADED')
      const kind = kindOf(rank)
      inside[kind]++
      peak = Math.max(peak, inside.read)
      let left = false
      return () => {
        if (left) return
        left = true
        inside[kind]--
      }
    },
    get limit() {
      return limit
    },
    get refused() {
      return refused
    },
    close: () => clearInterval(timer),
  }
}

/** The rank of a request to the graph, which only reads. A token that turns out to be none is refused later. */
export function rankOf({ headers }: IncomingMessage): Rank {
  return headers.authorization === undefined ? 'anonymous' : 'known'
}
