import { readArguments, wrongArguments } from '../../command.ts'
import { type Subcommand, show } from './subcommand.ts'
import { doorOptions, doorUsage, withDoor } from './with-door.ts'

const usage = `  lianku subgraph rollback 代号 [版本] [--force] ${doorUsage}   退回上一版，或版本号这样开头的一版`

export const rollbackSubcommand: Subcommand = {
  usage,
  async run(args, desk) {
    const { positionals, values } = readArguments(args, usage, { ...doorOptions, force: { type: 'boolean' } })
    const [name, to, ...more] = positionals
    if (!name || more.length > 0) throw wrongArguments(usage, positionals.join(' '))
    const report = await withDoor(desk, values, (door, caller) =>
      door.rollback(name, to, { ...caller, force: values.force }),
    )
    return show(report, desk)
  },
}
