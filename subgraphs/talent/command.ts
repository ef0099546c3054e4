import { desk } from '../audit.ts'
import { type Command, readArguments, wrongArguments } from '../command.ts'
import { linkAccount, type Person, renewConsent, withdrawConsent } from './consent.ts'

const usage = `  lianku consent withdraw 人才编号 [用途…]    按本人要求撤回同意，立即生效，重新导入也不恢复；不写用途为全部
  lianku consent renew 人才编号 用途…       恢复已撤回的同意
  lianku consent account 人才编号 [账号]     登记这条记录属于哪个账号；不写账号为取消
    --reason 本人申请   用途：LIST_NAME 公开姓名、LIST_CONTACT 公开联系方式、PUSH_TO_ENTERPRISE 推送企业`

export const consentCommand: Command = {
  usage,
  async run(args, { sinks, withHub, print }) {
    const { positionals, values } = readArguments(args, usage, { reason: { type: 'string', default: '本人申请' } })
    const [action, id = '', ...rest] = positionals
    const act = actions[action ?? '']
    if (!act || !id.includes(':') || !act.takes(rest)) throw wrongArguments(usage, positionals.join(' '))
    const person = await withHub(({ database }) =>
      act.run({ database, sinks, id, viewer: desk, reason: values.reason }, rest),
    )
    print(line(person), person)
    return 0
  },
}

type Action = {
  readonly takes: (rest: readonly string[]) => boolean
  readonly run: (saying: Parameters<typeof linkAccount>[0], rest: readonly string[]) => Promise<Person>
}

const actions: Readonly<Record<string, Action>> = {
  withdraw: { takes: () => true, run: withdrawConsent },
  renew: { takes: (rest) => rest.length > 0, run: renewConsent },
  account: { takes: (rest) => rest.length < 2, run: (saying, [account = null]) => linkAccount(saying, account) },
}

function line({ id, subject, withdrawn }: Person): string {
  const said = withdrawn.length === 0 ? '没有撤回的同意' : `已撤回 ${withdrawn.join('、')}`
  return `${id}：${said}；${subject === null ? '未登记账号' : `账号 ${subject}`}。`
}
