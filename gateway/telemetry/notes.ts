/** What is noted of a request for its log line, its metrics and its trace; nothing of its variables or text. */
export interface Notes {
  readonly requestId: string
  readonly started: number
  operation?: string
  kind?: string
  /** Objects it could make its sources produce. */
  cost?: number
  /** Codes of the errors in the answer. */
  codes?: readonly unknown[]
  bytes?: number
}
