import { readArguments, wrongArguments } from '../../command.ts'
import { type Subcommand, show } from './subcommand.ts'
import { doorOptions, doorUsage, withDoor } from './with-door.ts'

const usage = `  lianku subgraph diff 代号 [从版本 [到版本]] ${doorUsage}   两个版本之间公开模式和取数路径的变化；默认从上一版到在用版`

export const diffSubcommand: Subcommand = {
  usage,
  async run(args, desk) {
    const { positionals, values } = readArguments(args, usage, doorOptions)
    const [name, from, to, ...more] = positionals
    if (!name || more.length > 0) throw wrongArguments(usage, positionals.join(' '))
    return show(await withDoor(desk, values, (door) => door.diff(name, from, to)), desk)
  },
}
