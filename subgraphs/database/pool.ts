import { HubError } from '#schema/errors.ts'
import { type Connection, type ConnectionOptions, openConnection, type Rows } from './connection.ts'

export type PoolOptions = ConnectionOptions & {
  /** Connections at most; opened when needed. */
  readonly max: number
  /** Milliseconds a statement, or a unit of work with its wait for a connection, may take. */
  readonly deadlineMs: number
}

/** Autocommit statements, several in flight on each connection. */
export type SharedPool = {
  readonly send: (text: string, params: readonly unknown[], arrays?: boolean) => Promise<Rows>
  readonly end: () => Promise<void>
}

/** Connections lent to one unit of work at a time. */
export type LendingPool = {
  /** Gives back what `work` returns; past the deadline the connection is cut and DEADLINE_EXCEEDED thrown. */
  readonly lend: <T>(work: (connection: Connection) => Promise<T>, deadlineMs?: number) => Promise<T>
  readonly end: () => Promise<void>
}

// Every distinct statement stays prepared on the server; past this many a connection is replaced when it is idle.
const preparedAtMost = 500

export function openSharedPool(options: PoolOptions): SharedPool {
  let connections: Connection[] = []
  let ended = false

  function pick(): Connection {
    connections = connections.filter((connection) => !connection.isLost() && !retire(connection))
    const idle = connections.find((connection) => connection.pending() === 0)
    if (idle) return idle
    if (connections.length < options.max) {
      const opened = openConnection(options)
      connections.push(opened)
      return opened
    }
    return connections.reduce((least, next) => (next.pending() < least.pending() ? next : least))
  }

  return {
    send: async (text, params, arrays) => {
      if (ended) throw new HubError('DATABASE_UNAVAILABLE')
      const connection = pick()
      return within(options.deadlineMs, connection.send(text, params, arrays), () => {
        // Under load a statement may only have queued too long; a connection silent all that time is broken.
        if (performance.now() - connection.answeredAt() >= options.deadlineMs) connection.discard()
      })
    },
    end: async () => {
      ended = true
      await Promise.all(connections.map((connection) => connection.end()))
    },
  }
}

export function openLendingPool(options: PoolOptions): LendingPool {
  const idle: Connection[] = []
  const lent = new Set<Connection>()
  const queue: ((connection: Connection) => void)[] = []
  let ended = false

  function acquire(): Connection | undefined {
    for (let found = idle.pop(); found; found = idle.pop()) {
      if (!found.isLost() && !retire(found)) return lendOut(found)
    }
    return lent.size < options.max ? lendOut(openConnection(options)) : undefined
  }

  function lendOut(connection: Connection): Connection {
    lent.add(connection)
    return connection
  }

  function giveBack(connection: Connection) {
    if (!lent.delete(connection)) return
    if (!connection.isLost()) idle.push(connection)
    if (queue.length === 0) return
    const next = acquire()
    if (next) queue.shift()?.(next)
  }

  return {
    lend: async (work, deadlineMs = options.deadlineMs) => {
      if (ended) throw new HubError('DATABASE_UNAVAILABLE')
      let lentOut = acquire()
      let expired = false
      async function wait(): Promise<Connection> {
        return new Promise((resolve) => {
          queue.push((connection) => {
            lentOut = connection
            resolve(connection)
          })
        })
      }
      async function run() {
        const connection = lentOut ?? (await wait())
        if (expired) {
          giveBack(connection)
          throw new HubError('DEADLINE_EXCEEDED')
        }
        try {
          return await work(connection)
        } finally {
          giveBack(connection)
        }
      }
      return within(deadlineMs, run(), () => {
        expired = true
        lentOut?.discard()
        // The work itself may wait for something that never comes.
        if (lentOut) giveBack(lentOut)
      })
    },
    end: async () => {
      ended = true
      await Promise.all([...idle, ...lent].map((connection) => connection.end()))
    },
  }
}

function retire(connection: Connection): boolean {
  if (connection.prepared() <= preparedAtMost || connection.pending() > 0) return false
  connection.end().catch(() => undefined)
  return true
}

function within<T>(ms: number, work: Promise<T>, onExpired: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new HubError('DEADLINE_EXCEEDED'))
      onExpired()
    }, ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
