import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { secret } from '../../postgres.ts'
import type { Cgroup } from './cgroup.ts'

/** The hub as people run it: a process of its own. */
export interface RunningHub {
  /** Address of the graph. */
  readonly url: string
  readonly process: ChildProcess
  /** Asks it to stop, and resolves to its exit code. */
  stop(): Promise<number | null>
  /** Ends it without warning. */
  kill(): Promise<void>
}

/**
 * Starts one on a database, in a group of processes if one is given; `settings` are further variables. Rejects with what
 * it said when it does not come up.
 */
export async function startHub(
  database: string,
  settings: Readonly<Record<string, string>> = {},
  cgroup?: Cgroup,
): Promise<RunningHub> {
  const program = [process.execPath, 'gateway/house.ts']
  const joining = ['sh', '-c', 'echo $$ > "$0/cgroup.procs" && exec "$@"', cgroup?.folder ?? '']
  const [command, ...args] = cgroup ? [...joining, ...program] : program
  const child = spawn(command!, args, {
    cwd: join(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATABASE_URL: database,
      LIANKU_SECRET: secret,
      SAMPLES: '',
      ...settings,
    },
  })
  const ended = once(child, 'exit')
  const said: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    const read = (line: string) => {
      if (said.length < 1_000) said.push(line)
      const [, address] = /is ready: (\S+)/.exec(line) ?? []
      if (address) resolve(address.replace('localhost', '127.0.0.1'))
    }
    createInterface({ input: child.stdout }).on('line', read)
    createInterface({ input: child.stderr }).on('line', read)
    ended.then(() => reject(new Error(`the hub did not come up: ${said.join('\n')}`)))
  })
  return {
    url,
    process: child,
    async stop() {
      child.kill('SIGTERM')
      const [code] = await ended
      return code as number | null
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Questions frontends ask, small and large, each as the body of a request. */
export const questions: readonly string[] = [
  '{ demands(search: "机器人", first: 5) { totalCount nodes { id title intendedAmount } } }',
  '{ talents(filter: { province: [HUBEI] }, first: 20) { nodes { id name organization { name } } pageInfo { endCursor } } }',
  '{ patents(first: 20) { nodes { id title applicants { name } } facets(by: [PROVINCE]) { values { label count } } } }',
  '{ libraries { id name province } }',
  '{ achievements(first: 10) { nodes { id title leader } } }',
].map((query) => JSON.stringify({ query }))

/** Asks each question once, and gives back what it is answered. */
export function answersOf(url: string, bodies: readonly string[] = questions) {
  return Promise.all(
    bodies.map(async (body) => {
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      const answer = await response.text()
      if (response.status !== 200 || answer.includes('"errors"')) throw new Error(`${body} is answered ${answer}`)
      return { body, answer }
    }),
  )
}

/** `whole` as it was before, `without` what the database holds where the answer says that it is away; anything else is a finding. */
export function outcomeOf(status: number, text: string, answer: string): 'whole' | 'without' | string {
  if (status === 200 && text === answer) return 'whole'
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] }
  const codes = new Set(errors.map(({ extensions }) => extensions.code))
  const away = codes.isSubsetOf(new Set(['DATABASE_UNAVAILABLE', 'DEADLINE_EXCEEDED', 'OVERLOADED']))
  return errors.length > 0 && away ? 'without' : `${status} ${text.slice(0, 300)}`
}
