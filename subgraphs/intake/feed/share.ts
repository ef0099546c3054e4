import type { Reader } from '../../database.ts'
import type { LibraryEntry } from '../../libraries.ts'
import type { Kind } from '../record.ts'
import type { Prepared, Sink } from '../sink.ts'
import { type ChangeRow, keyOf } from './change-row.ts'

/** Kinds whose public records hold nothing that is not for everybody. Of others their subgraph says what may go out. */
const wholeKinds: ReadonlySet<Kind> = new Set<Kind>([
  'organization',
  'achievement',
  'patent',
  'openLicense',
  'alliance',
  'allianceMember',
  'fair',
  'agreement',
  'institute',
  'visit',
  'challenge',
  'ledger',
])

/** The fields of public records that everybody may have, by record; a record of which nothing may go out is absent. */
export async function shareRecords(
  reader: Reader,
  sinks: readonly Sink[],
  library: LibraryEntry,
  rows: readonly ChangeRow[],
): Promise<Map<string, object>> {
  const shared = new Map<string, object>()
  for (const [kind, group] of Map.groupBy(
    rows.filter(({ present }) => present),
    (row) => row.kind,
  )) {
    const records = group.map((row) => prepared(row, library))
    const share = sinks.find((sink) => sink.kind === kind && sink.share)?.share
    const open = share ? await share(reader, records) : wholeKinds.has(kind) ? records : []
    for (const record of open) shared.set(keyOf(record), withoutLinks(record.fields))
  }
  return shared
}

function prepared(row: ChangeRow, library: LibraryEntry): Prepared {
  const { id, kind, localId, fields, flags, source } = row
  const record = { kind, localId, fields, restricted: false, flags: flags ?? [], source }
  return { ...record, id, library, release: `${library.id}@${row.release}` } as Prepared
}

/** Mentions without the ids this hub found for their names: the other one finds its own. */
function withoutLinks(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(withoutLink) : withoutLink(value),
    ]),
  )
}

function withoutLink(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const { id, ...rest } = value as Record<string, unknown>
  return typeof id === 'string' && id.startsWith('organization:') ? rest : value
}
