/** When a library of this cycle is due again: its newest data plus the cycle. Null when it files continuously. */
export function dueAfter(asOf: string, cycleMonths: number | null): Date | null {
  if (cycleMonths === null) return null
  const from = new Date(asOf)
  const due = new Date(from)
  due.setUTCMonth(from.getUTCMonth() + cycleMonths)
  // The end of December and six months is the end of June, not the first of July; the end of June and six, that of December.
  if (due.getUTCDate() !== from.getUTCDate()) due.setUTCDate(0)
  else if (endsMonth(from)) due.setUTCMonth(due.getUTCMonth() + 1, 0)
  return due
}

function endsMonth(day: Date): boolean {
  return new Date(day.getTime() + 86_400_000).getUTCDate() === 1
}

/** Whole days from a due date until now; 0 before it. */
export function daysOverdue(due: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - due.getTime()) / 86_400_000))
}

export const isoDate = (date: Date) => date.toISOString().slice(0, 10)

/** A time as a clock in China shows it, `2023-12-15 16:00`. */
export function clockTime(at: string): string {
  const minutes = { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' } as const
  return new Intl.DateTimeFormat('sv-SE', minutes).format(new Date(at))
}

/** Last day of a partial date: `2023-02` → `2023-02-28`. */
export function lastDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return day ? date : isoDate(new Date(Date.UTC(year!, month ?? 12, 0)))
}

/** The day in China, as an ISO date. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
