import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Viewer } from '#schema/viewer.ts'
import type { Database, Handle } from '../database.ts'
import { findLibrary } from '../libraries.ts'
import { type Reader, readInChild } from './child.ts'
import { keepReport } from './intakes.ts'
import { recordReleases } from './journal.ts'
import { lockLibraries, prepareLibraries } from './lock.ts'
import { release } from './release.ts'
import type { FileInfo, LibraryReport, Report, TableInfo } from './report.ts'
import { settle, tellChanges } from './settle.ts'
import type { Sink } from './sink.ts'
import { createStage, fillStage, indexStage, lateDoubts, missingRemovals, type Staged } from './stage.ts'
import type { Style } from './style.ts'
import { mapTables } from './tables.ts'
import { doubtLate, doubtMissing, listedDoubts, reportOf, type Tally, tally } from './tally.ts'

export type ImportOptions = {
  readonly database: Database
  readonly sinks: readonly Sink[]
  readonly style: Style
  /** Paths of the files; all of them together are one release of each library they feed. */
  readonly files: readonly string[]
  /** ISO date of the run. */
  readonly today: string
  /** What they are, where they are no files but tables that `reader` reads. */
  readonly infos?: readonly FileInfo[]
  /** Process to read them in, when several runs share one. */
  readonly reader?: Pick<Reader, 'read'>
  /** Share of a library's records a release may remove before it is held. */
  readonly removable?: number
  /** The intake these files came with, over HTTP; its report is kept there. */
  readonly intake?: string
  /** Who takes them in, for the audit; whoever runs commands on the hub's own machine unless told. */
  readonly by?: Viewer
  /** Told how many rows have been read so far. */
  readonly progress?: (rows: number) => void
}

/** Reads, checks, stages and releases files in one transaction: all of it is in force afterwards, or nothing. */
export async function importFiles(options: ImportOptions): Promise<Report> {
  const { database, sinks, style, files, removable = 0.1, intake, by } = options
  const libraries = [...new Set(style.sheets.map(({ library }) => library))]
  const infos = options.infos ?? (await Promise.all(files.map(describeFile)))
  const order = { database, sinks, name: style.id, libraries, files: infos, removable, intake, by }
  return importRun(order, (key) => startRun({ ...options, key }))
}

/** What is read, counted while it passes by. */
export type Run = {
  /** What each library gets. */
  readonly tallies: ReadonlyMap<string, Tally>
  readonly tables: () => readonly TableInfo[]
  readonly notices: readonly string[]
  readonly batches: AsyncIterable<Staged>
}

export type RunOrder = {
  readonly database: Database
  readonly sinks: readonly Sink[]
  /** Of the format it is read by. */
  readonly name: string
  /** Every library it may feed. */
  readonly libraries: readonly string[]
  readonly files: readonly FileInfo[]
  readonly removable: number
  readonly intake?: string | undefined
  /** Who sent it, for the audit; the desk unless told. */
  readonly by?: Viewer | undefined
  /** To take away what is not there is no doubt. */
  readonly removesUnknown?: boolean
  /** What else is done in the same transaction, once all is decided. */
  readonly along?: (tx: Handle, report: Report) => Promise<void>
}

/** Takes in whatever `start` reads, told the key of the digests, in one transaction. */
export async function importRun(order: RunOrder, start: (key: string) => Run): Promise<Report> {
  const { database, sinks, name, libraries, files, removable, along } = order
  const report = await database.write(
    async (tx, copyIn): Promise<Report> => {
      await prepareLibraries(tx)
      await lockLibraries(tx, libraries)
      await createStage(tx)
      const run = start(await digestKey(tx))
      await fillStage(tx, copyIn, run.batches)
      await indexStage(tx)
      const reports: LibraryReport[] = []
      for (const counted of run.tallies.values()) {
        if (!order.removesUnknown) {
          doubtMissing(counted, await missingRemovals(tx, counted.library, listedDoubts))
        }
        const bounds = {
          library: findLibrary(counted.library)!,
          style: name,
          files,
          kinds: [...counted.kinds],
          scopes: counted.scoped ? [...counted.scopes] : null,
          delta: counted.delta ?? false,
          fileFlags: counted.fileFlags,
          removable,
        }
        const summary = await release(tx, bounds, sinks)
        if (summary.read !== counted.read) {
          throw new Error(`Of ${counted.read} rows of ${counted.library} ${summary.read} are accounted for.`)
        }
        doubtLate(counted, await lateDoubts(tx, counted.library, listedDoubts))
        reports.push({ ...reportOf(counted), release: summary })
      }
      await tellChanges(tx)
      const { notices } = run
      const told: Report = { style: name, files, tables: run.tables(), libraries: reports, notices }
      await along?.(tx, told)
      await keepReport(tx, told, order)
      const releases = reports.flatMap(({ release }) => release ?? [])
      await recordReleases(tx, releases, order.intake ? `intake ${order.intake}` : `import ${name}`, order.by)
      return told
    },
    { deadlineMs: hour },
  )
  await settle(database)
  return report
}

/** The same run without a database: what would be read, refused and doubted. */
export async function checkFiles({ style, files, today, progress }: CheckFilesOptions): Promise<Report> {
  const infos = await Promise.all(files.map(describeFile))
  const run = startRun({
    style,
    files,
    today,
    key: randomBytes(32).toString('base64url'),
    ...(progress && { progress }),
  })
  for await (const _ of run.batches);
  const libraries = [...run.tallies.values()].map(reportOf)
  return { style: style.id, files: infos, tables: run.tables(), libraries, notices: run.notices }
}

export type CheckFilesOptions = Pick<ImportOptions, 'style' | 'files' | 'today' | 'progress'>

const hour = 3_600_000

type RunOptions = CheckFilesOptions & { readonly key: string; readonly reader?: ImportOptions['reader'] }

function startRun({ style, files, today, key, progress, reader }: RunOptions): Run {
  const read = reader?.read ?? readInChild
  const tallies = new Map<string, Tally>()
  const notices: string[] = []
  const noticed = (file: string, sentence: string) => notices.push(`${file}：${sentence}`)
  const jsonRows = style.sheets.flatMap(({ file, rows }) => (rows === undefined ? [] : [{ file, rows }]))
  async function* batches(): AsyncGenerator<Staged> {
    let rows = 0
    for await (const batch of mapTables(read(files, { jsonRows }), {
      style,
      today,
      key,
      noticed,
      sidesOnce: true,
    })) {
      rows += batch.rows.length
      progress?.(rows)
      yield tally(tallies, batch)
    }
    if (tallies.size === 0) throw new HubError('BAD_FILE', `文件中没有 ${style.title} 的内容。`)
  }
  const tables = () => [...tallies.values()].flatMap((counted) => [...counted.tables.values()])
  return { tallies, tables, notices, batches: batches() }
}

async function digestKey(tx: Handle): Promise<string> {
  const fresh = randomBytes(32).toString('base64url')
  await tx.execute(sql`insert into library.digest_key (key) values (${fresh}) on conflict do nothing`)
  const [row] = await tx.execute(sql`select key from library.digest_key`)
  return String(row?.key)
}

async function describeFile(path: string): Promise<FileInfo> {
  const name = basename(path)
  const info = await stat(path).catch(() => undefined)
  if (!info?.isFile()) throw new HubError('BAD_FILE', `${name}：找不到这个文件。`, { file: name })
  const digest = createHash('sha256')
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer)
  return { name, bytes: info.size, sha256: digest.digest('hex') }
}
