import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { anyOf, type Handle } from './database.ts'
import type { Kind } from './intake/record.ts'
import type { DatedRelease, Ending, Prepared } from './intake/sink.ts'
import { pinyinKey } from './intake/text/pinyin.ts'
import type { LibraryEntry } from './libraries.ts'
import type { PastTable, RecordTable, ReleaseTable, SourceTable } from './page/list.ts'
import type { Guarded } from './policy/guard.ts'
import { tokensOf, type Weight } from './search.ts'

/** The public table of a record kind and its restricted twin, with what guards that. */
export type RecordTables = {
  readonly open: PgTable & RecordTable
  readonly restricted: PgTable & RecordTable
  readonly guarded: Guarded
  /** Where public rows go that a later release changes or ends, where the list can be asked as of a date. */
  readonly past?: PgTable & PastTable
}

/** The part of a row that every record has, from its canonical form. */
export function recordRow(
  record: Prepared<Kind>,
  name: string,
  texts: readonly (readonly [Weight, string | undefined])[],
) {
  const { id, library, localId, release, flags, source } = record
  return {
    id,
    library: library.id,
    localId,
    province: library.province,
    updatedOn: (record.fields as { updatedOn?: string }).updatedOn,
    provenance: { release, ...source },
    flags,
    sortKey: pinyinKey(name).slice(0, longestKey).toWellFormed(),
    tokens: tokensOf([['A', name], ...texts]),
  }
}

// An index holds no longer ones, with the id beside it.
const longestKey = 400

/**
 * Puts rows in force, each in the public table or in its restricted twin and out of the other. What a row was in an
 * earlier release is kept; of one that is restricted now nothing is.
 */
export async function saveRows<Row extends Pick<Prepared, 'id' | 'restricted' | 'release'>>(
  tx: Handle,
  tables: RecordTables,
  records: readonly Row[],
  rowOf: (record: Row) => Record<string, unknown>,
) {
  const { open, restricted } = tables
  const [hidden, shown] = [records.filter((it) => it.restricted), records.filter((it) => !it.restricted)]
  // Rows are built before anything is sent: the server is still at work on the rows before them.
  const [hiddenRows, shownRows] = [hidden.map(rowOf), shown.map(rowOf)]
  // No statement touches a row of another, so all may travel in one message.
  await Promise.all([
    keepPast(tx, tables, shown),
    forgetPast(tx, tables, idsOf(hidden)),
    leave(tx, restricted, idsOf(shown)),
    leave(tx, open, idsOf(hidden)),
    forgetNodes(tx, tables, idsOf(records)),
    replaceRows(tx, open, shownRows),
    replaceRows(tx, restricted, hiddenRows),
  ])
  if (hidden.length > 0) await keepNodes(tx, tables, idsOf(hidden))
}

function idsOf(records: readonly Pick<Prepared, 'id'>[]): string[] {
  return records.map(({ id }) => id)
}

async function leave(tx: Handle, table: PgTable & Pick<RecordTable, 'id'>, ids: readonly string[]) {
  if (ids.length > 0) await tx.delete(table).where(anyOf(table.id, ids))
}

export async function removeRows(tx: Handle, tables: RecordTables, ids: readonly string[], ending: Ending) {
  const { release, isWithdrawal } = ending
  await (isWithdrawal
    ? forgetPast(tx, tables, ids)
    : keepPast(
        tx,
        tables,
        ids.map((id) => ({ id, release })),
      ))
  await leave(tx, tables.open, ids)
  await leave(tx, tables.restricted, ids)
  await forgetNodes(tx, tables, ids)
}

/** Number of a row's release, as SQL: 2 of `hl-demand@2`. */
export function releaseNumber(provenance: PgColumn) {
  return numberOf(sql`${sql.identifier(provenance.name)} ->> 'release'`)
}

function numberOf(release: SQL) {
  return sql`split_part(${release}, '@', 2)::int`
}

