import { readArguments, wrongArguments } from '../../command.ts'
import { type Subcommand, show } from './subcommand.ts'
import { doorOptions, doorUsage, withDoor } from './with-door.ts'

const usage = `  lianku subgraph remove 代号 [--force] ${doorUsage}   从图中移除子图；它的字段仍归它，可用 rollback 恢复`

export const removeSubcommand: Subcommand = {
  usage,
  async run(args, desk) {
    const { positionals, values } = readArguments(args, usage, { ...doorOptions, force: { type: 'boolean' } })
    const [name, ...more] = positionals
    if (!name || more.length > 0) throw wrongArguments(usage, positionals.join(' '))
    const report = await withDoor(desk, values, (door, caller) => door.remove(name, { ...caller, force: values.force }))
    return show(report, desk)
  },
}
