import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { prepareDatabase } from '../../../subgraphs/attached/prepare.ts'
import { openConnection } from '../../../subgraphs/database/connection.ts'
import { type Database, openDatabase } from '../../../subgraphs/database.ts'
import { type Embedded, startEmbedded } from '../../../subgraphs/embedded.ts'
import { libraries } from '../../../subgraphs/libraries.ts'
import { migrate } from '../../../subgraphs/migrate.ts'
import { importSamples } from '../../../subgraphs/samples.ts'
import { type AttachedHub, openAttachedHub } from '../../subgraphs/attached/province.ts'
import { openWire, type Wire } from '../../subgraphs/attached/wire.ts'

/** A province's own PostgreSQL cluster, reached over a line. */
export type Cluster = {
  readonly wire: Wire
  /** Ends the server, as maintenance does. */
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  /** SIGSTOP to every process of it. */
  readonly freeze: () => void
  readonly thaw: () => void
}

export type Provinces = {
  /** The same rows, all of them the hub's own. */
  readonly local: Database
  readonly attached: AttachedHub
  readonly clusters: Readonly<Record<'hb' | 'hl' | 'ln', Cluster>>
  readonly close: () => Promise<void>
}

const secret = 'the secret of three provinces'

export const timing = { deadlineMs: 4_000, restMs: 1_000 }

/** A hub whose libraries of three provinces are attached, each province with a cluster of its own. */
export async function openProvinces(samples = join(import.meta.dirname, '../../../samples/small')): Promise<Provinces> {
  const folder = await mkdtemp(join(tmpdir(), 'lianku-provinces-'))
  // When root runs the tests, the servers' own user must pass.
  await chmod(folder, 0o711)
  const servers: Cluster[] = []
  const filled = join(folder, 'filled')
  await fill(filled, samples)
  const home = await serverIn(await copyOf(filled, join(folder, 'hub')))
  const { url } = home
  const localUrl = new URL(url)
  localUrl.pathname = '/reference'
  await asOwner(url.replace('/lianku', '/postgres'), 'create database reference template lianku')
  await migrate({ url: localUrl.href, secret })
  const local = await openDatabase({ url: localUrl.href, secret })
  const database = await openDatabase({ url, secret })
  const attached = await openAttachedHub({ database, url, drop: database.close }, timing)
  const clusters: Record<string, Cluster> = {}
  for (const province of ['hb', 'hl', 'ln']) {
    const cluster = await openCluster(await copyOf(filled, join(folder, province)))
    servers.push(cluster)
    clusters[province] = cluster
    for (const { id } of libraries.filter((library) => library.id.startsWith(`${province}-`))) {
      await attached.attach(id, cluster.wire.url)
    }
  }
  await attached.look()
  return {
    local,
    attached,
    clusters: clusters as Provinces['clusters'],
    async close() {
      await attached.close()
      await Promise.all([local.close(), database.close()])
      for (const cluster of servers) {
        cluster.thaw()
        await cluster.stop()
        await cluster.wire.close()
      }
      await home.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openCluster(dataDir: string): Promise<Cluster> {
  let server: Embedded | undefined = await serverIn(dataDir)
  const { address } = await prepareDatabase(server.url, secret, false)
  const wire = await openWire(address!)
  return {
    wire,
    async stop() {
      await server?.stop()
      server = undefined
    },
    async start() {
      server = await serverIn(dataDir)
      wire.lead(server.url)
    },
    freeze: () => signalAll(dataDir, 'SIGSTOP'),
    thaw: () => signalAll(dataDir, 'SIGCONT'),
  }
}

function serverIn(dataDir: string): Promise<Embedded> {
  return startEmbedded({ dataDir, log: () => undefined, durable: false })
}

/** Takes the samples in, once for all clusters: what is compared has the same ids everywhere. */
async function fill(dataDir: string, samples: string): Promise<void> {
  const server = await serverIn(dataDir)
  await migrate({ url: server.url, secret })
  const database = await openDatabase({ url: server.url, secret })
  await importSamples(database, samples, () => undefined)
  await database.close()
  await server.stop()
}

/** A data folder with all that is in another, its owners included. */
async function copyOf(dataDir: string, to: string): Promise<string> {
  await promisify(execFile)('cp', ['-a', dataDir, to])
  return to
}

function signalAll(dataDir: string, signal: 'SIGSTOP' | 'SIGCONT') {
  const first = firstProcess(dataDir)
  if (first === undefined) return
  const backends = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === first)
  for (const pid of [first, ...backends.map(Number)]) process.kill(pid, signal)
}

function firstProcess(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

function parentOf(pid: string): number | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

async function asOwner(url: string, statement: string): Promise<void> {
  const connection = openConnection({ url })
  try {
    await connection.run(statement)
  } finally {
    await connection.end()
  }
}
