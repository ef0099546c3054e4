import { type Command, readArguments, wrongArguments } from '../command.ts'
import { rehearse } from './rehearse.ts'

const usage =
  '  lianku subgraph dev 代号 --url 地址 [--port 4000]   在本机把开发中的子图接到已发布的图上试用，改动后自动更新；可离线'

export const devSubcommand: Command = {
  usage,
  async run(args, desk) {
    const { values, positionals } = readArguments(args, usage, {
      url: { type: 'string' },
      port: { type: 'string', default: '4000' },
    })
    const [name] = positionals
    const port = Number(values.port)
    if (!name || positionals.length > 1 || !URL.canParse(values.url ?? '') || !(port >= 0 && port < 65_536)) {
      throw wrongArguments(usage, args.join(' '))
    }
    return desk.withHub(
      async (hub) => {
        const keys = desk.config.subgraphKeys
        const say = (sentence: string) => console.log(`${sentence}\n`)
        const rehearsal = await rehearse({ name, url: values.url! }, hub, {
          subgraphs: desk.subgraphs,
          keys,
          port,
          say,
        })
        const url = rehearsal.url.replace('//127.0.0.1:', '//localhost:')
        desk.print(`图在 ${url}（用浏览器打开；Ctrl-C 结束）`, { url })
        await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
        await rehearsal.close()
        return 0
      },
      { samples: true },
    )
  },
}
