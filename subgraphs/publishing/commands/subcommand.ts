import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { HubError } from '#schema/errors.ts'
import type { Desk } from '../../command.ts'
import type { Proposal, Report } from '../door.ts'
import { junitReport } from '../print/junit.ts'
import { printReport } from '../print/text.ts'

/** One of `lianku subgraph`, such as `check`. */
export interface Subcommand {
  readonly usage: string
  /** As of Command. */
  readonly run: (args: readonly string[], desk: Desk) => Promise<number>
}

/** The SDL files a command was given. */
export async function readFiles(paths: readonly string[]): Promise<Proposal['files']> {
  return Promise.all(
    paths.map(async (path) => {
      try {
        return { file: path, text: await readFile(path, 'utf8') }
      } catch (error) {
        throw new HubError('BAD_FILE', `SDL 文件 ${basename(path)} 无法读取：${(error as Error).message}。`)
      }
    }),
  )
}

/** Prints a report and gives back the exit code. */
export function show(report: Report, { print }: Pick<Desk, 'print'>, junit = false): number {
  if (junit) print(junitReport(report).trimEnd(), report)
  else print(printReport(report), report)
  return report.outcome === 'REFUSED' ? 1 : 0
}
