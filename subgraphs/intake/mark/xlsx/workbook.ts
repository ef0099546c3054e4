import { address } from '../../read/table.ts'
import type { Doubt } from '../../report.ts'
import { heaviest, wording } from '../wording.ts'
import { comment } from './comments.ts'
import { type Package, relationsOf } from './package.ts'
import { fillCells, mergesOf, placeOf } from './sheet.ts'
import { openStyles } from './styles.ts'
import { addSummary } from './summary.ts'
import { attribute, elements, fromBytes, fromPart, prefixOf } from './xml.ts'

/**
 * Marks a workbook: the doubted cells filled and commented, and a last sheet with all doubts. `parts` are its files as
 * they are; gives back those that changed or are new.
 */
export function markWorkbook(
  parts: ReadonlyMap<string, Buffer>,
  doubts: readonly Doubt[],
  more: number,
): Map<string, Buffer> {
  const changed = new Map<string, string>()
  const book: Package = {
    get: (path) => changed.get(path) ?? (parts.has(path) ? fromBytes(parts.get(path)!) : undefined),
    set: (path, part) => void changed.set(path, part),
  }
  const workbook = relationsOf(book, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const paths = sheetPaths(book, workbook)
  const styles = relationsOf(book, workbook).find(({ type }) => type === 'styles')?.target ?? 'xl/styles.xml'
  const { fill, close } = openStyles(book, styles)
  for (const [name, group] of Map.groupBy(doubts, ({ sheet }) => sheet)) {
    const path = name === undefined ? undefined : paths.get(name)
    const sheet = path && book.get(path)
    if (!path || !sheet) continue
    const shown = mergesOf(sheet)
    const placed = group.flatMap((doubt) => {
      const place = placeOf(doubt.address ?? '')
      return place ? [{ ...shown(place), doubt }] : []
    })
    const cells = [...Map.groupBy(placed, ({ row, column }) => address(row, column)).values()].map((together) => ({
      row: together[0]!.row,
      column: together[0]!.column,
      severity: heaviest(together.map(({ doubt }) => doubt.severity)),
      text: [...new Set(together.map(({ doubt }) => wording(doubt)))].join('\n'),
    }))
    book.set(path, fillCells(sheet, cells, fill))
    comment(book, path, cells)
  }
  close()
  addSummary(book, workbook, doubts, more)
  return new Map([...changed].map(([path, part]) => [path, Buffer.from(part, 'latin1')]))
}

/** Path of every sheet by the name it is shown with. */
function sheetPaths(book: Package, workbook: string): Map<string, string> {
  const part = book.get(workbook) ?? ''
  const targets = new Map(relationsOf(book, workbook).map(({ id, target }) => [id, target]))
  return new Map(
    elements(part, `${prefixOf(part, 'workbook') ?? ''}sheet`).flatMap(({ tag }) => {
      const [, , id] = /\s(?:[\w.-]+:)?id\s*=\s*(["'])(.*?)\1/.exec(tag) ?? []
      const target = targets.get(id ?? '')
      return target ? [[fromPart(attribute(tag, 'name') ?? ''), target] as const] : []
    }),
  )
}
