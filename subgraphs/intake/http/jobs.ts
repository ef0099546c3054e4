import { readdirSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { HubError } from '#schema/errors.ts'
import type { Database } from '../../database.ts'
import { beginIntake, forgetOldIntakes, type Intake, stopIntake } from '../intakes.ts'
import { describe, WorkLost } from './failure.ts'

export type JobsOptions = {
  readonly database: Database
  readonly carryOut: CarryOut
  /** Folder of its own, for files that wait and copies that are kept. */
  readonly folder: string
  /** Days a report can be fetched. */
  readonly reportDays: number
  /** Told of what went wrong in the house, never of content. */
  readonly log: (sentence: string) => void
  /** Milliseconds between two attempts at what the database could not do, such as for want of room. */
  readonly pauseMs?: number
}

/**
 * Reads, checks and takes in what waits in the spool, keeps its report, and marked copies for who has the secret.
 * Rejects with a HubError where the files are refused, with WorkLost where its process ended on the way, as it does
 * when `stopped` says so.
 */
export type CarryOut = (intake: Intake, secret: string | undefined, stopped: AbortSignal) => Promise<void>

/** Runs what came in over HTTP, one after the other. */
export type Jobs = {
  /** How many wait or run. */
  readonly waiting: () => number
  /** Takes an intake on; the secret of its key opens the marked copies it gets back. */
  readonly add: (id: string, secret: string | undefined) => void
  /** Resolves when nothing waits or runs. */
  readonly idle: () => Promise<void>
  /** Ends the one that runs, which the next process takes up like those that wait. */
  readonly close: () => void
}

/** Where the files of an intake wait to be read. */
export function spoolOf(folder: string, id: string): string {
  return join(folder, 'waiting', id)
}

/** Where the marked copy of a file is kept; named by its place, as names may say who sent it. */
export function markedPath(folder: string, id: string, place: number): string {
  return join(folder, 'marked', id, String(place))
}

/** Takes up what an earlier process left: an import that was cut off wrote nothing, and starts over. */
export function openJobs(options: JobsOptions): Jobs {
  let waiting = 0
  let turn: Promise<void> = Promise.resolve()
  const stopping = new AbortController()
  function add(id: string, secret: string | undefined) {
    waiting++
    turn = turn.then(() => run(options, id, secret, stopping.signal)).finally(() => waiting--)
  }
  // Read before anybody can send anything, so that nothing new is taken for something left.
  const left = listWaiting(options.folder)
  const resumed = lookThrough(options).then(() => {
    for (const id of left) add(id, undefined)
  })
  return {
    waiting: () => waiting,
    add,
    async idle() {
      await resumed
      while (waiting > 0) await turn
    },
    close: () => stopping.abort(),
  }
}

function listWaiting(folder: string): string[] {
  try {
    return readdirSync(join(folder, 'waiting'))
  } catch {
    return []
  }
}

async function lookThrough(options: JobsOptions): Promise<void> {
  await dropOld(options).catch((error) =>
    options.log(`What intake kept before could not be looked through: ${describe(error)}`),
  )
}

/** How long an intake is tried that the database cannot take, in ms. */
const patience = 600_000

/** How often one is begun over whose process ended on the way; what ends it once may be another's doing. */
const mostLosses = 1

async function run(options: JobsOptions, id: string, secret: string | undefined, stopped: AbortSignal): Promise<void> {
  const { database, carryOut, folder, log, pauseMs = 5_000 } = options
  const giveUp = Date.now() + patience
  for (let losses = 0; !stopped.aborted; ) {
    const isEarly = Date.now() < giveUp
    const mayReturn = (error: unknown) =>
      stopped.aborted || (isLost(error) ? losses < mostLosses : isEarly && isAway(error))
    try {
      const intake = await beginIntake(database, id)
      if (intake) {
        await carryOut(intake, secret, stopped).catch((error) => {
          if (mayReturn(error)) throw error
          return noteEnd(options, id, error)
        })
      }
      await rm(spoolOf(folder, id), { recursive: true, force: true })
      return await dropOld(options)
    } catch (error) {
      if (stopped.aborted) return
      // What cannot be noted either is taken up at the next start.
      log(`Intake ${id} could not be finished: ${describe(error)}`)
      if (isLost(error)) losses++
      else if (!isAway(error) || Date.now() >= giveUp) return
      await pause(pauseMs, undefined, { ref: false, signal: stopped }).catch(() => undefined)
    }
  }
}

function isAway(error: unknown): boolean {
  return error instanceof HubError && error.code === 'DATABASE_UNAVAILABLE'
}

function isLost(error: unknown): boolean {
  return error instanceof WorkLost
}

/** Notes how an intake ended that could not be carried out. */
async function noteEnd({ database, log }: JobsOptions, id: string, error: unknown): Promise<void> {
  const isOurs = !(error instanceof HubError) || isAway(error)
  if (isOurs) log(`Intake ${id} failed: ${describe(error)}`)
  await stopIntake(database, id, isOurs ? 'FAILED' : 'REFUSED', isOurs ? new HubError('INTERNAL') : error)
}

/** Days a marked copy can be fetched. */
export const markedDays = 7

async function dropOld({ database, folder, reportDays }: JobsOptions): Promise<void> {
  await forgetOldIntakes(database, reportDays)
  for (const id of await readdir(join(folder, 'marked')).catch(() => [])) {
    const path = join(folder, 'marked', id)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > markedDays * 86_400_000) await rm(path, { recursive: true, force: true })
  }
}
