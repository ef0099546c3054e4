import { createHmac } from 'node:crypto'
import type { FlagCode } from '#schema/flags.ts'
import { provinces } from '#schema/provinces.ts'
import type { LibraryEntry } from '../libraries.ts'
import { text } from './cells.ts'
import { checkRecord } from './check.ts'
import { stripCell, unquoted } from './gates.ts'
import { cellText, type Header } from './header.ts'
import { address, type RawCell, type RawRow, type RawTable } from './read/table.ts'
import type { Canonical, Flag, Kind, Source } from './record.ts'
import type { Cell, CellContext, CellReader, Column, SheetStyle } from './style.ts'
import { isCutOff, isInTraditional } from './text/script.ts'

/** A flag with the cell it is about. */
export type CellDoubt = Flag & { readonly row: number; readonly address?: string; readonly column?: string }

export type MapOptions = {
  readonly sheet: SheetStyle
  readonly header: Header
  readonly table: RawTable
  readonly library: LibraryEntry
  readonly today: string
  /** Secret of the keyed digests that stand for missing ids and for refused rows. */
  readonly key: string
  readonly synthetic: boolean
  /** A university stands in every row of its people: build what repeats word for word alongside only once. */
  readonly sidesOnce: boolean
}

/** A digest that nobody without the key can try guesses against. */
export function digest(key: string, parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
}

/** How the columns of one kind of record are read from a file. */
export type Plan = {
  readonly kind: Kind
  readonly reads: readonly Read[]
  readonly keyed: readonly number[]
}

type Read = {
  readonly column: Column
  readonly index: number
  readonly path: readonly string[]
  readonly remember: (cell: RawCell) => ReadCell
}

type ReadCell = { readonly value?: unknown; readonly flags: readonly Flag[] }

/** Looks up where a record's columns stand, in the order its fields are kept. */
export function planOf(
  options: MapOptions,
  kind: Kind,
  columns: readonly Column[],
  keyed: readonly string[] = [],
): Plan {
  const { header, library, today, table } = options
  const province = provinceCode(library)
  const reads = columns.flatMap((column): Read[] => {
    const found = header.found.get(column.column)
    if (!found || column.to === undefined) return []
    const context: CellContext = {
      header: found.header,
      today,
      date1904: table.date1904,
      ...(province && { province }),
    }
    return [
      { column, index: found.index, path: column.to.split('.'), remember: remembering(column.as ?? text(), context) },
    ]
  })
  // Fields come in one order however a style lists its columns, so that the same content has the same hash.
  const sorted = reads.sort((a, b) => (a.column.to! < b.column.to! ? -1 : a.column.to! > b.column.to! ? 1 : 0))
  return { kind, reads: sorted, keyed: keyed.flatMap((name) => header.found.get(name)?.index ?? []) }
}

/** A record with what was doubted, or why there is none: a cell it cannot do without. */
export type Built =
  | { readonly record: Canonical; readonly doubts: readonly CellDoubt[] }
  | { readonly lacking: { readonly code: FlagCode; readonly index: number; readonly column: string } }

/** Reads one record out of a row and checks it by the rules of its kind. */
export function build(plan: Plan, row: RawRow, restricted: boolean, source: Source, options: MapOptions): Built {
  const fields: Record<string, unknown> = {}
  const doubts: CellDoubt[] = []
  let localId: string | undefined
  for (const { column, index, path, remember } of plan.reads) {
    const { value, flags } = remember(row.cells[index] ?? null)
    const field = column.to!
    if (flags.length > 0) {
      const place = {
        row: row.row,
        address: addressOf(options.table, row, index, column.column),
        column: column.column,
      }
      for (const flag of flags) doubts.push(unquoted(plan.kind, { ...flag, field, ...place }))
    }
    if (value === undefined) {
      if (column.required) return { lacking: { code: flags[0]?.code ?? 'VALUE_MISSING', index, column: column.column } }
    } else if (field === 'localId') localId = String(value).trim()
    else put(fields, path, value)
  }
  localId ??= derivedId(plan, fields, row, options)
  if (!localId || localId.length > longestId) {
    const { index = 0, column } = plan.reads.find((read) => read.column.to === 'localId') ?? plan.reads[0] ?? {}
    const code = localId ? 'VALUE_NOT_ALLOWED' : 'VALUE_MISSING'
    return { lacking: { code, index, column: column?.column ?? '' } }
  }
  const checked = checkRecord(
    { kind: plan.kind, localId, fields, restricted, flags: doubts.map(flagOf), source } as Canonical,
    {
      today: options.today,
      library: options.library,
    },
  )
  const raised = checked.flags
    .slice(doubts.length)
    .map((flag) => ({ ...flag, row: row.row, ...placeOf(flag, plan, row, options) }))
  return { record: checked, doubts: [...doubts, ...raised] }
}

