import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Viewer } from '#schema/viewer.ts'
import { type Attached, nothingAttached } from './attached/attached.ts'
import type { Seen } from './audit/event.ts'
import type { Connection, CopySource, Rows } from './database/connection.ts'
import { openLendingPool, openSharedPool, type PoolOptions } from './database/pool.ts'
import { rolePassword } from './database/roles.ts'
import { drizzleOver, type Handle, type Reader } from './database/session.ts'

// What a query in `queries.ts` takes as its first argument: a Reader to find, a Handle to save.
export type { Handle, Reader } from './database/session.ts'

/** What one viewer may read. */
export type ViewerDb = {
  /** Public tables, in autocommit, as a login that can see nothing else. */
  readonly read: Reader
  /** Restricted tables: one read-only transaction as this viewer, its first statement sent along with the opening. */
  readonly restricted: <T>(work: (tx: Reader) => Promise<T>) => Promise<T>
  /** Public tables of attached libraries, in their provinces' own databases. */
  readonly attached: Attached
}

/** The same for one request, where nothing restricted is read unnoticed: see audit.ts. */
export type Db = Omit<ViewerDb, 'restricted'> & {
  /** `seen` says what of `work`'s result the audit has to tell, if anything. */
  readonly restricted: <T>(work: (tx: Reader) => Promise<T>, seen: (found: T) => Seen) => Promise<T>
}

/** Feeds `COPY … FROM STDIN`, inside the unit of work. */
export type CopyIn = (statement: string, source: CopySource) => Promise<void>

export type Database = {
  /** The database as `viewer` may see it; costs nothing, ask for it once per request. */
  readonly db: (viewer: Viewer) => ViewerDb
  /**
   * One transaction as the writer, committed when `work` is done. Work is handed its `tx` and awaits nothing but it.
   * DATABASE_UNAVAILABLE may come after a commit whose answer was lost: write so that it can be repeated.
   */
  readonly write: <T>(work: (tx: Handle, copyIn: CopyIn) => Promise<T>, options?: WriteOptions) => Promise<T>
  /** Throws DATABASE_UNAVAILABLE or DEADLINE_EXCEEDED when it does not answer. */
  readonly ping: () => Promise<void>
  /** Ends every connection; what is in flight has two seconds. */
  readonly close: () => Promise<void>
}

export type WriteOptions = {
  /** Milliseconds for the whole unit of work; 10 minutes unless told. */
  readonly deadlineMs?: number
}

export type DatabaseOptions = {
  /** `DATABASE_URL`; its login and password are not used, only its server, database and settings. */
  readonly url: string
  readonly secret: string | undefined
  /** Connections of each login at most. */
  readonly max?: number
  /** Milliseconds a read may take in all; the server stops it a little earlier. */
  readonly readMs?: number
}

/** Opens a migrated database; throws a TypeError that names DATABASE_URL when it cannot be reached or entered. */
export async function openDatabase({ url, secret, max = 4, readMs = 5_000 }: DatabaseOptions): Promise<Database> {
  const settings = {
    statement_timeout: String(Math.ceil(readMs * 0.9)),
    idle_in_transaction_session_timeout: String(readMs * 2),
    // A backend whose client is gone stops instead of finishing its statement.
    client_connection_check_interval: '1000',
    // Compiling costs more than any statement of the graph takes.
    jit: 'off',
  }
  const as = (user: 'lianku_public' | 'lianku_app'): PoolOptions => ({
    url,
    user,
    password: rolePassword(user, url, secret),
    settings,
    max,
    deadlineMs: readMs,
  })
  const open = openSharedPool(as('lianku_public'))
  const closed = openLendingPool(as('lianku_app'))
  const writing = openLendingPool({ ...as('lianku_app'), max: 2, deadlineMs: writeMs })
  const read = drizzleOver(open.send)

  async function ping() {
    await Promise.all([open.send('select 1', []), closed.lend((connection) => connection.send('select 1', []))])
  }
  async function close() {
    await Promise.all([open.end(), closed.end(), writing.end()])
  }

  try {
    await ping()
  } catch (error) {
    await close()
    throw unreachable(url, error)
  }

  return {
    db: (viewer) => ({
      read,
      attached: nothingAttached,
      restricted: (work) => closed.lend((connection) => inTransaction(connection, openingFor(viewer), work, leave)),
    }),
    write: (work, { deadlineMs = writeMs } = {}) =>
      writing.lend(
        (connection) =>
          inTransaction(connection, openingToWrite(deadlineMs), (tx) => work(tx, connection.copyIn), commit),
        deadlineMs,
      ),
    ping,
    close,
  }
}

/** `column = any(values)`: one statement however many values, where drizzle's `inArray` is another for each count. */
export function anyOf(column: AnyColumn, values: readonly unknown[]): SQL {
  return sql`${column} = any(${sql.param(values)})`
}

/** What startup says when `url` cannot be used. */
export function unreachable(url: string, error: unknown): TypeError {
  const { host, pathname } = new URL(url)
  const cause = error instanceof HubError ? error.cause : error
  const said =
    cause instanceof Error ? cause.message || String((cause as { code?: unknown }).code) : 'it did not answer'
  return new TypeError(
    `DATABASE_URL points to ${pathname.slice(1) || 'a database'} on ${host}, which cannot be used: ${said}. ` +
      'Start that server or correct DATABASE_URL (LIANKU_SECRET must be the one it was migrated with); ' +
      'unset DATABASE_URL to use the embedded database.',
    { cause: error },
  )
}

const writeMs = 600_000

function openingFor(viewer: Viewer): string {
  return `begin read only; set local role lianku_reader; set local lianku.viewer = ${literal(JSON.stringify(viewer))}`
}

function openingToWrite(deadlineMs: number): string {
  const timeout = Math.ceil(deadlineMs)
  return `begin; set local role lianku_writer; set local statement_timeout = ${timeout}; set local idle_in_transaction_session_timeout = ${timeout}`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

type Failure = { readonly error: unknown } | undefined

async function inTransaction<T>(
  connection: Connection,
  opening: string,
  work: (tx: Handle) => Promise<T>,
  finish: (connection: Connection, failure: Failure) => Promise<void>,
): Promise<T> {
  let over = false
  let failure: Failure
  async function send(text: string, params: readonly unknown[], arrays: boolean): Promise<Rows> {
    if (over) throw new TypeError('This unit of work is over; await every statement inside it.')
    return connection.send(text, params, arrays).catch((error) => {
      failure ??= { error }
      throw error
    })
  }
  try {
    // Not awaited before the work begins, so that the first statement travels in the same message.
    const [, result] = await Promise.all([connection.run(opening), work(drizzleOver(send))])
    over = true
    await finish(connection, failure)
    return result
  } catch (error) {
    over = true
    await connection.run('rollback').catch(() => connection.discard())
    throw error
  }
}

async function commit(connection: Connection, failure: Failure): Promise<void> {
  const { command } = await connection.run('commit')
  // The server answers COMMIT with ROLLBACK when a statement had failed, even one whose error was caught.
  if (command !== 'COMMIT') throw failure?.error ?? new HubError('DATABASE_UNAVAILABLE')
}

// A reader need not wait for its end: whoever has the connection next comes after it on the same line.
async function leave(connection: Connection): Promise<void> {
  connection.run('commit').catch(() => connection.discard())
}
