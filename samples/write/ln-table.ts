import { placed, type RowTruth } from '../truth.ts'
import type { Sample } from '../writer.ts'
import { gb18030 } from './gb18030.ts'
import { type Line, separated } from './lines.ts'

/** A table of Liaoning's platform as its database tool exports it: GBK, a title above the columns. */
export function lnTable(library: string, table: string, columns: string, lines: readonly Line[]): Sample {
  const path = `${library}/${table}.csv`
  const title = `${table} 数据导出 SYNTHETIC 虚构样例`
  return {
    path,
    content: gb18030(separated(columns.split(' '), lines, { title })),
    truth: placed(
      path,
      library,
      lines.map(({ truth }) => truth),
      { first: 3 },
    ),
  }
}

/** `20231001`, as the platform writes dates. */
export function compact(day: string | undefined): string {
  return day?.replaceAll('-', '') ?? ''
}

/** The truth of a row with the doubts its defect raises; no defect raises none. */
export function rowTruth<Defect extends string>(
  records: RowTruth['records'],
  defect: Defect | undefined,
  raised: Partial<Record<Defect, RowTruth['flags']>>,
): RowTruth {
  return { records, flags: (defect && raised[defect]) ?? [], ...(defect && { defect }) }
}
