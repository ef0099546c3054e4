import { readConfig } from '#schema/config.ts'
import { HubError } from '#schema/errors.ts'
import { keyCommand } from './access/command.ts'
import { attachCommand, detachCommand, prepareCommand, refreshCommand } from './attached/commands.ts'
import { auditCommand } from './audit/command.ts'
import type { Command, Desk } from './command.ts'
import { tokenCommand } from './development-token.ts'
import { findRunning } from './embedded.ts'
import { openHub } from './hub.ts'
import {
  checkCommand,
  codesCommand,
  confirmCommand,
  declineCommand,
  diffCommand,
  importCommand,
  releasesCommand,
  rollbackCommand,
} from './intake/commands.ts'
import { harvestCommand } from './intake/harvest/command.ts'
import { linksCommand } from './linking/command.ts'
import { policyCommand } from './policy/command.ts'
import { subgraphCommand } from './publishing/command.ts'
import { sinks, subgraphs } from './registry.ts'
import { consentCommand } from './talent/command.ts'

/** Every command by its name, in the order of the usage. */
const commands: Readonly<Record<string, Command>> = {
  check: checkCommand,
  import: importCommand,
  releases: releasesCommand,
  diff: diffCommand,
  confirm: confirmCommand,
  decline: declineCommand,
  rollback: rollbackCommand,
  harvest: harvestCommand,
  codes: codesCommand,
  prepare: prepareCommand,
  refresh: refreshCommand,
  attach: attachCommand,
  detach: detachCommand,
  key: keyCommand,
  links: linksCommand,
  subgraph: subgraphCommand,
  consent: consentCommand,
  policy: policyCommand,
  token: tokenCommand,
  audit: auditCommand,
}

const usage = ['用法：', ...Object.values(commands).map((it) => it.usage), '选项：--json 输出 JSON'].join('\n')

const given = process.argv.slice(2)
const wantsJson = given.includes('--json')
const [name = '--help', ...args] = given.filter((argument) => argument !== '--json')

try {
  process.exitCode = await run()
} catch (error) {
  if (!(error instanceof HubError || error instanceof TypeError)) throw error
  const code = error instanceof HubError ? error.code : undefined
  if (wantsJson) print('', { error: { code, message: error.message } })
  else console.error(code ? `${code}：${error.message}` : error.message)
  process.exitCode = 1
}

async function run(): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command) return command.run(args, desk())
  print(usage, { usage })
  return name === '--help' ? 0 : 1
}

function desk(): Desk {
  const config = readConfig()
  return {
    config,
    sinks,
    subgraphs,
    async withHub(work, { samples } = { samples: false }) {
      // A hub that runs on this DATA_DIR shares its database.
      const databaseUrl = config.databaseUrl ?? (await findRunning(config.dataDir))
      const wanted = { ...config, databaseUrl, samples: samples ? config.samples : undefined }
      const hub = await openHub(wanted, (sentence) => console.error(sentence))
      try {
        return await work(hub)
      } finally {
        await hub.close()
      }
    },
    print,
    progress(rows) {
      if (process.stderr.isTTY) process.stderr.write(`\r已读 ${rows} 行`)
    },
    progressDone() {
      if (process.stderr.isTTY) process.stderr.write('\n')
    },
  }
}

function print(text: string, value: unknown) {
  console.log(wantsJson ? JSON.stringify(value, null, 2) : text)
}
