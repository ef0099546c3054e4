export interface DailyBudget {
  readonly spent: boolean
  readonly used: number
  count(): void
}

/** Counts requests by the day of Beijing, where the provinces' offices are. */
export function createDailyBudget(limit: number, now: () => number = Date.now): DailyBudget {
  let day = dayOf(now())
  let used = 0
  const turn = () => {
    const today = dayOf(now())
    if (today === day) return
    day = today
    used = 0
  }
  return {
    get spent() {
      turn()
      return used >= limit
    },
    get used() {
      turn()
      return used
    },
    count() {
      turn()
      used++
    },
  }
}

function dayOf(time: number): number {
  return Math.floor((time + 8 * 3_600_000) / 86_400_000)
}
