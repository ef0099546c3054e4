import { basename, join } from 'node:path'
import { HubError } from '#schema/errors.ts'
import { today } from '../clock.ts'
import { type Command, type Desk, readArguments, wrongArguments } from '../command.ts'
import { keepFullerList } from './code-lists.ts'
import { diffRelease } from './diff.ts'
import { confirmRelease, declineRelease, listReleases, rollback } from './history.ts'
import { checkFiles, importFiles } from './intake.ts'
import { forgetOldIntakes } from './intakes.ts'
import { markFiles } from './mark/marks.ts'
import { printDifferences, printRelease, printReleases, printReport } from './print.ts'
import type { Report } from './report.ts'
import { findStyle, stylesFor } from './styles/find.ts'

const checkUsage = `  lianku check FILE… [--library 资源库]    试读：会收下什么、拒收什么、疑问在哪一格，不写入
    --marked 文件夹 另存标注了疑问的副本：Excel 涂色加批注，CSV 加一列，JSON 每条加一项`

export const checkCommand: Command = {
  usage: checkUsage,
  async run(args, { print, progress, progressDone }) {
    const { values, positionals: files } = readArguments(args, checkUsage, {
      library: { type: 'string' },
      marked: { type: 'string' },
    })
    if (files.length === 0) throw wrongArguments(checkUsage, '')
    const candidates = values.library ? [findStyle(values.library)] : stylesFor(files)
    const refusals: { readonly style: string; readonly message: string }[] = []
    for (const style of candidates) {
      try {
        const report = await checkFiles({ style, files, today: today(), progress })
        progressDone()
        await printWithMarked(print, files, report, values.marked)
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
  },
}

const importUsage = `  lianku import 资源库 FILE…               接收：所有文件合为一个批次；资源库也可以是数据包，如 hl-halfyear
    --removable 0.1 一批最多移除的比例，超过则待确认；--marked 文件夹 另存标注了疑问的副本`

export const importCommand: Command = {
  usage: importUsage,
  async run(args, { config, sinks, withHub, print, progress, progressDone }) {
    const { values, positionals } = readArguments(args, importUsage, {
      removable: { type: 'string' },
      marked: { type: 'string' },
    })
    const [library, ...files] = positionals
    if (!library || files.length === 0) throw wrongArguments(importUsage, positionals.join(' '))
    const removable = values.removable === undefined ? {} : { removable: share(values.removable) }
    const report = await withHub(async ({ database }) => {
      const options = { database, sinks, style: findStyle(library), files, today: today(), progress, ...removable }
      const taken = await importFiles(options)
      // What was taken in is in force whatever becomes of this; the next import tries again.
      await forgetOldIntakes(database, config.intakeReportDays).catch(() => undefined)
      return taken
    })
    progressDone()
    await printWithMarked(print, files, report, values.marked)
    return report.libraries.some(({ release }) => release?.state === 'HELD') ? 2 : 0
  },
}

const releasesUsage = '  lianku releases 资源库                   列出批次'

export const releasesCommand: Command = {
  usage: releasesUsage,
  async run(args, { withHub, print }) {
    const [library = ''] = named(args, releasesUsage, 1)
    const releases = await withHub(({ database }) => listReleases(database, library))
    print(printReleases(releases), releases)
    return 0
  },
}

const diffUsage = '  lianku diff 资源库 批次                  这一批改了什么、待确认的将改什么：变更前后'

export const diffCommand: Command = {
  usage: diffUsage,
  async run(args, { sinks, withHub, print }) {
    const [library = '', which = ''] = named(args, diffUsage, 2)
    const differences = await withHub(({ database }) => diffRelease(database, sinks, library, which))
    print(printDifferences(differences), differences)
    return 0
  },
}

export const confirmCommand = decision('  lianku confirm 资源库 批次               使待确认的批次生效', confirmRelease)
export const declineCommand = decision('  lianku decline 资源库 批次               不采用待确认的批次', declineRelease)
export const rollbackCommand = decision('  lianku rollback 资源库 批次              恢复到某个批次', rollback)

const codesUsage = '  lianku codes 代码表 FILE.csv             用更全的一版代码表，如 GB/T-4754；--edition 写明版本'

export const codesCommand: Command = {
  usage: codesUsage,
  async run(args, { withHub, print }) {
    const { values, positionals } = readArguments(args, codesUsage, { edition: { type: 'string' } })
    const [list, file] = positionals
    if (!list || !file) throw wrongArguments(codesUsage, positionals.join(' '))
    const { scheme, codes } = await withHub(({ database }) => keepFullerList(database, list, file, values.edition))
    print(`${scheme}：现有 ${codes} 个代码。正在运行的服务重启后采用。`, { scheme, codes })
    return 0
  },
}

/** Prints a report, and where a folder is named writes marked copies of its files there. */
async function printWithMarked(
  print: Desk['print'],
  files: readonly string[],
  report: Report,
  folder: string | undefined,
) {
  if (folder === undefined) return print(printReport(report), report)
  const { names, notices } = await markFiles(files, report, folder)
  const written = names.map((name) => `标注副本：${join(folder, name)}`)
  print([printReport(report), '', ...written, ...notices].join('\n'), { ...report, marked: { folder, names, notices } })
}

/** A person's decision on one release. */
function decision(usage: string, decide: typeof confirmRelease): Command {
  return {
    usage,
    async run(args, { sinks, withHub, print }) {
      const [library = '', which = ''] = named(args, usage, 2)
      const release = await withHub(({ database }) => decide({ database, sinks, library, release: which }))
      print(printRelease(release), release)
      return 0
    },
  }
}

function named(args: readonly string[], usage: string, count: number): readonly string[] {
  const { positionals } = readArguments(args, usage, {})
  if (positionals.length !== count) throw wrongArguments(usage, positionals.join(' '))
  return positionals
}

/** A share from 0 to 1, as `--removable` takes it. */
export function share(text: string): number {
  const value = Number(text)
  if (value >= 0 && value <= 1) return value
  throw new HubError('BAD_VALUE', `--removable 应在 0 到 1 之间，收到 ${text}。`)
}
