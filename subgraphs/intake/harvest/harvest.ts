import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import { today } from '../../clock.ts'
import type { Database } from '../../database.ts'
import { findLibrary, type LibraryEntry } from '../../libraries.ts'
import { importRun, type Run } from '../intake.ts'
import type { Kind } from '../record.ts'
import type { FileInfo, Report } from '../report.ts'
import type { Sink } from '../sink.ts'
import type { Staged } from '../stage.ts'
import type { SheetStyle } from '../style.ts'
import { type Tally, tally } from '../tally.ts'
import { fetchPages, forgetPages, readPages } from './pages.ts'
import { takeChange } from './take.ts'

export type HarvestOptions = {
  readonly database: Database
  readonly sinks: readonly Sink[]
  /** The library here that mirrors the one of the feed. */
  readonly library: string
  /** Address of the feed, `https://…/libraries/hl-demand/changes`; absent: that of the time before. */
  readonly url?: string | undefined
  /** Where fetched pages wait. */
  readonly folder: string
  readonly removable?: number
  readonly progress?: (changes: number) => void
}

/**
 * Takes in what has changed at another hub since the last time, as one release. A break costs nothing that was fetched;
 * a release that removes too much is held, and the same changes come again until a person has decided.
 */
export async function harvest(options: HarvestOptions): Promise<Report> {
  const { database, sinks, folder, removable = 0.1 } = options
  const library = findLibrary(options.library)
  if (!library) throw new HubError('UNKNOWN_LIBRARY', `没有资源库 ${options.library}。`)
  const { url, from } = await begin(database, library, options.url)
  const { file, cursor, changes } = await fetchPages(folder, library.id, {
    url,
    from,
    ...(options.progress && { told: options.progress }),
  })
  const report = await importRun(
    {
      database,
      sinks,
      name: feedName,
      libraries: [library.id],
      files: [await describe(file, url)],
      removable,
      removesUnknown: true,
      async along(tx, { libraries }) {
        if (libraries.some(({ release }) => release?.state === 'HELD')) return
        await tx.execute(sql`
          insert into library.harvest (library, url, cursor) values (${library.id}, ${url}, ${cursor})
          on conflict (library) do update set url = excluded.url, cursor = excluded.cursor, harvested_at = now()`)
      },
    },
    (key) => startRun(file, changes, { library, today: today(), key }),
  )
  await forgetPages(folder, library.id)
  return report
}

const feedName = 'feed'

async function begin(database: Database, library: LibraryEntry, given: string | undefined) {
  return database.write(async (tx) => {
    const [held] = await tx.execute(sql`
      select id from library.release where library = ${library.id} and state = 'HELD' and style = ${feedName} limit 1`)
    if (held) throw new HubError('BAD_VALUE', `批次 ${held.id} 待确认；先用 lianku confirm 或 decline 决定。`)
    const [known] = await tx.execute(sql`select url, cursor from library.harvest where library = ${library.id}`)
    const url = given ?? known?.url
    if (!url)
      throw new HubError(
        'BAD_VALUE',
        `首次收割 ${library.id} 应给出地址，如 https://…/libraries/${library.id}/changes。`,
      )
    if (!/^https?:\/\/[^/]+\/libraries\/[\w-]+\/changes$/.test(String(url))) {
      throw new HubError('BAD_VALUE', `地址应形如 https://…/libraries/${library.id}/changes，收到 ${url}。`)
    }
    // Another feed has other cursors: it is taken in from its beginning.
    return { url: String(url), from: known?.url === url ? String(known?.cursor) : '' }
  })
}

/** The library may be that of other files too, so the feed's own name stands for a file. */
async function describe(file: string, url: string): Promise<FileInfo> {
  const digest = createHash('sha256')
  for await (const chunk of createReadStream(file)) digest.update(chunk as Buffer)
  return { name: url, bytes: (await stat(file)).size, sha256: digest.digest('hex') }
}

const batchChanges = 1000

function startRun(
  file: string,
  changes: number,
  options: { readonly library: LibraryEntry; readonly today: string; readonly key: string },
): Run {
  const tallies = new Map<string, Tally>()
  const table = { file: feedName, form: 'json', date1904: false, synthetic: false, merges: [] } as const
  const sheetOf = (record: Kind): SheetStyle => ({
    library: options.library.id,
    file: /^$/,
    format: 'json',
    record,
    columns: [],
  })
  const count = (kind: Kind, rows: readonly ReturnType<typeof takeChange>[]) => {
    const staged = tally(tallies, {
      sheet: sheetOf(kind),
      table,
      rows,
      skipped: 0,
      delta: true,
      placeOf: () => undefined,
      headerRow: 0,
    })
    // What comes alongside, such as a person's university, is no row of its own.
    const alongside = rows.filter((row) => row.outcome === 'records' && !row.records[0]!.main)
    tallies.get(options.library.id)!.read -= alongside.length
    return staged
  }

  async function* batches(): AsyncGenerator<Staged> {
    let position = 0
    let batch: ReturnType<typeof takeChange>[] = []
    const flush = () => [...Map.groupBy(batch, ({ kind }) => kind)].map(([kind, rows]) => count(kind, rows))
    for await (const change of readPages(file)) {
      batch.push(takeChange(change, ++position, options))
      if (batch.length < batchChanges) continue
      yield* flush()
      batch = []
    }
    yield* flush()
    if (tallies.size === 0) count('organization', [])
    if (position !== changes)
      throw new HubError('BAD_FILE', `收割的内容不全：应有 ${changes} 条，读到 ${position} 条。`)
  }
  return { tallies, tables: () => [], notices: [], batches: batches() }
}
