import type { Reader } from '../database/session.ts'

/** Libraries whose rows stay in their province's own database, as one request meets them. */
export type Attached = {
  /** One for each address; none where nothing is attached. */
  readonly sites: readonly Site[]
  /** Libraries that were asked in this request and did not answer. */
  readonly missing: Map<string, SiteFailure>
}

/** One attached database. */
export type Site = {
  readonly libraries: readonly SiteLibrary[]
  /** Its public tables. Rejects with a SiteFailure when it does not answer as it should, or in time. */
  readonly reader: Reader
}

export type SiteLibrary = {
  readonly id: string
  /** Kinds of lists it has public records for, by the names of their sources, e.g. `talent`. */
  readonly kinds: readonly string[]
  /** The hub's tables still hold its rows, which are passed over. */
  readonly clearing?: boolean
}

/** The states of a source that gave no rows. */
export type FailedState = 'TIMEOUT' | 'UNREACHABLE' | 'CIRCUIT_OPEN' | 'DENIED'

/** Why an attached database gave no rows; the message is for users. */
export class SiteFailure extends Error {
  override name = 'SiteFailure'
  readonly state: FailedState

  constructor(state: FailedState, options?: ErrorOptions) {
    super(sentences[state], options)
    this.state = state
  }
}

const sentences: Readonly<Record<FailedState, string>> = {
  TIMEOUT: '这个库在时限内没有应答，本次应答不含它的记录。',
  UNREACHABLE: '这个库无法连接，本次应答不含它的记录。',
  CIRCUIT_OPEN: '这个库刚才连续失败，暂停访问，稍后自动重试；本次应答不含它的记录。',
  DENIED: '这个库不允许访问，或其表结构与平台不一致；本次应答不含它的记录。',
}

/** What a request meets where nothing is attached. */
export const nothingAttached: Attached = { sites: [], missing: new Map() }
