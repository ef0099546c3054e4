import { hash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { FlagCode } from '#schema/flags.ts'
import type { CopyIn, Handle } from '../database.ts'
import type { MappedRecord } from './map.ts'
import type { Source } from './record.ts'
import { recordId } from './sink.ts'

/** A record on its way to a library. */
export type StagedRecord = MappedRecord & { readonly library: string }

/**
 * Makes the temporary tables of this transaction, which go with it: the records as they came, what becomes of each, and
 * what is in force and came no more.
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
    create temporary table fate (seq bigint primary key, kind text collate "C", main boolean, action text) on commit drop`)
  await tx.execute(sql`
    create temporary table gone (kind text collate "C", local_id text collate "C", id text collate "C", main boolean)
      on commit drop`)
}

/** Copies records in as they come; memory holds one block of them at a time. */
export async function fillStage(copyIn: CopyIn, batches: AsyncIterable<readonly StagedRecord[]>): Promise<void> {
  await copyIn(
    'copy stage (library, kind, local_id, id, main, scope, hash, restricted, record, flags, source) from stdin',
    blocks(batches),
  )
}

async function* blocks(batches: AsyncIterable<readonly StagedRecord[]>): AsyncGenerator<string> {
  for await (const batch of batches) if (batch.length > 0) yield batch.map(line).join('')
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

/** Doubts that only the comparison with all the others could raise, with the rows they are about. */
export async function lateDoubts(tx: Handle, library: string): Promise<LateDoubt[]> {
  const rows = await tx.execute(sql`
    select f ->> 'code' as code, f ->> 'field' as field, f ->> 'original' as original, source
    from stage, jsonb_array_elements(flags) f
    where library = ${library} and f ->> 'code' in ('BROKEN_REFERENCE', 'ORGANIZATION_UNRESOLVED')
    union all
    select 'DUPLICATE_LOCAL_ID', 'localId', local_id, source from stage join fate using (seq)
    where library = ${library} and action = 'HELD' and fate.main
    limit 20000`)
  return rows as unknown as LateDoubt[]
}

export type LateDoubt = {
  readonly code: FlagCode
  readonly field: string
  readonly original: string | null
  readonly source: Source
}

function copyText(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!) : text
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
