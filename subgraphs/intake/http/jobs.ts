import { readdirSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { HubError } from '#schema/errors.ts'
import { today } from '../../clock.ts'
import type { Database } from '../../database.ts'
import { checkFiles, importFiles } from '../intake.ts'
import {
  beginIntake,
  forgetOldIntakes,
  type Intake,
  keepMarkedNames,
  keepReport,
  noteProgress,
  stopIntake,
} from '../intakes.ts'
import { type Marked, markEach } from '../mark/marks.ts'
import type { Report } from '../report.ts'
import type { Sink } from '../sink.ts'
import { findStyle } from '../styles/find.ts'
import { lockAway } from './locker.ts'

export type JobsOptions = {
  readonly database: Database
  readonly sinks: readonly Sink[]
  /** Folder of its own, for files that wait and copies that are kept. */
  readonly folder: string
  /** Days a report can be fetched. */
  readonly reportDays: number
  /** Told of what went wrong in the house, never of content. */
  readonly log: (sentence: string) => void
  /** Milliseconds between two attempts at what the database could not do, such as for want of room. */
  readonly pauseMs?: number
}

/** Runs what came in over HTTP, one after the other. */
export type Jobs = {
  /** How many wait or run. */
  readonly waiting: () => number
  /** Takes an intake on; the secret of its key opens the marked copies it gets back. */
  readonly add: (id: string, secret: string | undefined) => void
  /** Resolves when nothing waits or runs. */
  readonly idle: () => Promise<void>
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
  function add(id: string, secret: string | undefined) {
    waiting++
    turn = turn.then(() => run(options, id, secret)).finally(() => waiting--)
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

async function run(options: JobsOptions, id: string, secret: string | undefined): Promise<void> {
  const { database, folder, log, pauseMs = 5_000 } = options
  const giveUp = Date.now() + patience
  for (;;) {
    try {
      const intake = await beginIntake(database, id)
      if (intake) await carryOut(options, intake, secret, Date.now() < giveUp)
      await rm(spoolOf(folder, id), { recursive: true, force: true })
      return await dropOld(options)
    } catch (error) {
      // What cannot be noted either is taken up at the next start.
      log(`Intake ${id} could not be finished: ${describe(error)}`)
      if (!isAway(error) || Date.now() >= giveUp) return
      await pause(pauseMs, undefined, { ref: false })
    }
  }
}

function isAway(error: unknown): boolean {
  return error instanceof HubError && error.code === 'DATABASE_UNAVAILABLE'
}

/** Throws what is to be tried again, while `mayReturn`. */
async function carryOut(
  options: JobsOptions,
  intake: Intake,
  secret: string | undefined,
  mayReturn: boolean,
): Promise<void> {
  const { database, sinks, folder, log } = options
  const { id, target, key, dryRun, removable } = intake
  const by = { role: 'LIBRARY_OWNER', subject: `key ${key}`, libraries: [target] } as const
  const files = intake.files.map(({ name }) => join(spoolOf(folder, id), name))
  try {
    const style = findStyle(target)
    const run = { style, files, today: today(), progress: telling(database, id) }
    let report: Report
    if (dryRun) {
      report = await checkFiles(run)
      await database.write((tx) => keepReport(tx, report, { intake: id, name: target, libraries: [] }))
    } else {
      report = await importFiles({ ...run, database, sinks, by, intake: id, ...(removable !== null && { removable }) })
    }
    await keepMarkedNames(database, id, await markedCopies(folder, intake, files, report, secret))
  } catch (error) {
    if (mayReturn && isAway(error)) throw error
    const isOurs = !(error instanceof HubError) || isAway(error)
    if (isOurs) log(`Intake ${id} failed: ${describe(error)}`)
    await stopIntake(database, id, isOurs ? 'FAILED' : 'REFUSED', isOurs ? new HubError('INTERNAL') : error)
  }
}

async function markedCopies(
  folder: string,
  { id, files: infos }: Intake,
  files: readonly string[],
  report: Report,
  secret: string | undefined,
): Promise<Marked> {
  if (!secret) return { names: [], notices: ['服务曾在处理中重启，未制作标注副本；用试读再提交一次即可得到。'] }
  const placeOf = (name: string) => infos.findIndex((info) => info.name === name)
  return markEach(files, report, (name, copy) => lockAway(markedPath(folder, id, placeOf(name)), secret, copy))
}

/** Tells the waiting at most once a second, and never two at a time. */
function telling(database: Database, id: string): (rows: number) => void {
  let last = 0
  let busy = false
  return (rows) => {
    if (busy || Date.now() - last < 1000) return
    busy = true
    last = Date.now()
    noteProgress(database, id, rows)
      .catch(() => undefined)
      .finally(() => {
        busy = false
      })
  }
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

/** What may be logged of an error: messages of a database or a parser may quote what they read. */
function describe(error: unknown): string {
  const { name, code, stack = '' } = error as Error & { code?: unknown }
  const at = /\n\s*(at .*)/.exec(stack)?.[1] ?? ''
  return [name, code, at].filter(Boolean).join(' ')
}
