import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { startEmbedded } from '../../../subgraphs/embedded.ts'
import { migrate } from '../../../subgraphs/migrate.ts'
import { secret } from '../../postgres.ts'
import { openLedger } from './ledger.ts'
import { type InForce, inForce, rows, whole } from './versions.ts'

/** Milliseconds from the beginning of an import, from a seed; few imports of this size take longer than the longest. */
export function* moments(seed: number, longest: number): Generator<number, never> {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield (state / 2 ** 32) ** 2 * longest
  }
}

export type Target = 'importer' | 'backend' | 'server'

/** A database of its own, an importer at work on it, and somebody who reads all the while. */
export async function openGround() {
  const folder = await mkdtemp(join(tmpdir(), 'lianku-kills-'))
  await chmod(folder, 0o711)
  const dataDir = join(folder, 'data')
  const server = await startEmbedded({ dataDir, log: () => undefined })
  await migrate({ url: server.url, secret })
  const ledger = openLedger(folder)
  const reader = readAllTheWhile(server.url)
  let importer: ChildProcess | undefined

  function start() {
    const program = join(import.meta.dirname, 'importer.ts')
    importer = spawn(process.execPath, [program, server.url, secret, folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: 'node_modules/.cache/lianku' },
    })
  }

  /** Waits for an import that begins, or that is acknowledged, after now; nothing may hang longer than a minute. */
  async function until(count: () => number, what: string) {
    const before = count()
    for (const giveUp = Date.now() + 60_000; count() <= before; await pause(10)) {
      if (Date.now() > giveUp) throw new Error(`${what} did not come within a minute.`)
      if (importer?.exitCode != null) throw new Error(`The importer ended by itself with ${importer.exitCode}.`)
    }
  }

  return {
    url: server.url,
    folder,
    /** Kills at a moment of an import, waits for the next one to be acknowledged, and gives back what is then in force. */
    async kill(target: Target, moment: number): Promise<void> {
      if (!importer) {
        start()
        await until(ledger.acknowledged, 'The first import')
      }
      await until(ledger.sent, 'An import')
      await pause(moment)
      if (target === 'importer') {
        importer!.kill('SIGKILL')
        await once(importer!, 'exit')
        // What was acknowledged is there at once, not only after the next import.
        await expectWhole(server.url, ledger)
        start()
      } else {
        for (const pid of target === 'server' ? serverOf(dataDir) : backendsOf(dataDir).slice(0, 1)) killQuietly(pid)
      }
      await until(ledger.acknowledged, `An import after the end of the ${target}`)
      await expectWhole(server.url, ledger)
      expect(reader.broken()).toEqual([])
    },
    /** What readers saw that was not one whole version. */
    broken: reader.broken,
    async close() {
      importer?.kill('SIGKILL')
      await reader.stop()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
    reads: reader.count,
  }
}

/** One version, whole: the last acknowledged, or one of those sent after it whose answer was lost. */
async function expectWhole(url: string, ledger: ReturnType<typeof openLedger>) {
  const acknowledged = ledger.acknowledged()
  const found = await inForce(url)
  const [version = 0] = found.shown
  expect(found).toEqual(whole(version, found.releases))
  expect(version).toBeGreaterThanOrEqual(acknowledged)
  expect(version).toBeLessThanOrEqual(ledger.sent())
}

/** Reads what the lists show again and again, and keeps what was not one whole version. */
function readAllTheWhile(url: string) {
  const broken: InForce[] = []
  let count = 0
  let isOver = false
  const reading = (async () => {
    for (; !isOver; await pause(20)) {
      const found = await inForce(url).catch(() => undefined)
      if (!found) continue
      count++
      if (found.shownRows > 0 && (found.shown.length > 1 || found.shownRows !== rows + 1)) broken.push(found)
    }
  })()
  return {
    broken: () => broken,
    count: () => count,
    async stop() {
      isOver = true
      await reading
    },
  }
}

/** The server with all of its processes. */
function serverOf(dataDir: string): number[] {
  const [postmaster] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  return [Number(postmaster), ...childrenOf(Number(postmaster))]
}

/** Processes of the server that run an import. */
function backendsOf(dataDir: string): number[] {
  return serverOf(dataDir).filter((pid) => {
    try {
      return /lianku_app .*(COPY|INSERT|SELECT|UPDATE|DELETE|BIND|PARSE|idle in transaction)/.test(
        readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
      )
    } catch {
      return false
    }
  })
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
      } catch {
        return false
      }
    })
}

function killQuietly(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has just ended.
  }
}
