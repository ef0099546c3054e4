import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#schema/config.ts'
import { HubError } from '#schema/errors.ts'
import { auditCommand, auditUsage } from './audit/command.ts'
import type { Database } from './database.ts'
import { tokenCommand, tokenUsage } from './development-token.ts'
import { findRunning } from './embedded.ts'
import { openHub } from './hub.ts'
import { keepFullerList } from './intake/code-lists.ts'
import { diffRelease } from './intake/diff.ts'
import { confirmRelease, declineRelease, listReleases, rollback } from './intake/history.ts'
import { checkFiles, importFiles } from './intake/intake.ts'
import { printDifferences, printRelease, printReleases, printReport } from './intake/print.ts'
import type { Report } from './intake/report.ts'
import { findStyle, stylesFor } from './intake/styles/find.ts'
import { sinks } from './registry.ts'

const usage = `用法：
  lianku check FILE… [--library 资源库]    试读：会收下什么、拒收什么、疑问在哪一格，不写入
  lianku import 资源库 FILE…               接收：所有文件合为一个批次；资源库也可以是数据包，如 hl-halfyear
  lianku releases 资源库                   列出批次
  lianku diff 资源库 批次                  这一批改了什么：变更前后
  lianku confirm 资源库 批次               使待确认的批次生效
  lianku decline 资源库 批次               不采用待确认的批次
  lianku rollback 资源库 批次              恢复到某个批次
  lianku codes 代码表 FILE.csv             用更全的一版代码表，如 GB/T-4754；--edition 写明版本
${tokenUsage}
${auditUsage}
选项：--json 输出 JSON；--removable 0.1 一批最多移除的比例，超过则待确认`

const actions = new Map([
  ['confirm', confirmRelease],
  ['decline', declineRelease],
  ['rollback', rollback],
])

const given = process.argv.slice(2)
const [first, ...ownArguments] = given.filter((argument) => argument !== '--json')
const readsItsOwn = first === 'token' || first === 'audit'

const { values, positionals } = parseArgs({
  args: readsItsOwn ? given.filter((argument) => argument === first || argument === '--json') : given,
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    library: { type: 'string' },
    removable: { type: 'string' },
    edition: { type: 'string' },
    help: { type: 'boolean' },
  },
})

try {
  process.exitCode = await run(positionals)
} catch (error) {
  if (!(error instanceof HubError || error instanceof TypeError)) throw error
  const code = error instanceof HubError ? error.code : undefined
  if (values.json) print('', { error: { code, message: error.message } })
  else console.error(code ? `${code}：${error.message}` : error.message)
  process.exitCode = 1
}

/** Runs one command; gives back the exit code, 2 when a release waits for a person. */
async function run([command, ...rest]: readonly string[]): Promise<number> {
  if (command === 'token') {
    const issued = await tokenCommand(ownArguments, readConfig())
    print(issued.token, issued)
    return 0
  }
  if (command === 'audit') {
    return withDatabase(async (database) => {
      const { text, ...verdict } = await auditCommand(database, ownArguments)
      print(text, verdict)
      return verdict.intact ? 0 : 1
    })
  }
  const [library, ...others] = rest
  if (command === 'check' && rest.length > 0) return check(rest)
  if (command === 'import' && library && others.length > 0)
    return withDatabase((database) => take(database, library, others))
  if (command === 'releases' && library) {
    return withDatabase(async (database) => {
      const releases = await listReleases(database, library)
      print(printReleases(releases), releases)
      return 0
    })
  }
  const [which] = others
  if (command === 'diff' && library && which) {
    return withDatabase(async (database) => {
      const differences = await diffRelease(database, library, which)
      print(printDifferences(differences), differences)
      return 0
    })
  }
  if (command === 'codes' && library && which) {
    return withDatabase(async (database) => {
      const { scheme, codes } = await keepFullerList(database, library, which, values.edition)
      print(`${scheme}：现有 ${codes} 个代码。正在运行的服务重启后采用。`, { scheme, codes })
      return 0
    })
  }
  const act = command === undefined ? undefined : actions.get(command)
  if (act && library && which) {
    return withDatabase(async (database) => {
      const release = await act({ database, sinks, library, release: which })
      print(printRelease(release), release)
      return 0
    })
  }
  print(usage, { usage })
  return values.help ? 0 : 1
}

async function check(files: readonly string[]): Promise<number> {
  const candidates = values.library ? [findStyle(values.library)] : stylesFor(files)
  const refusals: { readonly style: string; readonly message: string }[] = []
  for (const style of candidates) {
    try {
      const report = await checkFiles({ style, files, today: today(), progress })
      finishProgress()
      print(printReport(report), report)
      return report.libraries.some(({ refused }) => refused > 0) ? 2 : 0
    } catch (error) {
      if (!(error instanceof HubError)) throw error
      refusals.push({ style: style.id, message: error.message })
    }
  }
  const names = files.map((file) => basename(file)).join('、')
  const [only, ...others] = new Set(refusals.map(({ message }) => message))
  if (!only) throw new HubError('BAD_FILE', `没有格式认得 ${names}；用 --library 指明资源库。`)
  const each = refusals.map(({ style, message }) => `按 ${style} 读：${message}`).join('\n')
  throw new HubError('BAD_FILE', others.length === 0 ? only : each)
}

async function take(database: Database, library: string, files: readonly string[]): Promise<number> {
  const style = findStyle(library)
  const removable = values.removable === undefined ? {} : { removable: share(values.removable) }
  const report: Report = await importFiles({ database, sinks, style, files, today: today(), progress, ...removable })
  finishProgress()
  print(printReport(report), report)
  return report.libraries.some(({ release }) => release?.state === 'HELD') ? 2 : 0
}

function share(text: string): number {
  const value = Number(text)
  if (value >= 0 && value <= 1) return value
  throw new HubError('BAD_VALUE', `--removable 应在 0 到 1 之间，收到 ${text}。`)
}

async function withDatabase(work: (database: Database) => Promise<number>): Promise<number> {
  const config = readConfig()
  // A hub that runs on this DATA_DIR shares its database.
  const databaseUrl = config.databaseUrl ?? (await findRunning(config.dataDir))
  const hub = await openHub({ ...config, databaseUrl, samples: undefined }, (sentence) => console.error(sentence))
  try {
    return await work(hub.database)
  } finally {
    await hub.close()
  }
}

/** The day in China. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}

function progress(rows: number) {
  if (process.stderr.isTTY) process.stderr.write(`\r已读 ${rows} 行`)
}

function finishProgress() {
  if (process.stderr.isTTY) process.stderr.write('\n')
}

function print(text: string, value: unknown) {
  console.log(values.json ? JSON.stringify(value, null, 2) : text)
}
