import { readArguments, wrongArguments } from '../../command.ts'
import { printEntries, printVersions } from '../print/list.ts'
import type { Subcommand } from './subcommand.ts'
import { doorOptions, doorUsage, withDoor } from './with-door.ts'

const usage = `  lianku subgraph list [代号] ${doorUsage}   列出图中的子图，或一个子图的各个版本`

export const listSubcommand: Subcommand = {
  usage,
  async run(args, desk) {
    const { positionals, values } = readArguments(args, usage, doorOptions)
    const [name, ...more] = positionals
    if (more.length > 0) throw wrongArguments(usage, positionals.join(' '))
    await withDoor(desk, values, async (door) => {
      if (name) {
        const versions = await door.versions(name)
        desk.print(printVersions(versions), versions)
      } else {
        const entries = await door.list()
        desk.print(printEntries(entries), entries)
      }
    })
    return 0
  },
}
