import { setTimeout as pause } from 'node:timers/promises'
import { HubError } from '#schema/errors.ts'
import { today } from '../clock.ts'
import { type Command, readArguments, wrongArguments } from '../command.ts'
import { share } from '../intake/commands.ts'
import { printReport } from '../intake/print.ts'
import { attachLibrary, detachLibrary } from './attach.ts'
import { forgetCredential, keepCredential, readCredentials } from './credentials.ts'
import { lookMs } from './directory.ts'
import { prepareDatabase } from './prepare.ts'
import { refreshLibrary } from './refresh.ts'

const prepareUsage = `  lianku prepare postgres://…              在本省自己的数据库里建立平台的表、角色和只读登录；--renew 换只读登录的密码`

export const prepareCommand: Command = {
  usage: prepareUsage,
  async run(args, { config, print }) {
    const { values, positionals } = readArguments(args, prepareUsage, { renew: { type: 'boolean' } })
    const [url, ...others] = positionals
    if (!url || others.length > 0 || !URL.canParse(url)) throw wrongArguments(prepareUsage, '地址不完整')
    const prepared = await prepareDatabase(url, config.secret, values.renew ?? false)
    const made =
      prepared.applied.length === 0
        ? '平台的表已是最新。'
        : `已建立或更新平台的表（${prepared.applied.length} 个变更）。`
    const told = prepared.address
      ? `只读登录的地址，密码只显示这一次，请经安全渠道交给平台：\n${prepared.address}`
      : '只读登录早已建立，密码不变；遗失时加 --renew 更换。'
    print(`${made}\n${told}`, prepared)
    return 0
  },
}

const refreshUsage = `  lianku refresh 资源库                    在本省：由自己的表重建这个库，检查、标记、批次与待确认同接收文件一样
    --table kj.rc_xx 表或视图，按格式中各表的顺序；--removable 0.1 一批最多移除的比例`

export const refreshCommand: Command = {
  usage: refreshUsage,
  async run(args, { sinks, withHub, print, progress, progressDone }) {
    const { values, positionals } = readArguments(args, refreshUsage, {
      table: { type: 'string', multiple: true },
      removable: { type: 'string' },
    })
    const [library, ...others] = positionals
    if (!library || others.length > 0) throw wrongArguments(refreshUsage, positionals.join(' '))
    const removable = values.removable === undefined ? {} : { removable: share(values.removable) }
    const report = await withHub((hub) =>
      refreshLibrary({ hub, sinks, library, tables: values.table ?? [], today: today(), progress, ...removable }),
    )
    progressDone()
    print(printReport(report), report)
    return report.libraries.some(({ release }) => release?.state === 'HELD') ? 2 : 0
  },
}

const attachUsage = `  lianku attach 资源库 postgres://…        附接：记录留在本省的数据库，检查表结构与权限后并入各列表
    --replace 移出平台自己存的同库记录；地址也可以写在变量 ATTACHED 里`

export const attachCommand: Command = {
  usage: attachUsage,
  async run(args, { config, sinks, withHub, print }) {
    const { values, positionals } = readArguments(args, attachUsage, { replace: { type: 'boolean' } })
    const [library, given, ...others] = positionals
    if (!library || others.length > 0) throw wrongArguments(attachUsage, library ?? '')
    const url = given ?? (await readCredentials(config)).get(library)
    if (url === undefined) throw new HubError('BAD_VALUE', `没有 ${library} 的地址：写在命令里，或写进变量 ATTACHED。`)
    const attachment = await withHub(({ database, url: hubUrl }) =>
      attachLibrary({
        database,
        hubUrl,
        sinks,
        library,
        url,
        replace: values.replace ?? false,
        keep: async () => {
          if (given !== undefined) await keepCredential(config.dataDir, library, given)
        },
        adopted: () => pause(lookMs + config.requestBudgetMs),
      }),
    )
    const { releases, withdrawn } = attachment
    const moved = withdrawn > 0 ? `，移出平台自己存的 ${withdrawn} 条` : ''
    print(`已附接 ${library}（批次 ${releases.join('、')}）${moved}。正在运行的服务随即采用。`, attachment)
    return 0
  },
}

const detachUsage = '  lianku detach 资源库                     解除附接：各列表不再含这个库'

export const detachCommand: Command = {
  usage: detachUsage,
  async run(args, { config, sinks, withHub, print }) {
    const [library, ...others] = readArguments(args, detachUsage, {}).positionals
    if (!library || others.length > 0) throw wrongArguments(detachUsage, library ?? '')
    const found = await withHub(({ database }) => detachLibrary({ database, sinks }, library))
    await forgetCredential(config.dataDir, library)
    print(
      found
        ? `已解除 ${library} 的附接。平台原有的批次可用 lianku rollback ${library} 恢复。`
        : `${library} 没有附接。`,
      { library, detached: found },
    )
    return found ? 0 : 1
  },
}
