import { join } from 'node:path'
import { today } from '../../clock.ts'
import type { Database } from '../../database.ts'
import { checkFiles, importFiles } from '../intake.ts'
import { type Intake, keepMarkedNames, keepReport, noteProgress } from '../intakes.ts'
import { type Marked, markEach } from '../mark/marks.ts'
import type { Report } from '../report.ts'
import type { Sink } from '../sink.ts'
import { findStyle } from '../styles/find.ts'
import { markedPath, spoolOf } from './jobs.ts'
import { lockAway } from './locker.ts'

export type CarryOutOptions = {
  readonly database: Database
  readonly sinks: readonly Sink[]
  /** Where the files wait, and their marked copies are kept. */
  readonly folder: string
}

/** Carries intakes out in this process. */
export function carryOutHere({ database, sinks, folder }: CarryOutOptions) {
  return async (intake: Intake, secret: string | undefined): Promise<void> => {
    const { id, target, key, dryRun, removable } = intake
    const by = { role: 'LIBRARY_OWNER', subject: `key ${key}`, libraries: [target] } as const
    const files = intake.files.map(({ name }) => join(spoolOf(folder, id), name))
    const run = { style: findStyle(target), files, today: today(), progress: telling(database, id) }
    let report: Report
    if (dryRun) {
      report = await checkFiles(run)
      await database.write((tx) => keepReport(tx, report, { intake: id, name: target, libraries: [] }))
    } else {
      report = await importFiles({ ...run, database, sinks, by, intake: id, ...(removable !== null && { removable }) })
    }
    await keepMarkedNames(database, id, await markedCopies(folder, intake, files, report, secret))
  }
}

async function markedCopies(
  folder: string,
  { id, files: infos }: Intake,
  files: readonly string[],
  report: Report,
  secret: string | undefined,
): Promise<Marked> {
  if (!secret) return { names: [], notices: ['服务曾在处理中重启，未制作标注副本；用试读再提交一次即可得到。'] }
  const placeOf = (name: string) => infos.findIndex((info) => info.name === name)
  return markEach(files, report, (name, copy) => lockAway(markedPath(folder, id, placeOf(name)), secret, copy))
}

/** Tells the waiting at most once a second, and never two at a time. */
function telling(database: Database, id: string): (rows: number) => void {
  let last = 0
  let busy = false
  return (rows) => {
    if (busy || Date.now() - last < 1000) return
    busy = true
    last = Date.now()
    noteProgress(database, id, rows)
      .catch(() => undefined)
      .finally(() => {
        busy = false
      })
  }
}
