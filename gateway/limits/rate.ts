import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { HubError } from '#schema/errors.ts'

/** What callers have asked for in the minute they are in. In memory: each replica of a gateway counts for itself. */
export interface Rate {
  /** Throws RATE_LIMITED when the caller has nothing left; costs nothing, so it comes before anything is read. */
  refuseSpent(account: string, perMinute: number): Promise<void>
  /** Takes a cost from what the caller has left. Throws RATE_LIMITED, with the seconds to wait, when it is not enough. */
  charge(account: string, cost: number, perMinute: number): Promise<void>
}

/** What a request costs whose document was refused: finding that out is work too, and guessing names must not pay. */
export const costOfRefusal = 50

export function createRate(): Rate {
  const limiters = new Map<number, RateLimiterMemory>()
  const limiterOf = (perMinute: number) => {
    const known = limiters.get(perMinute)
    if (known) return known
    const created = new RateLimiterMemory({ points: perMinute, duration: 60 })
    limiters.set(perMinute, created)
    return created
  }

  return {
    async refuseSpent(account, perMinute) {
      const spent = await limiterOf(perMinute).get(account)
      if (spent && spent.consumedPoints >= perMinute) throw tooMuch(perMinute, spent)
    },
    async charge(account, cost, perMinute) {
      try {
        await limiterOf(perMinute).consume(account, cost)
      } catch (spent) {
        throw tooMuch(perMinute, spent as RateLimiterRes)
      }
    },
  }
}

function tooMuch(perMinute: number, { msBeforeNext }: RateLimiterRes): HubError {
  const retryAfter = Math.max(1, Math.ceil(msBeforeNext / 1_000))
  const message = `每分钟查询的代价合计最多 ${perMinute}，已经用完，请在 ${retryAfter} 秒后重试。`
  return new HubError('RATE_LIMITED', message, { retryAfter })
}
