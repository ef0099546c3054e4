import { HubError } from '#schema/errors.ts'
import { contributedKeys, signingKeys } from '#schema/signature.ts'
import { readArguments, wrongArguments } from '../../command.ts'
import type { Subcommand } from './subcommand.ts'

const usage = `  lianku subgraph secret 代号   子图核验网关签名所用的密钥（SUBGRAPH_KEYS），只对这一个子图有效`

export const secretSubcommand: Subcommand = {
  usage,
  async run(args, { config, print }) {
    const { positionals } = readArguments(args, usage, {})
    const [name, ...more] = positionals
    if (!name || more.length > 0) throw wrongArguments(usage, positionals.join(' '))
    const keys = signingKeys(config)
    if (keys.length === 0) {
      throw new HubError('BAD_VALUE', '平台没有签名密钥，应先设置 LIANKU_SECRET 或 SUBGRAPH_KEYS，与网关相同。')
    }
    const value = contributedKeys(keys, name)
      .map(({ id, secret }) => `${id}=${secret}`)
      .join(',')
    print(`SUBGRAPH_KEYS=${value}`, { subgraphKeys: value })
    return 0
  },
}
