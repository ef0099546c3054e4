import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Viewer } from '#schema/viewer.ts'
import type { Database, Handle } from '../database.ts'
import type { Marked } from './mark/marks.ts'
import type { FileInfo, Report } from './report.ts'

export type IntakeState = 'QUEUED' | 'RUNNING' | 'DONE' | 'HELD' | 'REFUSED' | 'FAILED'

/** What came in and what became of it. */
export type Intake = {
  readonly id: string
  readonly target: string
  /** The access key it came with; null from the command line. */
  readonly key: string | null
  readonly state: IntakeState
  readonly dryRun: boolean
  readonly removable: number | null
  /** ISO 8601. */
  readonly createdAt: string
  readonly finishedAt: string | null
  /** Rows read so far. */
  readonly rows: number
  readonly files: readonly FileInfo[]
  readonly report: Report | null
  readonly error: { readonly code: string; readonly message: string } | null
  readonly marked: Marked | null
}

export type NewIntake = Pick<Intake, 'id' | 'target' | 'dryRun' | 'removable' | 'files'> & {
  readonly key: string
  readonly libraries: readonly string[]
}

/** A name nobody can guess. */
export function newIntakeId(): string {
  return randomBytes(12).toString('hex')
}

/** Notes what came in, in the unit of work that accepts it. */
export async function queueIntake(tx: Handle, intake: NewIntake): Promise<void> {
  const { id, target, libraries, key, dryRun, removable, files } = intake
  await tx.execute(sql`
    insert into library.intake (id, target, libraries, key, state, dry_run, removable, files)
    values (${id}, ${target}, ${sql.param(libraries)}::text[], ${key}, 'QUEUED', ${dryRun}, ${removable},
      ${JSON.stringify(files)}::jsonb)`)
}

/** Finds what was sent to a library or bundle; the newest first, at most 20. */
export async function findIntakes(
  database: Pick<Database, 'db'>,
  target: string,
  id?: string,
): Promise<readonly Intake[]> {
  return database.db(clerk).restricted(async (tx) => {
    const rows = await tx.execute(sql`
      select ${columns} from library.intake
      where (target = ${target} or ${target} = any(libraries)) and (${id ?? null}::text is null or id = ${id ?? null})
      order by created_at desc, id limit 20`)
    return rows.map(intakeOf)
  })
}

/** Takes up an intake that is queued, or was left running by a process that is gone; undefined when it is over. */
export async function beginIntake(database: Database, id: string): Promise<Intake | undefined> {
  return database.write(async (tx) => {
    const [row] = await tx.execute(sql`
      update library.intake set state = 'RUNNING', rows = 0
      where id = ${id} and state in ('QUEUED', 'RUNNING') returning ${columns}`)
    return row && intakeOf(row)
  })
}

/** Tells those who wait how far it has come. */
export async function noteProgress(database: Database, id: string, rows: number): Promise<void> {
  await database.write((tx) =>
    tx.execute(sql`update library.intake set rows = ${rows} where id = ${id} and state = 'RUNNING'`),
  )
}

/** Notes that nothing of it was taken, and why. */
export async function stopIntake(
  database: Database,
  id: string,
  state: 'REFUSED' | 'FAILED',
  { code, message }: HubError,
): Promise<void> {
  await database.write((tx) =>
    tx.execute(sql`
      update library.intake set state = ${state}, finished_at = clock_timestamp(), error = ${JSON.stringify({ code, message })}::jsonb
      where id = ${id} and state in ('QUEUED', 'RUNNING')`),
  )
}

export async function keepMarkedNames(database: Database, id: string, marked: Marked): Promise<void> {
  await database.write((tx) =>
    tx.execute(sql`update library.intake set marked = ${JSON.stringify(marked)}::jsonb where id = ${id}`),
  )
}

/** Keeps the report of a run over: of an intake that was queued, else as one of its own from the command line. */
export async function keepReport(
  tx: Handle,
  report: Report,
  {
    intake,
    name,
    libraries,
  }: { readonly intake?: string | undefined; readonly name: string; readonly libraries: readonly string[] },
): Promise<void> {
  const state: IntakeState = report.libraries.some(({ release }) => release?.state === 'HELD') ? 'HELD' : 'DONE'
  const read = report.libraries.reduce((sum, library) => sum + library.read, 0)
  const written = JSON.stringify(report)
  if (intake === undefined) {
    await tx.execute(sql`
      insert into library.intake (id, target, libraries, state, dry_run, finished_at, rows, files, report)
      values (${newIntakeId()}, ${name}, ${sql.param(libraries)}::text[], ${state}, false, clock_timestamp(), ${read},
        ${JSON.stringify(report.files)}::jsonb, ${written}::jsonb)`)
    return
  }
  const [kept] = await tx.execute(sql`
    update library.intake set state = ${state}, finished_at = clock_timestamp(), rows = ${read}, report = ${written}::jsonb
    where id = ${intake} and state in ('QUEUED', 'RUNNING') returning id`)
  // Another process took it up and was first: this run is undone.
  if (!kept) throw new HubError('BAD_VALUE', `报送 ${intake} 已经处理完毕。`)
}

/** Forgets intakes that ended so many days ago with their reports, but for what a library took in last. */
export async function forgetOldIntakes(database: Database, days: number): Promise<void> {
  await database.write((tx) =>
    tx.execute(sql`
      delete from library.intake where finished_at < now() - make_interval(days => ${days}::int) and id not in (
        select distinct on (library) id from library.intake, unnest(libraries) library
        where state in ('DONE', 'HELD') and not dry_run order by library, finished_at desc, id)`),
  )
}

/** Whoever asks with the key of the target. */
const clerk: Viewer = { role: 'OPERATOR', subject: 'lianku intake' }

const columns = sql`id, target, key, state, dry_run as "dryRun", removable, created_at as "createdAt",
  finished_at as "finishedAt", rows, files, report, error, marked`

function intakeOf(row: Record<string, unknown>): Intake {
  const iso = (time: unknown) => (time === null ? null : new Date(String(time)).toISOString())
  return { ...(row as Intake), createdAt: iso(row.createdAt)!, finishedAt: iso(row.finishedAt) }
}
