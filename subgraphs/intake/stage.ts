import { hash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { FlagCode } from '#schema/flags.ts'
import type { CopyIn, Handle } from '../database.ts'
import type { MappedRecord, Removal } from './map.ts'
import type { Source } from './record.ts'
import type { Refusal } from './report.ts'
import { recordId } from './sink.ts'

/** What a batch of rows brings: records on their way to a library, rows that were refused, and records to take away. */
export type Staged = {
  readonly records: readonly StagedRecord[]
  readonly refusals: readonly StagedRefusal[]
  readonly removals: readonly StagedRemoval[]
}

export type StagedRecord = MappedRecord & { readonly library: string }
export type StagedRefusal = Refusal & {
  readonly library: string
  /** Of a classified row, the record it would have been. */
  readonly of?: Pick<Removal, 'kind' | 'localId'>
}

/** A removal with the place of its row. */
export type StagedRemoval = PlacedRemoval & { readonly library: string }
export type PlacedRemoval = Removal & { readonly file: string; readonly sheet: string | undefined }

/**
 * Makes the temporary tables of this transaction, which go with it: the records as they came, what becomes of each, what
 * is in force and came no more, and the rows that are no records.
 */
export async function createStage(tx: Handle): Promise<void> {
  // Comparing sorts and hashes every row once; the default of 4 MB would do that on disk.
  await tx.execute(sql`set local work_mem = '64MB'`)
  await tx.execute(sql`
    create temporary table stage (
      seq bigint generated always as identity,
      library text collate "C" not null, kind text collate "C" not null, local_id text collate "C" not null,
      id text collate "C" not null, main boolean not null, scope text collate "C", hash text collate "C" not null,
      restricted boolean not null, record jsonb not null, flags jsonb not null, source jsonb not null
    ) on commit drop`)
  await tx.execute(sql`
    create temporary table fate (seq bigint primary key, kind text collate "C", main boolean, action text,
      hidden boolean, was_hidden boolean) on commit drop`)
  await tx.execute(sql`
    create temporary table gone (kind text collate "C", local_id text collate "C", id text collate "C", main boolean,
      restricted boolean, withdrawn boolean) on commit drop`)
  await tx.execute(sql`create index on gone (kind, local_id)`)
  await tx.execute(sql`
    create temporary table refused (library text collate "C", file text, sheet text, row integer, code text, hash text)
      on commit drop`)
  // What is in force under these ids ends, and is shown of no earlier date.
  await tx.execute(sql`
    create temporary table classified (library text collate "C", kind text collate "C", local_id text collate "C")
      on commit drop`)
  await tx.execute(sql`
    create temporary table removal (library text collate "C", kind text collate "C", local_id text collate "C",
      file text, sheet text, row integer, address text, "column" text) on commit drop`)
}

/** Once everything is staged: without these a planner that knows nothing of it would compare every record with every other. */
export async function indexStage(tx: Handle): Promise<void> {
  await tx.execute(sql`create index on stage (library, kind, local_id)`)
  await tx.execute(sql`analyze stage (library, kind, local_id, main)`)
}

// Of rows that are no records so many are held; a file of nothing else would fill the memory.
const heldRows = 5000

/** Copies records in as they come; memory holds one block of them at a time, and some of the other rows. */
export async function fillStage(tx: Handle, copyIn: CopyIn, batches: AsyncIterable<Staged>): Promise<void> {
  const rest = batches[Symbol.asyncIterator]()
  let refusals: StagedRefusal[] = []
  let removals: StagedRemoval[] = []
  let isOver = false
  async function* blocks(): AsyncGenerator<string> {
    while (refusals.length + removals.length < heldRows) {
      const next = await rest.next()
      if (next.done) {
        isOver = true
        return
      }
      refusals.push(...next.value.refusals)
      removals.push(...next.value.removals)
      if (next.value.records.length > 0) yield next.value.records.map(line).join('')
    }
  }
  try {
    while (!isOver) {
      await copyIn(
        'copy stage (library, kind, local_id, id, main, scope, hash, restricted, record, flags, source) from stdin',
        blocks(),
      )
      await keepRefusals(tx, refusals)
      await keepRemovals(tx, removals)
      refusals = []
      removals = []
    }
  } catch (error) {
    // Not awaited: what is being read may itself wait for something that never comes.
    rest.return?.().catch(() => undefined)
    throw error
  }
}

async function keepRefusals(tx: Handle, refusals: readonly StagedRefusal[]): Promise<void> {
  if (refusals.length === 0) return
  await tx.execute(sql`
    insert into refused select * from jsonb_populate_recordset(null::refused, ${JSON.stringify(refusals)}::jsonb)`)
  const names = refusals.flatMap(({ library, of }) => (of ? { library, kind: of.kind, local_id: of.localId } : []))
  if (names.length === 0) return
  await tx.execute(sql`
    insert into classified select * from jsonb_populate_recordset(null::classified, ${JSON.stringify(names)}::jsonb)`)
}

async function keepRemovals(tx: Handle, removals: readonly StagedRemoval[]): Promise<void> {
  if (removals.length === 0) return
  const rows = removals.map(({ localId, ...removal }) => ({ ...removal, local_id: localId }))
  await tx.execute(sql`
    insert into removal select * from jsonb_populate_recordset(null::removal, ${JSON.stringify(rows)}::jsonb)`)
}

function line({ library, main, scope, record }: StagedRecord): string {
  const { kind, localId, restricted } = record
  const fields = JSON.stringify(record.fields)
  const flags = JSON.stringify(record.flags)
  return `${[
    library,
    kind,
    copyText(localId),
    copyText(recordId(library, kind, localId)),
    main,
    scope === null ? '\\N' : copyText(scope),
    hash('sha256', `${kind}\n${restricted}\n${fields}\n${flags}`, 'base64url'),
    restricted,
    copyText(fields),
    copyText(flags),
    copyText(JSON.stringify(record.source)),
  ].join('\t')}\n`
}

/** How often a doubt came up that only the comparison with all others could raise, and the first of them. */
export type Late<D> = { readonly code: FlagCode; readonly count: number; readonly first: readonly D[] }

export type LateDoubt = { readonly field: string; readonly original: string | null; readonly source: Source }

/** Doubts that other records raise: by what is in force, and by what comes along. */
const raisedByOthers: readonly FlagCode[] = ['BROKEN_REFERENCE', 'ORGANIZATION_UNRESOLVED']

/** Takes these off records that bring them along, from an earlier release or another hub: they are raised anew. */
export async function liftLateDoubts(tx: Handle, library: string): Promise<void> {
  await tx.execute(sql`
    update stage set flags = coalesce((select jsonb_agg(f order by place)
      from jsonb_array_elements(flags) with ordinality e (f, place) where ${isOwn}), '[]')
    where library = ${library} and flags <> '[]'
      and exists (select from jsonb_array_elements(flags) f where not ${isOwn})`)
}

const isOwn = sql`f ->> 'code' <> all(${sql.param(raisedByOthers)}::text[])`

/** Doubts about records, by code; of each no more than `listed`. */
export async function lateDoubts(tx: Handle, library: string, listed: number): Promise<Late<LateDoubt>[]> {
  const rows = await tx.execute(sql`
    with late as (
      select f ->> 'code' as code, f ->> 'field' as field, f ->> 'original' as original, source, seq
      from stage, jsonb_array_elements(flags) f
      where library = ${library} and flags <> '[]' and not ${isOwn}
      union all
      select 'DUPLICATE_LOCAL_ID', 'localId', local_id, source, seq from stage join fate using (seq)
      where library = ${library} and action = 'HELD' and fate.main
    ), placed as (
      select *, row_number() over (partition by code order by seq) as place, count(*) over (partition by code) as count
      from late
    )
    select code, max(count)::int as count,
      json_agg(json_build_object('field', field, 'original', original, 'source', source) order by place) as first
    from placed where place <= ${listed} group by code order by code`)
  return rows as unknown as Late<LateDoubt>[]
}

/** Removals of what is not in force; no more than `listed` of them. */
export async function missingRemovals(tx: Handle, library: string, listed: number): Promise<Late<PlacedRemoval>> {
  const [row] = await tx.execute(sql`
    select count(*)::int as count, coalesce(json_agg(json_build_object('kind', kind, 'localId', local_id, 'file', file,
      'sheet', sheet, 'row', row, 'address', address, 'column', "column") order by place)
      filter (where place <= ${listed}), '[]') as first
    from (
      select r.*, row_number() over () as place from removal r
      where r.library = ${library} and not exists (select from library.version v
        where v.library = r.library and v.kind = r.kind and v.local_id = r.local_id and v.to_release is null)
    ) missing`)
  const { count, first } = row as { count: number; first: PlacedRemoval[] }
  return { code: 'BROKEN_REFERENCE', count, first }
}

function copyText(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!) : text
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