/** The local id of a row of which nothing else is read. */
export function identify(plan: Plan, row: RawRow, options: MapOptions): string | undefined {
  const fields: Record<string, unknown> = {}
  for (const { column, index, path, remember } of plan.reads) {
    const { value } = remember(row.cells[index] ?? null)
    if (value === undefined) continue
    if (column.to === 'localId') return String(value).trim()
    put(fields, path, value)
  }
  return derivedId(plan, fields, row, options)
}

// No library numbers its records with more; an index could not hold a whole paragraph.
const longestId = 200

/** Organizations are known by their codes everywhere; other records without a key get a digest of declared columns. */
function derivedId(
  plan: Plan,
  fields: Record<string, unknown>,
  row: RawRow,
  { key, library }: MapOptions,
): string | undefined {
  const code = plan.kind === 'organization' ? (fields.uscc ?? fields.moeCode) : undefined
  if (typeof code === 'string') return code
  if (plan.keyed.length === 0) return undefined
  const parts = plan.keyed.map((index) => cellText(row.cells[index]).normalize('NFKC').trim())
  return parts.every((part) => part === '') ? undefined : `k-${digest(key, [library.id, plan.kind, ...parts])}`
}

/** Lists from several columns are joined; of single values the first stands. */
function put(fields: Record<string, unknown>, path: readonly string[], value: unknown) {
  const last = path.at(-1)!
  if (path.length === 1 && fields[last] === undefined) {
    fields[last] = value
    return
  }
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((at, step) => {
    at[step] ??= {}
    return at[step] as Record<string, unknown>
  }, fields)
  const before = holder[last]
  if (Array.isArray(before) && Array.isArray(value)) holder[last] = [...before, ...value]
  else holder[last] ??= value
}

// Beyond this many different cells a column is one of names and texts, where remembering does not pay.
const rememberedCells = 2000
// Nor does it where they are long.
const longestRemembered = 200

// Zero-width and direction marks: two texts that look alike would not be the same.
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

/** Reads a cell; what a column's few different texts mean is found out once. */
function remembering(reader: CellReader, context: CellContext): (cell: RawCell) => ReadCell {
  const known = new Map<string, ReadCell>()
  const understand = (cell: Cell): ReadCell => {
    const { cell: stripped, stripped: codes } = stripCell(cell)
    const { value, flags = [] } = reader(stripped, context)
    const unseen = invisible.test(stripped.text) ? [{ code: 'TEXT_INVISIBLE' as const, original: stripped.text }] : []
    const script = isInTraditional(stripped.text) ? [{ code: 'TEXT_TRADITIONAL' as const }] : []
    const cut = isCutOff(stripped.text)
      ? [{ code: 'FIELD_TRUNCATED' as const, original: stripped.text.slice(-20) }]
      : []
    const before = [...codes.map((code) => ({ code })), ...unseen, ...script, ...cut]
    return { value, flags: before.length === 0 ? flags : [...before, ...flags] }
  }
  return (cell) => {
    if (cell !== null && typeof cell !== 'string') return understand({ ...cell, address: '' })
    const text = cell ?? ''
    const before = known.get(text)
    if (before) return before
    const read = understand({ text, address: '' })
    if (known.size < rememberedCells && text.length <= longestRemembered) known.set(text, read)
    return read
  }
}

/** How a cell is named to its owner. */
export function addressOf(table: RawTable, row: RawRow, index: number, column?: string): string {
  return table.form === 'json' ? `第 ${row.row} 条 ${column ?? `第 ${index + 1} 项`}` : address(row.row, index + 1)
}

/** The cell a record's rule is about, by the field it names. */
function placeOf(flag: Flag, plan: Plan, row: RawRow, { table }: MapOptions) {
  const read = plan.reads.find(({ column }) => column.to === flag.field || column.to?.split('.')[0] === flag.field)
  if (!read) return {}
  return { address: addressOf(table, row, read.index, read.column.column), column: read.column.column }
}

/** The flag a record keeps of a doubt. */
export function flagOf({ code, field, original, interpreted }: CellDoubt): Flag {
  return {
    code,
    ...(field !== undefined && { field }),
    ...(original !== undefined && { original }),
    ...(interpreted !== undefined && { interpreted }),
  }
}

/** Two digits of the library's province. */
export function provinceCode({ province }: Pick<LibraryEntry, 'province'>): string | undefined {
  return provinces.find(({ name }) => name === province)?.code
}