async function keepPast(tx: Handle, { open, past }: RecordTables, ended: readonly Pick<Prepared, 'id' | 'release'>[]) {
  if (!past || ended.length === 0) return
  const columns = Object.values(getTableColumns(open)).map(({ name }) => sql.identifier(name))
  const list = sql.join(columns, sql`, `)
  const ids = sql.param(ended.map(({ id }) => id))
  const releases = sql.param(ended.map(({ release }) => release))
  // A row that only its links changed of is of the same release, and has no past.
  await tx.execute(sql`
    insert into ${past} (${list}, from_release, to_release)
    select ${list}, ${releaseNumber(open.provenance)}, ${numberOf(sql`by.release`)}
    from ${open} join unnest(${ids}::text[], ${releases}::text[]) as by (ended, release) on id = ended
    where provenance ->> 'release' <> by.release`)
}

/** Nothing of these records is shown of any date. */
export async function forgetPast(tx: Handle, { past }: Pick<RecordTables, 'past'>, ids: readonly string[]) {
  if (past) await leave(tx, past, ids)
}

async function forgetNodes(tx: Handle, { guarded }: RecordTables, ids: readonly string[]) {
  if (guarded.node) await tx.execute(sql`delete from lianku.restricted_node where id = any(${sql.param(ids)})`)
}

/** Notes of restricted records what `Query.node` has to know, with the facts that open them. */
async function keepNodes(tx: Handle, { restricted, guarded }: RecordTables, ids: readonly string[]) {
  if (!guarded.node) return
  const { organizations = 'null', subject = 'null' } = guarded.facts
  await tx.execute(sql`
    insert into lianku.restricted_node (id, node, library, province, organizations, subject)
    select id, ${guarded.node}, library, province, ${sql.raw(organizations)}, ${sql.raw(subject)} from ${restricted}
    where ${anyOf(restricted.id, ids)}`)
}

/** Counts the public records of a library anew for its list's sources. */
export async function countSource(
  tx: Handle,
  sources: PgTable & SourceTable,
  table: PgTable,
  kind: string,
  { id, province, cycleMonths }: LibraryEntry,
  release: DatedRelease,
  releases?: PgTable & ReleaseTable,
) {
  const { asOf } = release
  if (releases) await noteRelease(tx, releases, id, release)
  await tx.execute(sql`delete from ${sources} where library = ${id} and kind = ${kind}`)
  await tx.execute(sql`
    insert into ${sources} (library, kind, province, rows, as_of, cycle_months)
    select ${id}, ${kind}, ${province}, count(*), ${asOf}::timestamptz, ${cycleMonths}::int
    from ${table} where library = ${id} having count(*) > 0`)
}

async function noteRelease(tx: Handle, releases: PgTable, library: string, { id, asOf }: DatedRelease) {
  await tx.execute(sql`
    insert into ${releases} (library, number, as_of)
    values (${library}, ${numberOf(sql`${id}`)}, ${asOf}::timestamptz) on conflict do nothing`)
}

/** One parameter however many rows: the server takes them apart by its own column types. */
export async function insertRows(tx: Handle, table: PgTable, rows: readonly Record<string, unknown>[]) {
  await tx.execute(insertion(table, rows))
}

/** Rows that are there already, by id, become these. */
async function replaceRows(tx: Handle, table: RecordTables['open'], rows: readonly Record<string, unknown>[]) {
  if (rows.length === 0) return
  const columns = Object.values(getTableColumns(table)).map(({ name }) => sql.identifier(name))
  const given = columns.map((name) => sql`${name} = excluded.${name}`)
  await tx.execute(sql`${insertion(table, rows)} on conflict (id) do update set ${sql.join(given, sql`, `)}`)
}

function insertion(table: PgTable, rows: readonly Record<string, unknown>[]) {
  return sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${inColumns(table, rows)}::jsonb)`
}

function inColumns(table: PgTable, rows: readonly Record<string, unknown>[]): string {
  const columns = Object.entries(getTableColumns(table)).map(([property, { name }]) => [property, name] as const)
  return JSON.stringify(
    rows.map((row) => {
      const renamed: Record<string, unknown> = {}
      for (const [property, name] of columns) if (row[property] !== undefined) renamed[name] = row[property]
      return renamed
    }),
  )
}
