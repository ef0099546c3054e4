import { createHmac } from 'node:crypto'
import type { Config } from '#schema/config.ts'
import { readCredentials } from './attached/credentials.ts'
import { openDirectory, withAttached } from './attached/directory.ts'
import { keepRenewing } from './attached/renew.ts'
import { type Database, openDatabase } from './database.ts'
import { startEmbedded } from './embedded.ts'
import { useKeptLists } from './intake/code-lists.ts'
import { migrate } from './migrate.ts'
import { sinks } from './registry.ts'
import { importSamples } from './samples.ts'

/** The hub's data, open for use: its database, migrated, with the samples in it when it was empty. */
export type Hub = {
  readonly url: string
  readonly database: Database
  /** Key that cursors are signed with; the same in every process that shares the database. */
  readonly secret: string
  /** Secret that further keys are derived from: LIANKU_SECRET, else the password of the database. */
  readonly rootSecret: string
  /** Absolute path of DATA_DIR, for what a hub keeps beside its database for a while. */
  readonly folder: string
  close(): Promise<void>
}

/** Opens the database of the configuration, starting the embedded one when it names none. */
export async function openHub(config: Config, say: (sentence: string) => void): Promise<Hub> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, log: say })
  const url = config.databaseUrl ?? embedded!.url
  let database: Database | undefined
  let stopRenewing: (() => Promise<void>) | undefined
  async function close() {
    await stopRenewing?.()
    await database?.close()
    await embedded?.stop()
  }
  try {
    const applied = await migrate({ url, secret: config.secret })
    if (applied.length > 0) say(`Brought the database up to date: ${applied.length} migrations.`)
    const own = await openDatabase({ url, secret: config.secret })
    database = own
    const credentials = () => readCredentials(config)
    const directory = await openDirectory({ database: own, credentials, deadlineMs: config.attachedDeadlineMs })
    database = withAttached(own, directory)
    stopRenewing = keepRenewing({ database, credentials, sinks })
    await useKeptLists(database)
    if (config.samples) await importSamples(database, config.samples, say)
    const rootSecret = config.secret ?? new URL(url).password
    return { url, database, secret: cursorKey(rootSecret), rootSecret, folder: config.dataDir, close }
  } catch (error) {
    await close()
    throw error
  }
}

function cursorKey(rootSecret: string): string {
  return createHmac('sha256', rootSecret).update('lianku cursor').digest('base64url')
}
