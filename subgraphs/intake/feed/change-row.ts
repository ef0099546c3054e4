import type { Flag, Kind, Source } from '../record.ts'

/** One row of `library.change`: a public record as it now stands, or that it is no more. */
export type ChangeRow = {
  readonly id: string
  readonly kind: Kind
  readonly localId: string
  readonly release: number
  /** 0 with the release itself, else which time after it a record was told of again. */
  readonly turn: number
  readonly present: boolean
  readonly main: boolean
  readonly scope: string | null
  readonly fields: Readonly<Record<string, unknown>> | null
  readonly flags: readonly Flag[] | null
  readonly source: Source | null
}

export function keyOf({ kind, localId }: Pick<ChangeRow, 'kind' | 'localId'>): string {
  return `${kind} ${localId}`
}
