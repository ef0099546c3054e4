import { readArguments, wrongArguments } from '../../command.ts'
import { checkedUrl } from '../shape.ts'
import { readFiles, type Subcommand, show } from './subcommand.ts'
import { doorOptions, doorUsage, withDoor } from './with-door.ts'

const usage = `  lianku subgraph publish 代号 SDL文件… --url 地址 [--force] [--junit] ${doorUsage}   检查并发布，几秒内各网关生效；--force 允许影响在用的用户`

export const publishSubcommand: Subcommand = {
  usage,
  async run(args, desk) {
    const { positionals, values } = readArguments(args, usage, {
      ...doorOptions,
      url: { type: 'string' },
      force: { type: 'boolean' },
      junit: { type: 'boolean' },
    })
    const [name, ...paths] = positionals
    if (!name || paths.length === 0 || values.url === undefined) throw wrongArguments(usage, positionals.join(' '))
    const proposal = { name, url: checkedUrl(values.url), files: await readFiles(paths) }
    const report = await withDoor(desk, values, (door, caller) =>
      door.publish(proposal, { ...caller, force: values.force }),
    )
    return show(report, desk, values.junit)
  },
}
