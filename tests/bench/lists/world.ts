import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../../../gateway/engine/contract.ts'
import { createEngine } from '../../../gateway/engine/engine.ts'
import { inProcessTransport } from '../../../gateway/engine/in-process-transport.ts'
import { type Size, writeSamples } from '../../../samples/generate.ts'
import { anyone } from '../../../schema/viewer.ts'
import { requestOf } from '../../../subgraphs/context.ts'
import { type Connection, openConnection } from '../../../subgraphs/database/connection.ts'
import { type Database, openDatabase, type ViewerDb } from '../../../subgraphs/database.ts'
import { startEmbedded } from '../../../subgraphs/embedded.ts'
import { migrate } from '../../../subgraphs/migrate.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { importSamples } from '../../../subgraphs/samples.ts'

export type World = {
  readonly size: Size
  /** Address of its database, as the owner. */
  readonly url: string
  readonly engine: Engine
  readonly database: Database
  /** The owner's connection: what a hand-writer would send goes this way. */
  readonly owner: Connection
  readonly close: () => Promise<void>
}

export const secret = 'the secret of this benchmark'

/** A throwaway database, on DATABASE_URL's server or one of its own, with samples of a size taken in as files. */
export async function openWorld(size: Size): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'lianku-bench-'))
  await chmod(folder, 0o711)
  const server = process.env.DATABASE_URL ? await borrow(process.env.DATABASE_URL) : await embed(folder)
  const { url } = server
  await migrate({ url, secret })
  const database = await openDatabase({ url, secret })
  const owner = openConnection({ url, settings: { jit: 'off' } })

  const samples = join(folder, 'samples')
  const { rows, files } = await writeSamples(size, samples)
  const started = performance.now()
  await importSamples(database, samples, () => undefined)
  await owner.run('analyze')
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const [shown] = await owner.run('show server_version')
  console.log(
    `${size} samples, ${rows} rows in ${files} files, imported in ${seconds} s; PostgreSQL ${shown?.server_version}.`,
  )

  return {
    size,
    url,
    engine: engineOf(database.db(anyone)),
    database,
    owner,
    close: async () => {
      await owner.end()
      await database.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The house in process, as `npm start` has it, without its HTTP. */
export function engineOf(db: ViewerDb): Engine {
  return createEngine({
    supergraph: readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8'),
    transport: ({ name }) => {
      const subgraph = subgraphs.find((it) => it.name === name)!
      const hub = { database: { db: () => db } as unknown as Database, secret: 'the key of cursors' }
      const contextFor = () => subgraph.contextFor(requestOf(hub, anyone, undefined))
      return inProcessTransport({ schema: subgraph.schema, contextFor })
    },
  })
}

async function embed(folder: string) {
  const server = await startEmbedded({ dataDir: join(folder, 'data'), log: () => undefined, durable: false })
  return { url: server.url, stop: server.stop }
}

async function borrow(url: string) {
  const name = `lianku_bench_${randomBytes(6).toString('hex')}`
  const own = new URL(url)
  own.pathname = `/${name}`
  await once(url, `create database ${name}`)
  return { url: own.href, stop: () => once(url, `drop database ${name} with (force)`) }
}

async function once(url: string, statement: string): Promise<void> {
  const connection = openConnection({ url })
  try {
    await connection.run(statement)
  } finally {
    await connection.end()
  }
}
