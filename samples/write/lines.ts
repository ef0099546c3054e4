import type { RowTruth } from '../truth.ts'

/** A row of a text table by column name, with what intake must make of it. */
export type Line = { readonly cells: Readonly<Record<string, string>>; readonly truth: RowTruth }

/** A text table as systems export it: a title if there is one, a header, a line for every row, each ended by CRLF. */
export function separated(
  columns: readonly string[],
  lines: readonly Line[],
  { delimiter = ',', title }: { readonly delimiter?: ',' | '\t'; readonly title?: string } = {},
): string {
  const rows = [columns, ...lines.map(({ cells }) => columns.map((column) => cells[column] ?? ''))]
  const text = rows.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter))
  return `${[...(title ? [title] : []), ...text].join('\r\n')}\r\n`
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
