import { HubError } from '#schema/errors.ts'
import { type Connection, openConnection } from '../database/connection.ts'
import type { Reader } from '../intake/child.ts'
import { batchRows, type RawRow, type ReadEvent, syntheticMark } from '../intake/read/table.ts'
import type { FileInfo } from '../intake/report.ts'

/** Tables of one database at one moment, to be read like files. */
export type TableSource = {
  /** Each table with its size as text and a digest of its rows, whatever their order. */
  readonly infos: readonly FileInfo[]
  readonly reader: Pick<Reader, 'read'>
  readonly close: () => Promise<void>
}

/** Opens tables or views by name, `rc_xx` or `kj.rc_xx`. Throws BAD_VALUE for one that is not there. */
export async function openTables(url: string, names: readonly string[]): Promise<TableSource> {
  const connection = openConnection({ url })
  try {
    // What is described and what is read is the same, whatever changes meanwhile.
    await connection.run(`begin isolation level repeatable read read only; set local datestyle = 'ISO'`)
    const tables: Table[] = []
    for (const name of names) tables.push(await describe(connection, name))
    return {
      infos: tables.map(({ info }) => info),
      reader: { read: () => readAll(connection, tables) },
      close: () => connection.end(),
    }
  } catch (error) {
    connection.discard()
    throw error
  }
}

type Table = {
  readonly info: FileInfo
  readonly rows: number
  readonly columns: readonly string[]
  readonly synthetic: boolean
  /** Its rows as text. */
  readonly query: string
}

async function* readAll(connection: Connection, tables: readonly Table[]): AsyncGenerator<ReadEvent> {
  for (const table of tables) yield* read(connection, table)
}

async function* read(connection: Connection, table: Table): AsyncGenerator<ReadEvent> {
  const { info, rows, columns, synthetic, query } = table
  yield {
    type: 'table',
    // Keys name its values, as in JSON.
    table: { file: info.name, form: 'json', date1904: false, synthetic, merges: [] },
  }
  await connection.run(`declare source no scroll cursor for ${query}`)
  for (let row = 1; row <= rows; ) {
    const batch = await connection.send(`fetch ${batchRows} from source`, [], true)
    if (batch.length === 0) break
    const cells = batch as unknown as readonly RawRow['cells'][]
    yield { type: 'rows', keys: columns, rows: cells.map((values, index) => ({ row: row + index, cells: values })) }
    row += batch.length
  }
  await connection.run('close source')
  yield { type: 'end', declaredRows: rows }
}

async function describe(connection: Connection, name: string): Promise<Table> {
  const [found] = await connection
    .send(
      `select c.oid::int8 as oid, format('%I.%I', n.nspname, c.relname) as source, obj_description(c.oid, 'pg_class') as note
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.oid = to_regclass($1) and c.relkind in ('r', 'p', 'v', 'm', 'f')`,
      [name],
    )
    .catch(() => [])
  if (!found) throw new HubError('BAD_VALUE', `数据库中没有表或视图 ${name}；用 --table 指明，如 --table kj.rc_xx。`)
  const source = String(found.source)
  const columns = (await connection.send(
    `select a.attname as name, a.atttypid::regtype::text as type, coalesce(k.place, 0) as place
    from pg_attribute a left join (
      select i.indrelid, key.attnum, key.place from pg_index i, unnest(i.indkey::int2[]) with ordinality key (attnum, place)
      where i.indisprimary
    ) k on k.indrelid = a.attrelid and k.attnum = a.attnum
    where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [found.oid],
  )) as unknown as readonly Column[]
  const [size] = await connection.send(
    `select count(*) as rows, coalesce(sum(octet_length(t::text)), 0)::int8 as bytes,
      encode(sha256(convert_to(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), ''), 'UTF8')), 'hex') as sha256
    from ${source} t`,
    [],
  )
  const { rows, bytes, sha256 } = size as { rows: number; bytes: number; sha256: string }
  const keys = columns.filter(({ place }) => place > 0).toSorted((a, b) => a.place - b.place)
  const order = keys.length === 0 ? '' : ` order by ${keys.map(({ name }) => quoted(name)).join(', ')}`
  return {
    info: { name: source, bytes, sha256 },
    rows,
    columns: columns.map((column) => column.name),
    synthetic: syntheticMark.test(String(found.note ?? '')),
    query: `select ${columns.map(asText).join(', ')} from ${source}${order}`,
  }
}

type Column = { readonly name: string; readonly type: string; readonly place: number }

/** A value as a clerk would have written it into a file. */
function asText({ name, type }: Column): string {
  const column = quoted(name)
  if (type === 'boolean') return `case when ${column} then '是' when not ${column} then '否' end`
  if (type.endsWith('[]')) return `array_to_string(${column}, '；')`
  // Native formats know days and no hours.
  if (type.startsWith('timestamp')) return `to_char(${column}, 'YYYY-MM-DD')`
  return `${column}::text`
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
