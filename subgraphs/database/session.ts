import { PgDatabase, PgDialect, type PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { PgRemoteSession } from 'drizzle-orm/pg-proxy'
import type { Rows } from './connection.ts'

/** Sends one statement; rows come as objects, or as arrays of columns. */
export type Send = (text: string, params: readonly unknown[], arrays: boolean) => Promise<Rows>

export interface RowsOf extends PgQueryResultHKT {
  type: (this['row'] & Record<string, unknown>)[] & { readonly command: string; readonly count: number }
}

/** drizzle inside a unit of work that may write. */
export type Handle = Omit<PgDatabase<RowsOf>, 'transaction'>

/** drizzle for what only reads; a `Handle` serves as one. */
export type Reader = Omit<Handle, 'insert' | 'update' | 'delete' | 'refreshMaterializedView'>

const dialect = new PgDialect()

/**
 * drizzle over `send`, through its proxy driver. Its own postgres.js driver never prepares what it builds, and holds
 * the driver itself, which would let a statement past `send`.
 */
export function drizzleOver(send: Send): Handle {
  const session = new Session(async (text, params, method) => ({ rows: await send(text, params, method === 'all') }))
  return new PgDatabase(dialect, session, undefined) as unknown as Handle
}

type NoTables = Record<string, never>

class Session extends PgRemoteSession<NoTables, NoTables> {
  constructor(send: ConstructorParameters<typeof PgRemoteSession>[0]) {
    super(send, dialect, undefined)
  }

  override prepareQuery(...query: Parameters<PgRemoteSession<NoTables, NoTables>['prepareQuery']>) {
    return Object.assign(super.prepareQuery(...query), { queryWithCache })
  }
}

// drizzle's own wraps every error in one that prints the parameters and hides the code.
function queryWithCache<T>(_text: string, _params: unknown[], query: () => Promise<T>): Promise<T> {
  return query()
}
