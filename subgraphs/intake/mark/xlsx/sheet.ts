import type { Severity } from '#schema/flags.ts'
import { columnName } from '../../read/table.ts'
import type { Filler } from './styles.ts'
import { attribute, elements, prefixOf } from './xml.ts'

/** Where a mark stands, row and column from 1. */
export type Place = { readonly row: number; readonly column: number }

/** Row and column of an A1 name; undefined for anything else. */
export function placeOf(address: string): Place | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? []
  if (!letters || !digits) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits), column }
}

/** Finds the cell that shows a merged area; any other cell is its own. */
export function mergesOf(sheet: string): (place: Place) => Place {
  const prefix = prefixOf(sheet, 'worksheet') ?? ''
  const areas = elements(sheet, `${prefix}mergeCell`).flatMap(({ tag }) => {
    const [from, to] = (attribute(tag, 'ref') ?? '').split(':').map(placeOf)
    return from && to ? [{ from, to }] : []
  })
  return (place) => {
    const area = areas.find(
      ({ from, to }) =>
        from.row <= place.row && to.row >= place.row && from.column <= place.column && to.column >= place.column,
    )
    return area?.from ?? place
  }
}

/** The sheet with these cells filled; cells that were not there are added empty, everything else stays as it is. */
export function fillCells(
  sheet: string,
  cells: readonly (Place & { readonly severity: Severity })[],
  fill: Filler,
): string {
  const prefix = prefixOf(sheet, 'worksheet') ?? ''
  const wanted = Map.groupBy(cells, ({ row }) => row)
  const parts: string[] = []
  let done = 0
  let number = 0
  const data = sheet.indexOf(`<${prefix}sheetData`)
  const start = new RegExp(`<${prefix}row(?=[\\s/>])[^>]*>`, 'g')
  start.lastIndex = Math.max(0, data)
  for (let match = start.exec(sheet); match && wanted.size > 0; match = start.exec(sheet)) {
    const [tag] = match
    number = Number(attribute(tag, 'r') ?? number + 1)
    const here = wanted.get(number)
    if (!here || tag.endsWith('/>')) continue
    wanted.delete(number)
    const from = match.index + tag.length
    const to = sheet.indexOf(`</${prefix}row>`, from)
    parts.push(sheet.slice(done, from), filledRow(sheet.slice(from, to), number, here, prefix, fill))
    done = to
    start.lastIndex = to
  }
  return parts.join('') + sheet.slice(done)
}

function filledRow(
  inner: string,
  row: number,
  cells: readonly { readonly column: number; readonly severity: Severity }[],
  prefix: string,
  fill: Filler,
): string {
  const wanted = new Map(cells.map(({ column, severity }) => [column, severity]))
  const made: string[] = []
  let done = 0
  let column = 0
  const add = (before: number) => {
    for (const [missing, severity] of [...wanted].sort(([a], [b]) => a - b)) {
      if (missing >= before) return
      made.push(`<${prefix}c r="${columnName(missing)}${row}" s="${fill(0, severity)}"/>`)
      wanted.delete(missing)
    }
  }
  for (const { tag, whole, at } of elements(inner, `${prefix}c`)) {
    column = placeOf(attribute(tag, 'r') ?? '')?.column ?? column + 1
    made.push(inner.slice(done, at))
    add(column)
    const severity = wanted.get(column)
    made.push(
      severity ? restyled(tag, fill(Number(attribute(tag, 's') ?? 0), severity)) + whole.slice(tag.length) : whole,
    )
    wanted.delete(column)
    done = at + whole.length
  }
  made.push(inner.slice(done))
  add(Number.POSITIVE_INFINITY)
  return made.join('')
}

function restyled(tag: string, format: number): string {
  const bare = tag.replace(/\ss\s*=\s*(["'])\d+\1/, '')
  const end = bare.endsWith('/>') ? bare.length - 2 : bare.length - 1
  return `${bare.slice(0, end)} s="${format}"${bare.slice(end)}`
}
