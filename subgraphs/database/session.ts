import { PgDatabase, type PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { PgRemoteSession } from 'drizzle-orm/pg-proxy'
import type { Rows } from './connection.ts'
import { dialect } from './dialect.ts'

/** Sends one statement; rows come as objects, or as arrays of columns. */
export type Send = (text: string, params: readonly unknown[], arrays: boolean) => Promise<Rows>

export interface RowsOf extends PgQueryResultHKT {
  type: (this['row'] & Record<string, unknown>)[] & { readonly command: string; readonly count: number }
}

/** drizzle inside a unit of work that may write. */
export type Handle = Omit<PgDatabase<RowsOf>, 'transaction'>

/** drizzle for what only reads; a `Handle` serves as one. */
export type Reader = Omit<Handle, 'insert' | 'update' | 'delete' | 'refreshMaterializedView'>

/**
 * drizzle over `send`, through its proxy driver. Its own postgres.js driver never prepares what it builds, and holds
 * the driver itself, which would let a statement past `send`.
 */
export function drizzleOver(send: Send): Handle {
  return new PgDatabase(dialect, new Session(send), undefined) as unknown as Handle
}

type NoTables = Record<string, never>
type Remote = PgRemoteSession<NoTables, NoTables>

class Session extends PgRemoteSession<NoTables, NoTables> {
  readonly #send: Send

  constructor(send: Send) {
    super(async (text, params, method) => ({ rows: await send(text, params, method === 'all') }), dialect, undefined)
    this.#send = send
  }

  override prepareQuery(...query: Parameters<Remote['prepareQuery']>) {
    const [{ sql, params }, fields] = query
    if (fields) return Object.assign(super.prepareQuery(...query), { queryWithCache })
    // Rows as they come need nothing of what drizzle does around a statement.
    const execute = () => this.#send(sql, params, false)
    return { execute, mapResult: asTheyCome } as never
  }
}

function asTheyCome<Result>(result: Result): Result {
  return result
}

// drizzle's own wraps every error in one that prints the parameters and hides the code.
function queryWithCache<T>(_text: string, _params: unknown[], query: () => Promise<T>): Promise<T> {
  return query()
}
