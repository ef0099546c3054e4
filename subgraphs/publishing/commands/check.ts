import { readArguments, wrongArguments } from '../../command.ts'
import { checkedUrl } from '../shape.ts'
import { readFiles, type Subcommand, show } from './subcommand.ts'
import { doorOptions, doorUsage, withDoor } from './with-door.ts'

const usage = `  lianku subgraph check 代号 SDL文件… [--url 地址] [--junit] ${doorUsage}   检查子图：归属规则、组合、变化、在用情况；给出地址时也检查运行中的子图`

export const checkSubcommand: Subcommand = {
  usage,
  async run(args, desk) {
    const { positionals, values } = readArguments(args, usage, {
      ...doorOptions,
      url: { type: 'string' },
      junit: { type: 'boolean' },
    })
    const [name, ...paths] = positionals
    if (!name || paths.length === 0) throw wrongArguments(usage, positionals.join(' '))
    const url = values.url === undefined ? '' : checkedUrl(values.url)
    const files = await readFiles(paths)
    return show(await withDoor(desk, values, (door) => door.check({ name, url, files })), desk, values.junit)
  },
}
