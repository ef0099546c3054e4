/**
 * Does its work without stacks for the errors made in it. A stack holds the functions it went through, and they all that
 * they had at hand: of a refusal that is remembered, 326 bytes for each character of its document instead of 86.
 */
export function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}
