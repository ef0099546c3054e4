import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, readFile, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

/*
 * What the README promises on a fresh clone, with the Node and npm of /usr/bin: `npm run test:newcomer`. It prints how
 * long each step took.
 */
const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')
const isRoot = process.getuid?.() === 0
const nobody = 65_534

type Situation = { readonly title: string; readonly uid: number | undefined; readonly mode: number }

const situations: readonly Situation[] = [
  { title: 'an ordinary user', uid: isRoot ? nobody : undefined, mode: 0o755 },
  ...(isRoot
    ? [
        { title: 'root', uid: undefined, mode: 0o755 },
        { title: 'root in a folder closed to others', uid: undefined, mode: 0o700 },
      ]
    : []),
]

describe.each(situations)('$title', ({ title, uid, mode }) => {
  it('clones, installs, starts, asks, stops and starts again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lianku-newcomer-'))
    const clone = join(folder, 'lianku')
    const who = uid === undefined ? {} : { uid, gid: uid }
    const options = { ...who, cwd: clone, env: { PATH: '/usr/bin:/bin', HOME: folder, PORT: '0', LOG_LEVEL: 'warn' } }
    const step = async <T>(name: string, work: Promise<T>): Promise<T> => {
      const started = performance.now()
      const result = await work
      console.log(`${title}: ${name}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
      return result
    }
    try {
      await chmod(folder, mode)
      if (uid !== undefined) await chown(folder, uid, uid)
      await run('git', ['clone', '--quiet', root, clone])
      if (uid !== undefined) await run('chown', ['-R', `${uid}:${uid}`, clone])
      await step('npm ci', run('npm', ['ci', '--no-audit', '--no-fund'], { ...options, maxBuffer: 2 ** 26 }))

      const first = await step('first start', start(options))
      expect(first.said).toContain('Imported the sample hb-edu-talent.')
      const counted = await count(first.url)
      expect(counted).toEqual({ data: { talents: { totalCount: 170 } } })
      const server = await serverOf(clone)
      await step('Ctrl-C', stop(first.child))
      expect([await isRunning(first.child.pid!), await isRunning(server)]).toEqual([false, false])

      const second = await step('second start', start(options))
      expect(second.said.filter((line) => line.startsWith('Imported'))).toEqual([])
      expect(await count(second.url)).toEqual(counted)
      await stop(second.child)
    } finally {
      const elsewhere = await readlink(join(clone, 'data/postgres')).catch(() => undefined)
      if (elsewhere) await rm(elsewhere, { recursive: true })
      await rm(folder, { recursive: true, force: true })
    }
  })
})

type Started = { readonly child: ChildProcess; readonly url: string; readonly said: readonly string[] }

/** `npm start` in a process group of its own, as a terminal has it, until it says where it is. */
async function start(options: object): Promise<Started> {
  const child = spawn('npm', ['start'], { ...options, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    const [, url] = /is ready: (\S+)/.exec(line) ?? []
    if (url) return { child, url, said }
  }
  throw new Error(`npm start ended:\n${said.join('\n')}`)
}

async function count(url: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ talents { totalCount } }' }),
  })
  return response.json()
}

/** Ctrl-C: SIGINT to everything in the group. npm goes at once; the hub when it has finished. */
async function stop(child: ChildProcess): Promise<void> {
  process.kill(-child.pid!, 'SIGINT')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  await expect.poll(() => groupOf(child.pid!), { timeout: 30_000 }).toEqual([])
}

/** Processes of a group that have not ended. */
async function groupOf(group: number): Promise<string[]> {
  const { stdout } = await run('ps', ['-eo', 'pgid=,stat=,args='])
  return stdout.split('\n').filter((line) => Number(line.trim().split(/\s+/)[0]) === group && !/^\s*\d+\s+Z/.test(line))
}

async function serverOf(clone: string): Promise<number> {
  return Number((await readFile(join(clone, 'data/postgres/postmaster.pid'), 'utf8')).split('\n')[0])
}

async function isRunning(pid: number): Promise<boolean> {
  const { stdout } = await run('ps', ['-o', 'stat=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout !== '' && !stdout.startsWith('Z')
}
