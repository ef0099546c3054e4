import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Database, Handle } from '../database.ts'
import { findLibrary, libraries } from '../libraries.ts'
import { readInChild } from './child.ts'
import { release } from './release.ts'
import type { FileInfo, LibraryReport, Report } from './report.ts'
import type { Sink } from './sink.ts'
import { createStage, fillStage, type StagedRecord } from './stage.ts'
import type { Style } from './style.ts'
import { mapTables } from './tables.ts'
import { reportOf, type Tally, tally } from './tally.ts'

export type ImportOptions = {
  readonly database: Database
  readonly sinks: readonly Sink[]
  readonly style: Style
  /** Paths of the files; all of them together are one release of each library they feed. */
  readonly files: readonly string[]
  /** ISO date of the run. */
  readonly today: string
  /** Share of a library's records a release may remove before it is held. */
  readonly removable?: number
  /** Told how many rows have been read so far. */
  readonly progress?: (rows: number) => void
}

/** Reads, checks, stages and releases files in one transaction: all of it is in force afterwards, or nothing. */
export async function importFiles(options: ImportOptions): Promise<Report> {
  const { database, sinks, style, files, removable = 0.1 } = options
  const infos = await Promise.all(files.map(describeFile))
  return database.write(
    async (tx, copyIn) => {
      await lockLibraries(tx, style)
      await createStage(tx)
      const run = startRun({ ...options, key: await digestKey(tx) })
      await fillStage(copyIn, run.batches)
      await tx.execute(sql`analyze stage`)
      const reports: LibraryReport[] = []
      for (const counted of run.tallies.values()) {
        const order = {
          library: findLibrary(counted.library)!,
          style: style.id,
          files: infos,
          kinds: [...counted.kinds],
          scopes: counted.scoped ? [...counted.scopes] : null,
          refusals: counted.refusals,
          fileFlags: counted.fileFlags,
          removable,
        }
        reports.push({ ...reportOf(counted), release: await release(tx, order, sinks) })
      }
      return { style: style.id, files: infos, libraries: reports, notices: run.notices }
    },
    { deadlineMs: hour },
  )
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
  return { style: style.id, files: infos, libraries: [...run.tallies.values()].map(reportOf), notices: run.notices }
}

export type CheckFilesOptions = Pick<ImportOptions, 'style' | 'files' | 'today' | 'progress'>

/** Writes the registry of libraries to the database; intake does so by itself, a hub at its start. */
export async function registerLibraries(tx: Handle): Promise<void> {
  const rows = libraries.map(({ cycleMonths, ...library }) => ({ ...library, cycle_months: cycleMonths }))
  await tx.execute(sql`
    insert into library.library
    select * from jsonb_populate_recordset(null::library.library, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set name = excluded.name, province = excluded.province, agency = excluded.agency,
      kind = excluded.kind, style = excluded.style, cycle_months = excluded.cycle_months, owner = excluded.owner`)
}

const hour = 3_600_000

type RunOptions = CheckFilesOptions & { readonly key: string }

function startRun({ style, files, today, key, progress }: RunOptions) {
  const tallies = new Map<string, Tally>()
  const notices: string[] = []
  const noticed = (file: string, sentence: string) => notices.push(`${file}：${sentence}`)
  const jsonRows = style.sheets.flatMap(({ file, rows }) => (rows === undefined ? [] : [{ file, rows }]))
  async function* batches(): AsyncGenerator<readonly StagedRecord[]> {
    let rows = 0
    for await (const batch of mapTables(readInChild(files, { jsonRows }), { style, today, key, noticed })) {
      rows += batch.rows.length
      progress?.(rows)
      yield tally(tallies, batch)
    }
    if (tallies.size === 0) throw new HubError('BAD_FILE', `文件中没有 ${style.title} 的内容。`)
  }
  return { tallies, notices, batches: batches() }
}

/** One intake of a library at a time; a second one waits. */
async function lockLibraries(tx: Handle, style: Style): Promise<void> {
  await registerLibraries(tx)
  for (const library of [...new Set(style.sheets.map((sheet) => sheet.library))].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`lianku intake ${library}`}))`)
  }
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
