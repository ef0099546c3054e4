import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { sql } from 'drizzle-orm'
import { codeLists, useFullerList } from '#schema/codes/catalog.ts'
import type { ListColumns } from '#schema/codes/load-list.ts'
import { HubError } from '#schema/errors.ts'
import { desk, record } from '../audit.ts'
import type { Database } from '../database.ts'
import { decode } from './decode.ts'

export type FullerList = { readonly scheme: string; readonly codes: number }

/** Keeps a fuller edition of a code list, CSV with a header row, and puts it in force: `GB/T-4754` names GB/T 4754-2017. */
export async function keepFullerList(
  database: Database,
  name: string,
  path: string,
  edition?: string,
): Promise<FullerList> {
  const scheme = schemeNamed(name)
  const file = basename(path)
  const csv = await textOf(path, file)
  const columns = columnsOf(file, csv)
  const codes = useFullerList(scheme, csv, columns, edition)
  await database.write(async (tx) => {
    await tx.execute(sql`
      insert into library.code_list (scheme, edition, columns, csv)
      values (${scheme}, ${edition ?? null}, ${JSON.stringify(columns)}::jsonb, ${csv})
      on conflict (scheme) do update set
        edition = excluded.edition, columns = excluded.columns, csv = excluded.csv, loaded_at = now()`)
    await record(tx, [{ action: 'CHANGE', viewer: desk, object: scheme, reason: 'lianku codes' }])
  })
  return { scheme, codes }
}

/** Puts the fuller lists kept in the database in force in this process. */
export async function useKeptLists(database: Database): Promise<void> {
  const kept = await database.write((tx) =>
    tx.execute(sql`select scheme, edition, columns, csv from library.code_list`),
  )
  for (const { scheme, edition, columns, csv } of kept) {
    useFullerList(String(scheme), String(csv), columns as ListColumns, edition === null ? undefined : String(edition))
  }
}

async function textOf(path: string, file: string): Promise<string> {
  try {
    const { chunks } = await decode(() => createReadStream(path), file)
    return (await Array.fromAsync(chunks)).join('')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new HubError('BAD_FILE', `${file}：找不到这个文件。`, { file })
  }
}

function schemeNamed(name: string): string {
  const plain = (text: string) => text.replaceAll(/[\s/-]/g, '').toUpperCase()
  const schemes = codeLists.map(({ scheme }) => scheme)
  const exact = schemes.filter((scheme) => plain(scheme) === plain(name))
  const found = exact.length > 0 ? exact : schemes.filter((scheme) => plain(scheme).startsWith(plain(name)))
  if (found.length === 1) return found[0]!
  throw new HubError('BAD_VALUE', `代码表应为 ${schemes.join('、')} 之一，收到 ${name}。`)
}

function columnsOf(file: string, csv: string): ListColumns {
  const header = csv
    .slice(0, csv.search(/[\r\n]|$/))
    .replace('\ufeff', '')
    .split(',')
  const first = (...names: string[]) => names.find((name) => header.includes(name))
  const [code, zh, en] = [first('code'), first('name', 'title'), first('name_en', 'title_en')]
  const parent = first('parent', 'parent_code')
  if (code && zh) return { code, zh, ...(en && { en }), ...(parent && { parent }) }
  throw new HubError(
    'BAD_FILE',
    `${file} 第 1 行应有列 code 和 name（或 title），可有 parent 和 name_en，收到 ${header.join('、')}。`,
  )
}
