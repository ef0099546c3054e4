import type { Handle, Reader } from '../database.ts'
import type { LibraryEntry } from '../libraries.ts'
import type { CanonicalOf, Kind } from './record.ts'

/** Where canonical records of a kind become rows of a subgraph. Called inside the release's transaction. */
export type Sink<K extends Kind = Kind> = {
  readonly kind: K
  /**
   * Upserts public or restricted rows; a record that moved between the two leaves the other table. Several libraries
   * contribute to one `organization:…` id: its sink keeps each contribution and merges them.
   */
  save(tx: Handle, records: readonly Prepared<K>[]): Promise<void>
  /** Takes out what `library` no longer gives. */
  remove(tx: Handle, ids: readonly string[], library: LibraryEntry, ending: Ending): Promise<void>
  /**
   * The same records without what the people they are about have taken back since; no subgraph gets them otherwise. Of
   * the sinks of a kind, the one that knows those people has it.
   */
  heed?(tx: Handle, records: readonly Prepared<K>[]): Promise<readonly Prepared<K>[]>
  /**
   * What of these public records may go to everybody, for others to harvest: without fields that are somebody's own or
   * on conditions. Kinds that have such fields need it.
   */
  share?(reader: Reader, records: readonly Prepared<K>[]): Promise<readonly Prepared<K>[]>
  /** Fields as they once stood, less what their people have withdrawn since. */
  recall?(tx: Handle, records: readonly Filed<K>[]): Promise<readonly Filed<K>[]>
  /** Called once per release when every kind is saved, so that the subgraph's `source` row can be counted anew. */
  counted?(tx: Handle, library: LibraryEntry, release: DatedRelease): Promise<void>
  /**
   * For records that several libraries speak of: what one of them says, read in the database where it lives. The hub
   * saves that beside what its own libraries say.
   */
  said?(reader: Reader, library: string): Promise<readonly Prepared<K>[]>
}

/** How records end. */
export type Ending = {
  /** The release that no longer has them, `hl-demand@2`. */
  readonly release: string
  /** They were taken back by name or turned out to be classified: no list of an earlier date shows them either. */
  readonly isWithdrawal: boolean
}

/** A release and the day its content speaks for. */
export type DatedRelease = { readonly id: string; readonly asOf: string }

/** A canonical record with the id it has in the graph and the release that put it in force. */
export type Prepared<K extends Kind = Kind> = CanonicalOf<K> & {
  /** `hb-edu-talent:HBHX-10486-0001`; for organizations `organization:` and the credit or ministry code. */
  readonly id: string
  readonly library: LibraryEntry
  readonly release: string
}

/** What a library filed under an id. */
export type Filed<K extends Kind = Kind> = Pick<Prepared<K>, 'id' | 'fields'>

/** Gives the graph's id of a record. */
export function recordId(library: string, kind: Kind, localId: string): string {
  return `${kind === 'organization' ? 'organization' : library}:${localId}`
}
