import { SSF } from '@e965/xlsx'
import type { RawCell } from './table.ts'

/** A numeric cell: as its sheet shows it, with the number behind it. */
export function numericCell(value: number, format: string, date1904: boolean): RawCell {
  return { text: shown(value, format, date1904), value: rounded(value) }
}

/** Number formats that need no definition in a workbook; 27 to 58 as Excel has them in China (ECMA-376, 18.8.30). */
export function formatsInChina(): ReadonlyMap<number, string> {
  const formats = new Map(inChina)
  for (const [id, format] of Object.entries(SSF.get_table() as Record<string, string>)) {
    if (Number(id) < 50 && !formats.has(Number(id))) formats.set(Number(id), format)
  }
  return formats
}

const inChina: readonly (readonly [number, string])[] = [
  ...[27, 36, 50, 52, 57].map((id) => [id, 'yyyy"年"m"月"'] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, 'm"月"d"日"'] as const),
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, 'h"时"mm"分"'],
  [35, 'h"时"mm"分"ss"秒"'],
  [55, 'h"时"mm"分"'],
  [56, 'h"时"mm"分"ss"秒"'],
]

/** A number as the sheet shows it; dates in ISO form as precise as their format, numbers without format in full. */
function shown(value: number, format: string, date1904: boolean): string {
  if (SSF.is_date(format)) return isoDate(value, format, date1904) ?? inFull(value)
  if (format === 'General' || format === '@') return inFull(value)
  try {
    return String(SSF.format(format, value, { date1904 })).trim()
  } catch {
    return inFull(value)
  }
}

function isoDate(serial: number, format: string, date1904: boolean): string | undefined {
  const parts = SSF.parse_date_code(serial, { date1904 })
  if (!parts || serial < 1) return undefined
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase()
  const two = (n: number) => String(n).padStart(2, '0')
  const day = /d/.test(bare) ? `-${two(parts.d)}` : ''
  const month = day !== '' || /m/.test(bare) ? `-${two(parts.m)}` : ''
  return `${String(parts.y).padStart(4, '0')}${month}${day}`
}

/** Fifteen digits are what a spreadsheet keeps; the rest is noise of its binary form. */
function rounded(value: number): number {
  return Number(value.toPrecision(15))
}

function inFull(value: number): string {
  const text = String(rounded(value))
  return text.includes('e') && Number.isInteger(value) ? BigInt(value).toString() : text
}
