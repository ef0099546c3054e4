import { type ChildProcess, fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { HubError } from '#schema/errors.ts'
import type { Answer, Question } from './read/main.ts'
import type { ReadEvent, ReadOptions } from './read/table.ts'

/** What the reading process may use before it is ended. */
export type ReadLimits = {
  /** Megabytes of heap. */
  readonly heapMb: number
  /** Milliseconds between two answers. */
  readonly silentMs: number
}

const usualLimits: ReadLimits = { heapMb: 512, silentMs: 120_000 }

// How many answers are asked for ahead, so that reading and mapping go on at the same time.
const ahead = 3

/** A process that reads files, one reading after the other. */
export type Reader = {
  readonly read: (paths: readonly string[], options: ReadOptions) => AsyncGenerator<ReadEvent>
  readonly close: () => void
}

/** Reads files in a process of their own. */
export async function* readInChild(
  paths: readonly string[],
  options: ReadOptions,
  limits: ReadLimits = usualLimits,
): AsyncGenerator<ReadEvent> {
  const reader = openReader(paths, limits)
  try {
    yield* reader.read(paths, options)
  } finally {
    reader.close()
  }
}

/**
 * Starts a process that may read these files or folders and the program, and do nothing else: a file that exhausts or
 * breaks it costs the run, not the service.
 */
export function openReader(allowed: readonly string[], limits: ReadLimits = usualLimits): Reader {
  const child = start('read/main.ts', allowed, limits.heapMb)
  const answers = answersOf(child, limits)
  let asked = 0
  function ask() {
    send(child, 'next')
    asked++
  }
  function next(): Promise<Answer> {
    asked--
    return answers.next()
  }
  return {
    async *read(paths, options) {
      // What the reading before asked ahead is answered too, and is no part of this one.
      while (asked > 0) await next()
      send(child, { paths: paths.map((path) => resolve(path)), options })
      for (let i = 0; i < ahead; i++) ask()
      while (true) {
        const answer = await next()
        if ('end' in answer) return
        if ('refused' in answer) throw new HubError('BAD_FILE', answer.refused, withoutCode(answer.extensions))
        if ('failed' in answer) throw new Error(answer.failed)
        yield answer.event
        ask()
      }
    },
    close() {
      answers.stop()
      child.kill('SIGKILL')
    },
  }
}

/** Starts a program of intake that may read the house and what is allowed, and nothing else; `out` lets it write there. */
export function start(
  program: string,
  allowed: readonly string[],
  heapMb: number,
  out: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  const root = join(import.meta.dirname, '..', '..')
  // Packages may be linked in from elsewhere, and permission is asked for where they really are.
  const packages = realpathSync(join(root, 'node_modules'))
  return fork(join(import.meta.dirname, program), [], {
    serialization: 'advanced',
    stdio: ['ignore', out, 'ignore', 'ipc'],
    env: {},
    execArgv: [
      `--max-old-space-size=${heapMb}`,
      // Left to itself the engine keeps 140 MB more of what is no longer used, and is no faster.
      '--max-semi-space-size=16',
      '--permission',
      ...[root, packages, ...allowed].map((path) => `--allow-fs-read=${resolve(path)}`),
    ],
  })
}

function send(child: ChildProcess, question: Question) {
  // A process that is gone is noticed where its answers are awaited.
  if (child.connected) child.send(question as object, () => undefined)
}

/** The child's answers in order; its end without one is an answer too. */
function answersOf(child: ChildProcess, { heapMb, silentMs }: ReadLimits) {
  const waiting: Answer[] = []
  let wake: (() => void) | undefined
  let timer: NodeJS.Timeout | undefined
  function put(answer: Answer) {
    waiting.push(answer)
    wake?.()
  }
  child.on('message', (answer: Answer) => put(answer))
  child.on('error', (error) => put({ failed: String(error) }))
  child.on('exit', (code, signal) => {
    // Node ends with 1 where its own program failed, which says nothing of the file.
    if (code === 1) return put({ failed: 'The reading process failed before it answered.' })
    const out = signal === 'SIGKILL' ? '被终止' : `内存超过 ${heapMb} MB`
    put({ refused: `文件过大或结构异常，解析${out}；请拆分后重新提交，或改用 CSV。`, extensions: {} })
  })
  return {
    async next(): Promise<Answer> {
      if (waiting.length === 0) {
        timer = setTimeout(() => {
          put({ refused: `解析超过 ${silentMs / 1000} 秒没有进展，已停止；请检查文件。`, extensions: {} })
        }, silentMs)
        await new Promise<void>((resolved) => {
          wake = resolved
        })
        clearTimeout(timer)
      }
      return waiting.shift()!
    },
    stop: () => clearTimeout(timer),
  }
}

function withoutCode({ code: _, ...extensions }: Record<string, unknown>): Record<string, unknown> {
  return extensions
}
