import type { LibraryEntry } from '../libraries.ts'
import type { Canonical, Flag } from './record.ts'

export type CheckOptions = { readonly today: string; readonly library: LibraryEntry }

/** Applies the rules that bind a single record; new flags follow the ones it has. */
export function checkRecord(record: Canonical, _options: CheckOptions): Canonical {
  const flags: Flag[] = []
  return flags.length === 0 ? record : ({ ...record, flags: [...record.flags, ...flags] } as Canonical)
}
