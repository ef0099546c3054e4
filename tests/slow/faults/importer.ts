import { setTimeout as pause } from 'node:timers/promises'
import { HubError } from '#schema/errors.ts'
import { openDatabase } from '../../../subgraphs/database.ts'
import { importFiles } from '../../../subgraphs/intake/intake.ts'
import { findStyle } from '../../../subgraphs/intake/styles/find.ts'
import { sinks } from '../../../subgraphs/registry.ts'
import { openLedger } from './ledger.ts'
import { writeVersion } from './versions.ts'

/*
 * Imports one version after the other until it is killed: `importer.ts DATABASE_URL SECRET FOLDER`. What it is about to
 * import and what was acknowledged stands in a ledger beside the database.
 */
const [url, secret, folder] = process.argv.slice(2) as [string, string, string]
const ledger = openLedger(folder)
const database = await openDatabase({ url, secret })
for (let version = ledger.sent() + 1; ; version++) {
  const file = await writeVersion(folder, version)
  ledger.note('sent', version)
  try {
    await importFiles({ database, sinks, style: findStyle('hl-demand'), files: [file], today: '2024-03-01' })
    ledger.note('acknowledged', version)
  } catch (error) {
    if (!(error instanceof HubError && error.code === 'DATABASE_UNAVAILABLE')) throw error
    await pause(100)
  }
}
