import { type CodeList, coded, findCode } from '#schema/codes/code-list.ts'
import type { CodedValue, Match } from '#schema/codes/coded-value.ts'
import { ipc } from '#schema/codes/ipc.ts'
import type { FlagCode } from '#schema/flags.ts'
import type { CanonicalOf, Kind, Money } from '../subgraphs/intake/record.ts'

/**
 * What intake must make of one row. Written beside the samples as truth.ndjson, one line a row, and worked out from the
 * invented world, never by intake.
 */
export type Truth = {
  /** Path under the folder of the size, then for bundles the entry: `hl-halfyear/HLJ_2023H1.zip/人才库.csv`. */
  readonly file: string
  readonly sheet?: string
  /** As intake counts it: line of the file from 1, header and notes included; position from 1 in JSON. */
  readonly row: number
  readonly library: string
  /** Every record of the row, whole; none when it is refused. */
  readonly records: readonly TrueRecord[]
  /** Every flag the row's records carry, sorted, each once. */
  readonly flags: readonly FlagCode[]
  readonly refused?: FlagCode
  /** The defect planted in the row, in words of the writer; absent for a clean row. */
  readonly defect?: string
}

export type TrueRecord = { [K in Kind]: TrueRecordOf<K> }[Kind]

/** A canonical record without what its file says: `localId` is absent where intake derives it with a key of its own. */
export type TrueRecordOf<K extends Kind> = Pick<CanonicalOf<K>, 'kind' | 'fields' | 'restricted'> & {
  readonly localId?: string
}

/** What a writer knows of a row before it knows where the row will stand. */
export type RowTruth = Omit<Truth, 'file' | 'library' | 'row' | 'sheet'>

/** A record of the truth; keys of `fields` without a value are left out, as intake leaves out what a row lacks. */
export function trueRecord<K extends Kind>(
  kind: K,
  localId: string | undefined,
  fields: CanonicalOf<K>['fields'],
  restricted = false,
): TrueRecord {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined)
  return { kind, ...(localId && { localId }), fields: Object.fromEntries(filled), restricted } as unknown as TrueRecord
}

/** A coded value of the truth: the code with the label its list gives it. */
export function trueCode(list: CodeList, code: string, original: string, match?: Match): CodedValue {
  const entry = findCode(list, code)
  if (!entry) throw new RangeError(`${list.scheme} has no ${code}.`)
  return coded(list, entry, original, match)
}

/** A symbol as intake returns it: its class for a label, and the fixed form of ST.8 beside it. */
export function trueIpc(symbol: string): CodedValue & { fixed: string } {
  const [subclass, group] = symbol.split(' ') as [string, string]
  const [main, sub] = group.split('/') as [string, string]
  const { zh: label, en: labelEn } = findCode(ipc, subclass.slice(0, 3))!
  const fixed = subclass + main.padStart(4, '0') + sub.padEnd(6, '0')
  return {
    scheme: ipc.scheme,
    code: symbol,
    label,
    ...(labelEn && { labelEn }),
    original: symbol,
    match: 'EXACT',
    fixed,
  }
}

/** Exact yuan as intake writes it. */
export function trueMoney(yuan: number, text: string): Money {
  return { yuan: yuan.toFixed(2), text }
}

/** Rows with their place in the file: `first` is the number of the first one. */
export function placed(
  file: string,
  library: string,
  rows: readonly RowTruth[],
  at: { readonly first: number; readonly sheet?: string },
): Truth[] {
  return rows.map((row, i) => ({
    file,
    ...(at.sheet && { sheet: at.sheet }),
    row: at.first + i,
    library,
    ...row,
    flags: [...new Set(row.defect === 'traditional' ? [...row.flags, 'TEXT_TRADITIONAL' as const] : row.flags)].sort(),
  }))
}
