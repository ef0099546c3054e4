import { execFile, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Log, ServerFiles } from './files.ts'

export type Server = {
  /** Settles when the server has ended, for whatever reason. */
  readonly exited: Promise<void>
  /** Fast shutdown: open transactions are rolled back, everything committed is kept. */
  readonly stop: () => Promise<void>
}

export type ServerOptions = {
  readonly cluster: string
  readonly files: ServerFiles
  readonly port: number
  readonly durable: boolean
  readonly log: Log
}

/*
 * The server hangs on this script, and the script on a pipe from the hub: when the hub ends, even by kill -9, the
 * pipe closes and the server shuts down. In a session of its own, a Ctrl-C in the terminal reaches only the hub,
 * which still has requests to finish. A server told to stop in the middle of its crash recovery may wait for ever
 * (seen with 18.4); after 30 seconds it is told to drop everything, which costs nothing but a recovery at next start.
 */
const guard = `
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
{
  read -r _ <&3
  exec 3<&-
  kill -INT "$server"
  for second in $(seq 30); do sleep 1; kill -0 "$server" || exit; done
  kill -QUIT "$server"
} 2>/dev/null &
watch=$!
wait "$server"
code=$?
kill "$watch" 2>/dev/null
exit "$code"`

/** Starts the server and waits until it answers; throws an Error with the server's own words when it does not. */
export async function runServer({ cluster, files, port, durable, log }: ServerOptions): Promise<Server> {
  const giveUp = performance.now() + 120_000
  for (;;) {
    const said: string[] = []
    const child = spawn(
      'sh',
      ['-c', guard, 'lianku-database', join(files.bin, 'postgres'), '-D', cluster, ...settings(port, durable)],
      { ...files.user, cwd: '/', env: environment, detached: true, stdio: ['pipe', 'ignore', 'pipe'] },
    )
    const exited = new Promise<void>((resolve) => child.once('close', () => resolve()))
    child.on('error', (error) => said.push(error.message))
    // It may already be gone when its end of the pipe is closed.
    child.stdin.on('error', () => undefined)
    const ready = new Promise<boolean>((resolve) => {
      createInterface(child.stderr).on('line', (line) => {
        said.push(line)
        if (/database system is ready to accept connections/.test(line)) resolve(true)
        if (/\b(WARNING|ERROR|FATAL|PANIC): /.test(line)) log(`database: ${line}`)
      })
      exited.then(() => resolve(false))
    })
    if (await ready) {
      said.length = 0
      return {
        exited,
        stop: async () => {
          child.stdin.end()
          await exited
        },
      }
    }
    const words = said.join('\n')
    // Backends of a killed server still hold its memory and leave within moments.
    const isWaiting = /pre-existing shared memory block|lock file .* already exists/.test(words)
    if (!isWaiting || performance.now() > giveUp) throw new Error(`PostgreSQL did not start:\n${words}`)
    await pause(200)
  }
}

/** Runs `initdb` or `pg_ctl` as the server's user; throws an Error with its words. */
export async function runTool(files: ServerFiles, tool: 'initdb' | 'pg_ctl', options: readonly string[]) {
  await promisify(execFile)(join(files.bin, tool), options, { ...files.user, cwd: '/', env: environment })
}

/** Shuts down a server that outlived its hub on the same cluster. */
export async function stopLeftover(cluster: string, files: ServerFiles, log: Log): Promise<void> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!pid || !(await isServerOf(pid, cluster))) return
  log(`Stopping the database server ${pid}, left behind by a hub that was killed.`)
  const stop = (mode: string) => runTool(files, 'pg_ctl', ['stop', '-D', cluster, '-m', mode, '-w', '-t', '20'])
  await stop('fast').catch(() => stop('immediate'))
}

// The number alone may by now belong to any other process.
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const command =
    process.platform === 'linux'
      ? readFile(`/proc/${pid}/cmdline`, 'utf8').then((line) => line.replaceAll('\0', ' '))
      : promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).then(({ stdout }) => stdout)
  return (await command.catch(() => '')).includes(`-D ${cluster}`)
}

function settings(port: number, durable: boolean): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

// Nothing of the hub's own settings or secrets.
const environment = { PATH: process.env.PATH, LC_ALL: 'C' }
