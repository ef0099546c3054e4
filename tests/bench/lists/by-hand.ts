import type { Connection } from '../../../subgraphs/database/connection.ts'

export type Variables = Readonly<Record<string, unknown>>

/** What a hand-writer does with one request: the answer's `data` as JSON, in one statement or several. */
export type ByHand = (send: Connection['send'], variables: Variables) => Promise<string>
