import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type ErrorCode, HubError } from '#schema/errors.ts'
import type { Intake } from '../intakes.ts'
import { WorkFailed, WorkLost } from './failure.ts'
import type { CarryOut } from './jobs.ts'

export type ApartOptions = {
  /** Address of the hub's database. */
  readonly url: string
  /** LIANKU_SECRET, which the passwords of its logins come from. */
  readonly secret: string | undefined
  /** Where the files wait, and their marked copies are kept. */
  readonly folder: string
}

/** What the process is asked, once. */
export type Order = ApartOptions & {
  readonly intake: Intake
  /** The sender's access key; opens the marked copies. */
  readonly key: string | undefined
}

/** What it answers, and ends: done, refused with a sentence for the sender, or failed with one for the log. */
export type Outcome =
  | { readonly done: true }
  | { readonly refused: ErrorCode; readonly sentence: string }
  | { readonly failed: string }

/** Megabytes of heap; with what an importer holds beside it the process stays below 512. */
const heapMb = 320

/**
 * Carries each intake out in a process of its own, which opens the database itself and ends with it: whoever reads from
 * the hub meanwhile neither waits for a batch nor shares the memory. Secrets go through the channel between the two.
 */
export function carryOutApart(options: ApartOptions): CarryOut {
  return async (intake, key, stopped) => {
    const child = fork(join(import.meta.dirname, 'work.ts'), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${heapMb}`, '--max-semi-space-size=16'],
      signal: stopped,
      killSignal: 'SIGKILL',
    })
    let outcome: Outcome | undefined
    child.on('message', (told: Outcome) => {
      outcome = told
    })
    // What it told last may still be on its way when it has ended.
    const ended = Promise.all([once(child, 'exit'), once(child, 'disconnect')])
    // One that is gone already is noticed by its end.
    child.send({ ...options, intake, key } satisfies Order, () => undefined)
    const [[code, signal]] = await ended.catch((error: NodeJS.ErrnoException) => {
      throw new WorkLost(error.code ?? null)
    })
    if (!outcome) throw new WorkLost(signal ?? code)
    if ('refused' in outcome) throw new HubError(outcome.refused, outcome.sentence)
    if ('failed' in outcome) throw new WorkFailed(outcome.failed)
  }
}
