import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { HubError } from '#schema/errors.ts'
import { start } from '../child.ts'
import type { Doubt, Report, TableInfo } from '../report.ts'

/** What is marked in the copies of a run's files. */
export type Marks = {
  readonly doubts: readonly Doubt[]
  /** Doubts beyond those listed. */
  readonly more: number
  readonly tables: readonly TableInfo[]
}

/** Which files have a marked copy, and why others have none. */
export type Marked = { readonly names: readonly string[]; readonly notices: readonly string[] }

/**
 * Writes marked copies of files into a folder, under the names they came with. A copy never holds a classified row: of
 * text its content is left out, a workbook with one gets no copy. Nor do files without doubts.
 */
export async function markFiles(files: readonly string[], report: Report, folder: string): Promise<Marked> {
  await mkdir(folder, { recursive: true })
  return markEach(files, report, async (name, copy) => {
    const target = join(folder, name)
    if (files.some((file) => resolve(file) === resolve(target))) {
      throw new HubError('BAD_VALUE', `标注副本会覆盖原文件 ${name}；请另选一个文件夹。`)
    }
    const unfinished = `${target}.part`
    try {
      await pipeline(copy, createWriteStream(unfinished))
      await rename(unfinished, target)
    } finally {
      await rm(unfinished, { force: true })
    }
  })
}

/** The same, with the copies going wherever `keep` takes them. */
export async function markEach(
  files: readonly string[],
  report: Report,
  keep: (name: string, copy: Readable) => Promise<void>,
): Promise<Marked> {
  const doubts = report.libraries.flatMap((library) => library.doubts)
  const more = report.libraries.reduce((sum, library) => sum + library.more, 0)
  const isClassified = report.libraries.some(({ counts }) => counts.CLASSIFIED_REFUSED !== undefined)
  // Where doubts are not all listed, so may classified rows be.
  const isUnsure = isClassified && more > 0
  const names: string[] = []
  const notices: string[] = []
  for (const path of files) {
    const name = basename(path)
    const belongs = ({ file }: { readonly file: string }) => file === name || file.startsWith(`${name}/`)
    const marks: Marks = { doubts: doubts.filter(belongs), more, tables: report.tables.filter(belongs) }
    if (marks.doubts.length === 0) notices.push(`${name}：没有疑问，不另作标注副本。`)
    else if (isUnsure || marks.tables.every(({ file, form }) => !mayCopy(file, form, marks))) {
      notices.push(`${name}：含涉密行，不制作标注副本。`)
    } else {
      await markInChild(path, marks, (copy) => keep(name, copy))
      names.push(name)
    }
  }
  return { names, notices }
}

/** Whether a copy of this file can leave its classified rows out. */
export function mayCopy(file: string, form: TableInfo['form'], { doubts }: Pick<Marks, 'doubts'>): boolean {
  return form !== 'xlsx' || !doubts.some((doubt) => doubt.file === file && doubt.code === 'CLASSIFIED_REFUSED')
}

const heapMb = 1024
const patienceMs = 600_000

/** Untrusted files are taken apart in a process of their own, as for reading. */
async function markInChild(path: string, marks: Marks, keep: (copy: Readable) => Promise<void>): Promise<void> {
  const child = start('mark/main.ts', [path], heapMb, 'pipe')
  const late = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  const ended = once(child, 'exit')
  try {
    child.send({ path: resolve(path), marks }, () => undefined)
    await keep(child.stdout!)
    const [code] = await ended
    if (code !== 0) throw new HubError('BAD_FILE', `${basename(path)}：无法制作标注副本，请以报告为准。`)
  } finally {
    clearTimeout(late)
    child.kill('SIGKILL')
  }
}
