/** The process that carried an intake out ended before it told how that went; what it had begun is rolled back. */
export class WorkLost extends Error {
  override name = 'WorkLost'
  /** The signal or exit code it ended with. */
  readonly code: string | number | null

  constructor(code: string | number | null) {
    super('The process of an intake ended on the way.')
    this.code = code
  }
}

/** What went wrong in another process, as it was described there. */
export class WorkFailed extends Error {
  override name = 'WorkFailed'
}

/** What may be logged of an error: messages of a database or a parser may quote what they read. */
export function describe(error: unknown): string {
  if (error instanceof WorkFailed) return error.message
  const { name, code, stack = '' } = error as Error & { code?: unknown }
  const at = /\n\s*(at .*)/.exec(stack)?.[1] ?? ''
  return [name, code, at].filter(Boolean).join(' ')
}
