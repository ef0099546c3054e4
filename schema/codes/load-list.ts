import { parse } from 'csv-parse/sync'
import type { Code, CodeList } from './code-list.ts'

/** Which column of a CSV with a header row holds what. */
export type ListColumns = { readonly code: string; readonly zh: string; readonly en?: string; readonly parent?: string }

/**
 * A fuller edition of a core list, read from CSV text; what only the core list knows is kept.
 * Throws TypeError when a column is missing or a code is empty or given twice.
 */
export function loadList(core: CodeList, csv: string, columns: ListColumns, edition = core.edition): CodeList {
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true, trim: true, skip_empty_lines: true })
  const missing = Object.values(columns).filter((column) => rows[0] && !(column in rows[0]))
  if (missing.length > 0 || rows.length === 0) {
    throw new TypeError(`The list for ${core.scheme} lacks ${missing.join(', ') || 'any row'}.`)
  }
  const known = new Map(core.entries.map((entry) => [entry.code, entry]))
  const loaded = new Map<string, Code>()
  for (const [index, row] of rows.entries()) {
    const entry = readRow(row, columns, known)
    if (entry.code === '' || entry.zh === '' || loaded.has(entry.code)) {
      throw new TypeError(`Row ${index + 2} of the list for ${core.scheme} has ${JSON.stringify(row)}.`)
    }
    loaded.set(entry.code, entry)
  }
  // A current list seldom holds former codes, and one of three provinces not the others: the core's own entries stay.
  const kept = core.entries.filter((entry) => !loaded.has(entry.code))
  const parents = [...loaded.values()].flatMap((entry) => entry.parent ?? [])
  const complete = core.complete && [...new Set([...core.complete, ...parents])]
  const entries = [...loaded.values(), ...kept]
  return { scheme: core.scheme, edition, source: core.source, entries, ...(complete && { complete }) }
}

function readRow(row: Record<string, string>, columns: ListColumns, known: ReadonlyMap<string, Code>): Code {
  const code = row[columns.code] ?? ''
  const core = known.get(code)
  const en = (columns.en && row[columns.en]) || core?.en
  const parent = (columns.parent && row[columns.parent]) || core?.parent
  const zh = row[columns.zh] ?? ''
  const also = [...(core?.also ?? []), ...(core && core.zh !== zh ? [core.zh] : [])]
  return { code, zh, ...(en && { en }), ...(parent && { parent }), ...(also.length > 0 && { also }) }
}
