import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleType } from 'cockatiel'
import { HubError } from '#schema/errors.ts'
import { openSharedPool } from '../database/pool.ts'
import { drizzleOver } from '../database/session.ts'
import type { Reader } from '../database.ts'
import { SiteFailure } from './attached.ts'

export type SiteOptions = {
  /** Address with the login that `lianku prepare` made there. */
  readonly url: string
  /** Milliseconds a statement may take in all. */
  readonly deadlineMs: number
  /** Milliseconds until a database that failed several times in a row is tried again. */
  readonly restMs?: number
}

export type OpenSite = { readonly reader: Reader; readonly close: () => Promise<void> }

const failuresInARow = 3

/** Opens an attached database for reading: a pool, a deadline and a breaker of its own. Connects when it is first read. */
export function openSite({ url, deadlineMs, restMs = 5_000 }: SiteOptions): OpenSite {
  const settings = {
    // A little earlier than the deadline, so that a slow database says so itself and its connection stays in use.
    statement_timeout: String(Math.ceil(deadlineMs * 0.9)),
    default_transaction_read_only: 'on',
    jit: 'off',
  }
  const pool = openSharedPool({ url, settings, max: 4, deadlineMs })
  const breaker = circuitBreaker(handleType(SiteFailure), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  })
  const reader = drizzleOver(async (text, params, arrays) => {
    try {
      return await breaker.execute(() => pool.send(text, params, arrays).catch(fail))
    } catch (error) {
      throw error instanceof BrokenCircuitError ? new SiteFailure('CIRCUIT_OPEN') : error
    }
  })
  return { reader, close: pool.end }
}

/** What stands for a database whose address this process was not told. */
export const unknownSite: Reader = drizzleOver(async () => {
  throw new SiteFailure('UNREACHABLE')
})

function fail(error: unknown): never {
  const { code } = error as { code?: unknown }
  const sqlState = error instanceof HubError ? '' : String(code ?? '')
  // What was asked is wrong there as it is here, where its error is told.
  if (/^22/.test(sqlState)) throw error
  if (code === 'DEADLINE_EXCEEDED') throw new SiteFailure('TIMEOUT', { cause: error })
  throw new SiteFailure(deniedStates.test(sqlState) ? 'DENIED' : 'UNREACHABLE', { cause: error })
}

// Privilege and authorization; a database, schema, table or column that is not there.
const deniedStates = /^(42501|28\w{3}|3D000|3F000|42P01|42703)$/
