import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { openConnection } from '../subgraphs/database/connection.ts'
import { type Database, type DatabaseOptions, openDatabase } from '../subgraphs/database.ts'
import { startEmbedded } from '../subgraphs/embedded.ts'
import { migrate } from '../subgraphs/migrate.ts'
import { enterHouse } from '../subgraphs/publishing/enter.ts'
import { subgraphs } from '../subgraphs/registry.ts'
import { importSamples } from '../subgraphs/samples.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a migrated database to clone, as its owner. */
    template: string
  }
}

/** The secret of every test database. */
export const secret = 'the secret of all tests'

export type FreshDatabase = {
  readonly database: Database
  /** Its address as the owner, who may see and do everything. */
  readonly url: string
  /** Closes and drops it. */
  readonly drop: () => Promise<void>
}

/** A migrated database of its own for one test file; drop it in `afterAll`. */
export function freshDatabase(options: Partial<DatabaseOptions> = {}): Promise<FreshDatabase> {
  return cloneOf(inject('template'), options)
}

/** The same with the small samples in it, imported once for all test files. */
export async function sampleDatabase(options: Partial<DatabaseOptions> = {}): Promise<FreshDatabase> {
  const template = inject('template')
  const samples = samplesOf(template)
  const gate = openConnection({ url: named(template, 'postgres') })
  try {
    await gate.send('select pg_advisory_lock(hashtext($1))', [nameOf(samples)])
    const [known] = await gate.send('select from pg_database where datname = $1', [nameOf(samples)])
    if (!known) await makeSamples(template, samples)
  } finally {
    await gate.end()
  }
  return cloneOf(samples, options)
}

async function makeSamples(template: string, samples: string) {
  const made = await cloneOf(template, {}, `${samples}_new`)
  try {
    await importSamples(made.database, join(import.meta.dirname, '../samples/small'), () => undefined)
    await enterHouse(made.database, subgraphs)
  } catch (error) {
    await made.drop()
    throw error
  }
  await made.database.close()
  await asOwner(named(template, 'postgres'), `alter database ${nameOf(made.url)} rename to ${nameOf(samples)}`)
}

function samplesOf(template: string): string {
  return `${template}_samples`
}

async function cloneOf(
  template: string,
  options: Partial<DatabaseOptions>,
  url = named(template, `lianku_test_${randomBytes(6).toString('hex')}`),
): Promise<FreshDatabase> {
  await asOwner(named(template, 'postgres'), `create database ${nameOf(url)} template ${nameOf(template)}`)
  // A clone has the tables and their grants, but not the grants on the database itself.
  await migrate({ url, secret })
  const database = await openDatabase({ url, secret, ...options })
  return {
    database,
    url,
    drop: async () => {
      await database.close()
      await asOwner(named(template, 'postgres'), `drop database ${nameOf(url)} with (force)`)
    },
  }
}

/** Runs statements without parameters as the owner of a test database; gives back the last one's rows. */
export async function asOwner(url: string, statements: string): Promise<Record<string, unknown>[]> {
  const connection = openConnection({ url })
  try {
    return [...(await connection.run(statements))]
  } finally {
    await connection.end()
  }
}

/** Once for all test files: one server, `TEST_DATABASE_URL` or an embedded one, with one migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ? borrowed(process.env.TEST_DATABASE_URL) : await embedded()
  const template = named(server.url, `lianku_template_${randomBytes(6).toString('hex')}`)
  const done = async () => {
    for (const url of [template, samplesOf(template)]) {
      await asOwner(named(template, 'postgres'), `drop database if exists ${nameOf(url)} with (force)`)
    }
    await server.stop()
  }
  try {
    await asOwner(named(template, 'postgres'), `create database ${nameOf(template)}`)
    await migrate({ url: template, secret })
  } catch (error) {
    await done()
    throw error
  }
  project.provide('template', template)
  return done
}

function borrowed(url: string) {
  return { url, stop: async () => undefined }
}

async function embedded() {
  const dataDir = await mkdtemp(join(tmpdir(), 'lianku-tests-'))
  // When root runs the tests, the server's own user must pass.
  await chmod(dataDir, 0o711)
  const server = await startEmbedded({ dataDir, log: () => undefined, durable: false })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function named(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}
