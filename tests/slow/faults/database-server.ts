import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../../subgraphs/database.ts'
import { startEmbedded } from '../../../subgraphs/embedded.ts'
import { migrate } from '../../../subgraphs/migrate.ts'
import { importSamples } from '../../../subgraphs/samples.ts'
import { asOwner, secret } from '../../postgres.ts'

/** A durable PostgreSQL with the small samples, for a test to ill-treat. */
export interface DatabaseServer {
  readonly url: string
  /** Sends a signal to the server itself, or to all its processes. */
  signal(name: NodeJS.Signals, which: 'server' | 'all'): Promise<void>
  /** Resolves when it takes connections, to the time it was. */
  ready(): Promise<number>
  stop(): Promise<void>
}

/**
 * `folder` is where its data goes; a new one under the system's temporary folder unless told. `logFolder` is where its
 * write-ahead log goes; beside the data unless told.
 */
export async function startDatabase(folder?: string, logFolder?: string): Promise<DatabaseServer> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'lianku-faults-')))
  await chmod(dataDir, 0o711)
  if (logFolder) await moveLog(dataDir, logFolder)
  const server = await startEmbedded({ dataDir, log: () => undefined })
  await migrate({ url: server.url, secret })
  const database = await openDatabase({ url: server.url, secret })
  await importSamples(database, join(import.meta.dirname, '../../../samples/small'), () => undefined)
  await database.close()
  const cluster = await realpath(join(dataDir, 'postgres'))
  return {
    url: server.url,
    async signal(name, which) {
      const pid = Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0])
      const pids = which === 'server' ? [pid] : [pid, ...(await childrenOf(pid))]
      for (const one of pids) {
        try {
          process.kill(one, name)
        } catch {
          // gone before
        }
      }
    },
    async ready() {
      for (;;) {
        try {
          await asOwner(server.url, 'select 1')
          return performance.now()
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
    },
    async stop() {
      await server.stop()
      if (!folder) await rm(dataDir, { recursive: true })
    },
  }
}

/** As an administrator does it: with the server stopped, a link in the log's old place. */
async function moveLog(dataDir: string, logFolder: string): Promise<void> {
  const server = await startEmbedded({ dataDir, log: () => undefined })
  await server.stop()
  const log = join(await realpath(join(dataDir, 'postgres')), 'pg_wal')
  execFileSync('mv', [log, logFolder])
  await symlink(join(logFolder, 'pg_wal'), log)
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return text.split(' ').filter(Boolean).map(Number)
}
