import { type ChildProcess, execFileSync, fork } from 'node:child_process'

/** What an open loop sends: requests at their times, whether or not those before were answered. */
export interface Load {
  readonly url: string
  /** Requests a second. */
  readonly rate: number
  readonly seconds: number
  /** People who ask that much together, each waiting for his answer and on a connection of his own. */
  readonly users?: number
  /** Milliseconds after which an answer is of no use any more. */
  readonly deadline: number
  /** Bodies to send in turns, with the answer each must get to the letter. */
  readonly asked: readonly { readonly body: string; readonly answer: string }[]
  /** Where to send them, when not to the graph, and by which headers. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Seconds in which a load comes in. */
export const opening = 3

/** What came of it; times in milliseconds from when each request was due. */
export interface Outcome {
  readonly sent: number
  /** Right answers within the deadline. */
  readonly good: number
  /** Right answers, too late. */
  readonly late: number
  /** 200 with errors beside the data, as when the database was too slow. */
  readonly partial: number
  /** 200 with another body than expected, and no error that says so. */
  readonly wrong: number
  /** Status to count, of all others. */
  readonly refused: Readonly<Record<string, number>>
  /** Refusals without Retry-After. */
  readonly silent: number
  /** Connections that broke, or never answered. */
  readonly broken: number
  readonly goodMs: Percentiles
  readonly refusedMs: Percentiles
  /** The same without those due in the first `opening` seconds, when all connections are made at once. */
  readonly settledMs: Percentiles
  /** How late the load itself took up what was due; where this is much, it measured itself, not the server. */
  readonly takenMs: Percentiles
  /** How many answers were right and in time, by second. */
  readonly bySecond: readonly number[]
  /** A wrong body, when there was one. */
  readonly example?: string
}

export interface Percentiles {
  readonly p50: number
  readonly p99: number
  readonly most: number
}

/** Puts a load on a server from a process of its own, on the core LOAD_CORE where that is set. */
export function run(load: Load): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(new URL('load-process.ts', import.meta.url), { stdio: 'inherit' })
    const core = process.env.LOAD_CORE
    if (core) execFileSync('taskset', ['-acp', core, String(child.pid)])
    child.once('message', (outcome) => resolve(outcome as Outcome))
    child.once('exit', (code) => reject(new Error(`the load ended with ${code}`)))
    child.send(load)
  })
}
