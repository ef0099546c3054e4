import { HubError } from '#schema/errors.ts'
import type { Hub } from '../hub.ts'
import { importFiles } from '../intake/intake.ts'
import type { Report } from '../intake/report.ts'
import type { Sink } from '../intake/sink.ts'
import type { Style } from '../intake/style.ts'
import { findStyle } from '../intake/styles/find.ts'
import { findLibrary } from '../libraries.ts'
import { openTables } from './table-source.ts'

export type RefreshOptions = {
  /** The province's own hub: its database holds the source tables too. */
  readonly hub: Pick<Hub, 'database' | 'url'>
  readonly sinks: readonly Sink[]
  readonly library: string
  /** Tables or views in the order of the style's sheets; those the style names when empty. */
  readonly tables: readonly string[]
  readonly today: string
  readonly removable?: number
  readonly progress?: (rows: number) => void
}

/**
 * Fills the hub's tables from a province's own through the library's style: the same reading, checks, flags, release and
 * brake as for files. The release is the whole content of the tables.
 */
export async function refreshLibrary({ hub, sinks, library, tables, ...run }: RefreshOptions): Promise<Report> {
  if (!findLibrary(library)) throw new HubError('UNKNOWN_LIBRARY', `没有资源库 ${library}。`)
  const wanted = tablesOf(library, tables)
  const source = await openTables(
    hub.url,
    wanted.map(({ table }) => table),
  )
  try {
    const { infos, reader } = source
    const style = styleOver(
      library,
      wanted.map(({ sheet }, index) => ({ sheet, name: infos[index]!.name })),
    )
    return await importFiles({ database: hub.database, sinks, style, files: [], infos, reader, ...run })
  } finally {
    await source.close()
  }
}

type Sheet = Style['sheets'][number]

/** Which table each sheet of the library is read from. */
function tablesOf(library: string, given: readonly string[]): { readonly sheet: Sheet; readonly table: string }[] {
  const sheets = findStyle(library).sheets.filter((sheet) => sheet.library === library)
  if (given.length > 0 && given.length !== sheets.length) {
    throw new HubError(
      'BAD_VALUE',
      `${library} 有 ${sheets.length} 张表，--table 应给出 ${sheets.length} 次，收到 ${given.length} 次。`,
    )
  }
  return sheets.map((sheet, index) => {
    const table = given[index] ?? sheet.table
    if (table === undefined)
      throw new HubError('BAD_VALUE', `${library} 的格式没有写明表名；用 --table 指明本省的表或视图。`)
    return { sheet, table }
  })
}

/** The library's style as its tables have it: the same columns, found by the names of the tables. */
function styleOver(library: string, sheets: readonly { readonly sheet: Sheet; readonly name: string }[]): Style {
  const { id, title } = findStyle(library)
  return {
    id,
    title,
    // A release of part of a library is for files that hold a part; these are all of it.
    sheets: sheets.map(({ sheet: { scope, ...sheet }, name }) => ({
      ...sheet,
      file: new RegExp(`^${name.replace(/[^\w\u0080-\uffff]/g, '\\$&')}$`),
      format: 'json' as const,
    })),
  }
}
