import { type Command, wrongArguments } from '../command.ts'
import { devSubcommand } from '../scaffold/dev.ts'
import { newSubcommand } from '../scaffold/new.ts'
import { checkSubcommand } from './commands/check.ts'
import { diffSubcommand } from './commands/diff.ts'
import { listSubcommand } from './commands/list.ts'
import { publishSubcommand } from './commands/publish.ts'
import { removeSubcommand } from './commands/remove.ts'
import { rollbackSubcommand } from './commands/rollback.ts'
import { secretSubcommand } from './commands/secret.ts'
import type { Subcommand } from './commands/subcommand.ts'

/** Every command of `lianku subgraph` by its name, in the order of the usage. */
const subcommands: Readonly<Record<string, Subcommand>> = {
  new: newSubcommand,
  dev: devSubcommand,
  check: checkSubcommand,
  publish: publishSubcommand,
  list: listSubcommand,
  diff: diffSubcommand,
  rollback: rollbackSubcommand,
  remove: removeSubcommand,
  secret: secretSubcommand,
}

const usage = Object.values(subcommands)
  .map((it) => it.usage)
  .join('\n')

export const subgraphCommand: Command = {
  usage,
  async run([name = '', ...args], desk) {
    const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined
    if (!subcommand) throw wrongArguments(usage, name)
    return subcommand.run(args, desk)
  },
}
