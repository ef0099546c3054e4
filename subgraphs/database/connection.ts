import { once } from 'node:events'
import { connect as openSocket, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import postgres from 'postgres'
import { HubError } from '#schema/errors.ts'
import { valueTypes } from './values.ts'

/** Rows of one statement, with what the server says it did (`SELECT`, `INSERT`, `ROLLBACK` …) and to how many rows. */
export type Rows = Record<string, unknown>[] & { readonly command: string; readonly count: number }

/** Text or bytes in COPY's format, cut anywhere. */
export type CopySource = Iterable<string | Buffer> | AsyncIterable<string | Buffer>

export type ConnectionOptions = {
  /** Address of the database; its login is replaced by `user` and `password` when these are given. */
  readonly url: string
  readonly user?: string
  readonly password?: string
  /** Settings of the session, `{ statement_timeout: '5000' }`. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * One connection with one life: once lost it stays lost, and every statement in flight or sent later is refused
 * with DATABASE_UNAVAILABLE. postgres.js alone reconnects and runs the rest of a transaction in autocommit.
 */
export type Connection = {
  /** Rows as objects, or with `arrays` as arrays of columns; named and prepared when it has parameters or asks for it. */
  readonly send: (text: string, params: readonly unknown[], arrays?: boolean) => Promise<Rows>
  /** Several statements in one message and without parameters, answered by the last one's rows. */
  readonly run: (text: string) => Promise<Rows>
  /** `COPY … FROM STDIN` fed from text or bytes. */
  readonly copyIn: (text: string, source: CopySource) => Promise<void>
  /** Statements sent and not yet answered. */
  readonly pending: () => number
  /** Distinct statements prepared on the server so far. */
  readonly prepared: () => number
  /** `performance.now()` of the last answer. */
  readonly answeredAt: () => number
  readonly isLost: () => boolean
  /** Cuts it at once. */
  readonly discard: () => void
  /** Ends it politely, after what is in flight. */
  readonly end: () => Promise<void>
}

/** Begins a statement whose best plan depends on its parameters: it is planned each time and never kept. */
export const plannedAnew = '/* planned anew */'

const connectTimeoutMs = 5_000

/** A connection that opens with its first statement. */
export function openConnection(options: ConnectionOptions): Connection {
  let socket: Socket | undefined
  let isOpen = false
  let lost = false
  let answeredAt = performance.now()
  const waiting = new Set<(reason: unknown) => void>()
  const statements = new Set<string>()

  function lose(cause: unknown) {
    lost = true
    for (const reject of waiting) reject(unavailable(cause))
    waiting.clear()
  }

  const sql = postgres(options.url, {
    ...(options.user === undefined ? {} : { user: options.user }),
    ...(options.password === undefined ? {} : { password: options.password }),
    max: 1,
    // The pool retires connections, and only between units of work.
    max_lifetime: null,
    connect_timeout: connectTimeoutMs / 1000,
    connection: { application_name: 'lianku', ...options.settings },
    onnotice: () => undefined,
    onclose: () => lose(undefined),
    fetch_types: false,
    types: valueTypes,
    // Undocumented by its types: the driver asks here for a connected socket, and may do so once.
    ...{ socket: connectOnce },
  })

  async function connectOnce({ host, port, path }: { host: string[]; port: number[]; path: string | false }) {
    // Asked again: the server hung up before the first statement, and the driver would try once more.
    if (lost || socket) {
      lose(undefined)
      throw unavailable(undefined)
    }
    const opening = path ? openSocket({ path }) : openSocket({ host: host[0]!, port: port[0]! })
    socket = opening
    try {
      await once(opening, 'connect', { signal: AbortSignal.timeout(connectTimeoutMs) })
    } catch (error) {
      opening.destroy()
      lose(error)
      throw error
    }
    isOpen = true
    // The driver reads the host from here for the certificate's name.
    return Object.assign(opening, { host: host[0], port: port[0] })
  }

  function track<T>(start: () => PromiseLike<T>): Promise<T> {
    if (lost) return Promise.reject(unavailable(undefined))
    return new Promise<T>((resolve, reject) => {
      const settle = () => {
        waiting.delete(reject)
        answeredAt = performance.now()
      }
      waiting.add(reject)
      start().then(
        (value) => {
          settle()
          resolve(value)
        },
        (error) => {
          settle()
          reject(translate(error))
        },
      )
    })
  }

  return {
    send: (text, params, arrays = false) =>
      track(() => {
        const prepare = !text.startsWith(plannedAnew)
        if (prepare) statements.add(text)
        const query = sql.unsafe(text, params as never[], { prepare, ...{ simple: false } })
        return (arrays ? query.values() : query) as unknown as PromiseLike<Rows>
      }),
    run: (text) => track(() => sql.unsafe(text).simple().then(lastOf) as Promise<Rows>),
    copyIn: (text, source) => track(() => copyThrough(sql.unsafe(text), source)),
    pending: () => waiting.size,
    prepared: () => statements.size,
    answeredAt: () => answeredAt,
    isLost: () => lost,
    discard: () => {
      lose(undefined)
      socket?.destroy()
    },
    end: async () => {
      if (isOpen && !lost) await sql.end({ timeout: 2 })
      lose(undefined)
      socket?.destroy()
    },
  }
}

// The driver forgets a copy once its last byte is sent: what the server then refuses reaches only `reject`.
async function copyThrough(query: postgres.PendingQuery<postgres.Row[]>, source: CopySource): Promise<void> {
  const rejecting = query as unknown as { reject: (error: unknown) => void }
  const refused = new Promise<never>((_, reject) => {
    const original = rejecting.reject
    rejecting.reject = (error) => {
      original(error)
      reject(error)
    }
  })
  const copied = query.writable().then((target) => pipeline(Readable.from(source, { objectMode: false }), target))
  await Promise.race([copied, refused])
}

/** The error a caller may see for what the driver or the server says; other errors stay as they are. */
function translate(error: unknown): unknown {
  const code = String((error as { code?: unknown }).code ?? '')
  if (error instanceof HubError) return error
  if (nulCodes.has(code)) return withCause(new HubError('BAD_VALUE', '文字中不能有 NUL 字符（U+0000）。'), error)
  if (code === '57014') return withCause(new HubError('DEADLINE_EXCEEDED'), error)
  return unavailableCodes.test(code) ? unavailable(error) : error
}

// No text of PostgreSQL can hold one, as such or in JSON.
const nulCodes: ReadonlySet<string> = new Set(['22021', '22P05'])

// SQLSTATE classes 08 (connection), 57P (shutdown, restart), 53 (too many connections, disk full), then the driver's and the socket's codes.
const unavailableCodes = /^(08...|57P0.|53...|CONNECTION_\w+|CONNECT_TIMEOUT|E[A-Z]+|ABORT_ERR)$/

function unavailable(cause: unknown): HubError {
  return withCause(new HubError('DATABASE_UNAVAILABLE'), cause)
}

function withCause(error: HubError, cause: unknown): HubError {
  error.cause = cause
  return error
}

function lastOf(answer: unknown): unknown {
  const several = Array.isArray(answer) && Array.isArray(answer[0])
  return several ? answer.at(-1) : answer
}
