import { hash } from 'node:crypto'
import type { FlagCode } from '#schema/flags.ts'
import {
  addressOf,
  build,
  type CellDoubt,
  digest,
  flagOf,
  identify,
  type MapOptions,
  type Plan,
  planOf,
} from './build.ts'
import { isBlank } from './cells.ts'
import { plain } from './checks/checked.ts'
import { isShiftedRow, strictColumns } from './content.ts'
import { isBrokenText, isClassificationHeader, isMarkedClassified, passGate } from './gates.ts'
import { cellText, foldHeader, type Header } from './header.ts'
import type { RawRow } from './read/table.ts'
import type { Canonical, Kind, Source } from './record.ts'
import type { Alongside, Gate, SheetStyle } from './style.ts'

/** What became of one row. */
export type Mapped =
  | { readonly outcome: 'records'; readonly records: readonly MappedRecord[]; readonly doubts: readonly CellDoubt[] }
  | { readonly outcome: 'removal'; readonly removal: Removal }
  | {
      readonly outcome: 'refused'
      readonly row: number
      readonly hash: string
      readonly doubt: CellDoubt
      /** Of a classified row, the record it would have been. */
      readonly of?: Pick<Removal, 'kind' | 'localId'>
    }

/** A record that a row takes away. */
export type Removal = {
  readonly kind: Kind
  readonly localId: string
  readonly row: number
  readonly address: string
  readonly column: string
}

export type MappedRecord = {
  readonly record: Canonical
  /** The row's own record; otherwise one it carries alongside. */
  readonly main: boolean
  /** Value of the scope column. */
  readonly scope: string | null
}

/** Compiles a style against a file's header into a function from row to records. Rows come in file order. */
export function compileMap(options: MapOptions): (row: RawRow) => Mapped {
  const { sheet, header, table, key } = options
  const plan = planOf(options, sheet.record, sheet.columns, sheet.key)
  const sides = (sheet.alongside ?? []).map((side) => ({
    side,
    plan: planOf(options, side.record, side.columns, side.key),
    seen: new Set<string>(),
  }))
  const gates = gatesOf(sheet, header)
  const reading = { today: options.today, date1904: table.date1904 }
  // Keys of JSON say themselves what a value is; only cells can slip.
  const strict = table.form === 'json' ? [] : strictColumns(sheet, header, reading)
  const width = 1 + Math.max(...[...header.found.values(), ...header.others].map(({ index }) => index))
  const scopeAt = sheet.scope === undefined ? undefined : header.found.get(sheet.scope)?.index

  const marker = sheet.delta && header.found.get(sheet.delta.column)
  const recordOf = (row: RawRow) => {
    const localId = identify(plan, row, options)
    return localId !== undefined && { of: { kind: sheet.record, localId } }
  }

  return (row) => {
    const digestRow = () => digest(key, row.cells.map(cellText))
    const refuse = (code: FlagCode, at?: number, column?: string): Mapped => ({
      outcome: 'refused',
      ...(code === 'CLASSIFIED_REFUSED' && recordOf(row)),
      row: row.row,
      hash: digestRow(),
      doubt: {
        code,
        row: row.row,
        ...(at !== undefined && { address: addressOf(table, row, at, column) }),
        ...(column && { column }),
      },
    })
    const flags: CellDoubt[] = []
    let restricted = false
    for (const { gate, index, column } of gates) {
      const passage = passGate(gate, cellText(row.cells[index]))
      if (passage === 'REFUSED') return refuse('CLASSIFIED_REFUSED', index, column)
      if (passage === 'OPEN') continue
      restricted = true
      if (gate === 'classified')
        flags.push({
          code: 'INTERNAL_NOT_PUBLISHED',
          row: row.row,
          address: addressOf(table, row, index, column),
          column,
        })
    }
    for (const [index, cell] of row.cells.entries()) {
      const text = cellText(cell)
      if (index >= width && text.trim() !== '') return refuse('COLUMN_SHIFT_SUSPECTED', index)
      if (isBrokenText(text)) return refuse('TEXT_UNREADABLE', index)
      if (isMarkedClassified(text)) return refuse('CLASSIFIED_REFUSED', index)
    }
    const source: Source = {
      file: table.file,
      ...(table.sheet !== undefined && { sheet: table.sheet }),
      row: row.row,
      synthetic: options.synthetic,
    }
    if (sheet.delta && marker) {
      const word = plain(cellText(row.cells[marker.index]))
      if (word === '') return refuse('VALUE_MISSING', marker.index, marker.header)
      if (sheet.delta.removed.includes(word)) {
        const localId = identify(plan, row, options)
        if (localId === undefined) return refuse('VALUE_MISSING', marker.index, marker.header)
        const address = addressOf(table, row, marker.index, marker.header)
        const removal = { kind: sheet.record, localId, row: row.row, address, column: marker.header }
        return { outcome: 'removal', removal }
      }
      if (!sheet.delta.kept.includes(word)) return refuse('VALUE_NOT_ALLOWED', marker.index, marker.header)
    }
    const own = build(plan, row, restricted, source, options)
    if ('lacking' in own) return refuse(own.lacking.code, own.lacking.index, own.lacking.column)
    if (own.doubts.length > 1 && isShiftedRow(row, strict, reading)) return refuse('COLUMN_SHIFT_SUSPECTED')
    const scope = scopeAt === undefined ? null : cellText(row.cells[scopeAt]).trim()
    const records: MappedRecord[] = [{ record: withFlags(own.record, flags), main: true, scope }]
    const doubts = [...flags, ...own.doubts]
    for (const { side, plan, seen } of sides) {
      if (!isPresent(side, header, row)) continue
      const cells = sideKey(scope, restricted, plan, row)
      if (options.sidesOnce && seen.has(cells)) continue
      if (seen.size < rememberedSides) seen.add(cells)
      const built = build(plan, row, restricted, source, options)
      if ('lacking' in built) continue
      records.push({ record: built.record, main: false, scope })
      doubts.push(...built.doubts)
    }
    return { outcome: 'records', records, doubts }
  }
}

const rememberedSides = 100_000

/** What tells one record alongside from another; long texts by their digest, as so many of them are remembered. */
function sideKey(scope: string | null, restricted: boolean, { reads }: Plan, row: RawRow): string {
  const cells = `${scope} ${restricted} ${reads.map(({ index }) => cellText(row.cells[index])).join('\u001f')}`
  return cells.length <= 100 ? cells : hash('sha256', cells, 'base64url')
}

function isPresent({ when }: Alongside, header: Header, row: RawRow): boolean {
  const index = header.found.get(when)?.index
  const cell = index === undefined ? null : row.cells[index]
  const text = cellText(cell).trim()
  return !isBlank(text) && !['否', '0', '×', 'false', 'N'].includes(text)
}

function gatesOf(sheet: SheetStyle, header: Header): readonly { gate: Gate; index: number; column: string }[] {
  const declared = sheet.columns.flatMap(({ gate, column }) => {
    const found = header.found.get(column)
    return gate && found ? [{ gate, index: found.index, column }] : []
  })
  const known = header.others
    .filter((other) => isClassificationHeader(foldHeader(other.header)))
    .map((other) => ({ gate: 'classified' as const, index: other.index, column: other.header }))
  return [...declared, ...known]
}

function withFlags(record: Canonical, flags: readonly CellDoubt[]): Canonical {
  return flags.length === 0 ? record : ({ ...record, flags: [...flags.map(flagOf), ...record.flags] } as Canonical)
}
