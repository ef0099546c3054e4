import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'

/** A device that takes no byte, as a full disk does. */
const full = '/dev/full'

const program = `
  import { createLogger } from './gateway/telemetry/log.ts'
  const logger = createLogger({ logLevel: 'info' })
  for (let i = 0; i < 1_000; i++) logger.info('a line of the log')
  setTimeout(() => { console.error('still here'); process.exit(0) }, 1_500)`

it.skipIf(!existsSync(full))('a disk too full for the log does not end what is logged about', async () => {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', openSync(full, 'w'), 'pipe'],
  })
  const [said, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')])
  expect({ said, code }).toEqual({ said: 'still here\n', code: 0 })
})
