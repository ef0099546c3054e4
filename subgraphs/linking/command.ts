import { anyone } from '#schema/viewer.ts'
import { desk } from '../audit.ts'
import { type Command, readArguments, wrongArguments } from '../command.ts'
import { type Decision, decideLink } from './decide.ts'
import { countLinks, type Link, listLinks } from './queries.ts'

const usage = `  lianku links [--status SUGGESTED] [--library 资源库]   列出各库之间可能是同一对象的记录，最可能的在前
  lianku links confirm|reject|reopen 关联 --reason 理由   确认、否定或撤回决定；记录从不合并`

const decisions: Readonly<Record<string, Decision>> = { confirm: 'CONFIRMED', reject: 'REJECTED', reopen: 'UNDECIDED' }

export const linksCommand: Command = {
  usage,
  async run(args, { withHub, print }) {
    const { values, positionals } = readArguments(args, usage, {
      status: { type: 'string', multiple: true },
      library: { type: 'string', multiple: true },
      reason: { type: 'string' },
    })
    const [verb, link] = positionals
    if (verb === undefined) {
      const conditions = { status: values.status ?? null, library: values.library ?? null }
      return withHub(async ({ database }) => {
        const { read } = database.db(anyone)
        const links = await listLinks(read, conditions, { limit: shownAtMost })
        const total = await countLinks(read, conditions)
        print(printLinks(links, total), { total, links })
        return 0
      })
    }
    const decision = Object.hasOwn(decisions, verb) ? decisions[verb] : undefined
    const { reason } = values
    if (!decision || !link || !reason) throw wrongArguments(usage, positionals.join(' '))
    const status = await withHub(({ database }) => decideLink(database, { link, decision, reason, viewer: desk }))
    print(`${link} ${statuses[status]}`, { link, status })
    return 0
  },
}

const shownAtMost = 100

const statuses: Readonly<Record<Link['status'], string>> = {
  IDENTIFIED: '凭官方编号认定',
  SUGGESTED: '待核对',
  CONFIRMED: '已确认',
  REJECTED: '已否定',
}

function printLinks(links: readonly Link[], total: number): string {
  const lines = links.map(({ id, status, score, leftLibrary, leftId, rightLibrary, rightId, evidence }) => {
    const shared = evidence.map(({ feature, value }) => `${feature} ${value}`).join('，')
    return `${id} ${statuses[status]} ${score} ${leftId}（${leftLibrary}）= ${rightId}（${rightLibrary}）：${shared}`
  })
  return [`共 ${total} 对${total > links.length ? `，列出前 ${links.length} 对` : ''}`, ...lines].join('\n')
}
