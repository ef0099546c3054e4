import { type FlagCode, flags } from '#schema/flags.ts'
import type { Doubt } from '../../report.ts'
import { summarySheet } from '../../tables.ts'
import { severities, wording } from '../wording.ts'
import { declaration, declareType, freshPath, officeRelations, type Package, relate } from './package.ts'
import { placeOf } from './sheet.ts'
import { attribute, elements, fromPart, insertBefore, prefixOf, toPart } from './xml.ts'

/** Adds a last sheet that lists every doubt, each with a link to its cell. */
export function addSummary(book: Package, workbook: string, doubts: readonly Doubt[], more: number) {
  const part = book.get(workbook)!
  const prefix = prefixOf(part, 'workbook') ?? ''
  const sheets = elements(part, `${prefix}sheet`)
  const names = new Set(sheets.map(({ tag }) => fromPart(attribute(tag, 'name') ?? '')))
  let name: string = summarySheet
  for (let number = 2; names.has(name); number++) name = `${summarySheet}${number}`
  const path = freshPath(book, 'xl/worksheets/lianku', 'xml')
  const namespace = attribute(
    /<(?:[\w.-]+:)?workbook\b[^>]*>/.exec(part)?.[0] ?? '',
    `xmlns${prefix && `:${prefix.slice(0, -1)}`}`,
  )
  book.set(path, sheetOf(doubts, more, namespace ?? 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'))
  declareType(book, path, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml')
  const id = relate(book, workbook, 'worksheet', path)
  const sheetId = 1 + Math.max(0, ...sheets.map(({ tag }) => Number(attribute(tag, 'sheetId') ?? 0)))
  const entry = `<${prefix}sheet xmlns:r="${officeRelations}" name="${toPart(name)}" sheetId="${sheetId}" r:id="${id}"/>`
  book.set(workbook, insertBefore(part, `</${prefix}sheets>`, entry))
}

function sheetOf(doubts: readonly Doubt[], more: number, namespace: string): string {
  const counts = Map.groupBy(doubts, ({ code }) => code)
  const rows: (readonly string[])[] = [
    [`联库核对结果：共 ${doubts.length + more} 处，请逐处核对；改好后可直接重新提交本文件，批注和本表不影响读取。`],
    ...(more > 0 ? [[`其中 ${more} 处未列出。`]] : []),
    [],
    ['次数', '代码', '程度', '说明', '依据'],
    ...[...counts].map(([code, all]) => [
      String(all.length),
      code,
      severities[flags[code].severity],
      flags[code].zh,
      clauseOf(code),
    ]),
    [],
    ['工作表', '单元格', '栏目', '程度', '说明'],
  ]
  const head = rows.length
  rows.push(
    ...doubts.map((doubt) => [
      doubt.sheet ?? '',
      doubt.address ?? (doubt.row > 0 ? `第 ${doubt.row} 行` : ''),
      doubt.column ?? '',
      severities[doubt.severity],
      wording(doubt),
    ]),
  )
  const links = doubts.flatMap(({ sheet, address }, index) => {
    if (sheet === undefined || address === undefined || !placeOf(address)) return []
    const location = toPart(`'${sheet.replaceAll("'", "''")}'!${address}`)
    return [`<hyperlink ref="B${head + index + 1}" location="${location}"/>`]
  })
  return (
    `${declaration}<worksheet xmlns="${namespace}"><cols><col min="1" max="1" width="16" customWidth="1"/>` +
    '<col min="2" max="4" width="22" customWidth="1"/><col min="5" max="5" width="90" customWidth="1"/></cols>' +
    `<sheetData>${rows.map(rowOf).join('')}</sheetData>` +
    `${links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}</worksheet>`
  )
}

function clauseOf(code: FlagCode): string {
  const { clause = '' }: { readonly clause?: string } = flags[code]
  return clause
}

function rowOf(cells: readonly string[], index: number): string {
  const written = cells.map(
    (text, at) =>
      `<c r="${'ABCDE'[at]}${index + 1}" t="inlineStr"><is><t xml:space="preserve">${toPart(text)}</t></is></c>`,
  )
  return `<row r="${index + 1}">${written.join('')}</row>`
}
