import { type Command, type Desk, readArguments, wrongArguments } from '../command.ts'
import { issueKey, type Key, listKeys, revokeKey, type Scope } from './keys.ts'

const usage = `  lianku key issue library 资源库 | subgraph 代号   签发密钥：只开一个资源库（或数据包）或一个子图
  lianku key list                          列出密钥
  lianku key revoke 编号                   收回密钥，立即失效`

const scopes: Readonly<Record<string, Scope>> = { library: 'LIBRARY', subgraph: 'SUBGRAPH' }

export const keyCommand: Command = {
  usage,
  async run(args, desk) {
    const { positionals } = readArguments(args, usage, {})
    const [action, ...rest] = positionals
    if (action === 'issue' && rest.length === 2 && scopes[rest[0]!]) await issue(desk, scopes[rest[0]!]!, rest[1]!)
    else if (action === 'list' && rest.length === 0) await list(desk)
    else if (action === 'revoke' && rest.length === 1) await revoke(desk, rest[0]!)
    else throw wrongArguments(usage, positionals.join(' '))
    return 0
  },
}

async function issue({ withHub, print }: Desk, scope: Scope, target: string) {
  const key = await withHub(({ database }) => issueKey(database, scope, target))
  print(`${key.text}\n只显示这一次，请交给 ${target} 的负责人妥善保存；收回时用编号 ${key.id}。`, key)
}

async function list({ withHub, print }: Desk) {
  const keys = await withHub(({ database }) => listKeys(database))
  print(keys.length === 0 ? '尚无密钥。' : keys.map(line).join('\n'), keys)
}

async function revoke({ withHub, print }: Desk, id: string) {
  const key = await withHub(({ database }) => revokeKey(database, id))
  print(line(key), key)
}

function line({ id, scope, target, issuedAt, revokedAt }: Key): string {
  const what = scope === 'LIBRARY' ? '资源库' : '子图'
  const state = revokedAt === null ? '有效' : `已于 ${revokedAt.slice(0, 10)} 收回`
  return `${id} ${what} ${target}，${issuedAt.slice(0, 10)} 签发，${state}`
}
