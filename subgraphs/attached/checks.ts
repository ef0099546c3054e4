import type { Connection } from '../database/connection.ts'
import type { LibraryEntry } from '../libraries.ts'

/** What the hub expects of a database that is to be attached. */
export type Expected = {
  /** Tables the public may read, with their columns: `talent.talent` → `id` → `text "C" not null`. */
  readonly tables: Shape
  /** Migrations by name, with the hash of each. */
  readonly migrations: ReadonlyMap<string, string>
}

export type Shape = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Everything, in Chinese, that stands against attaching a library from here; nothing when it may be attached. */
export async function objectionsTo(connection: Connection, library: LibraryEntry, expected: Expected) {
  const objections = [...(await checkServer(connection)), ...(await checkRights(connection))]
  // Who may not enter, or may do too much, is asked no further.
  if (objections.length > 0) return objections
  const shape = await readShape(connection)
  const foreign = [...shape.keys()].filter((table) => !expected.tables.has(table) && !alsoRead.has(table))
  if (foreign.length > 0) {
    objections.push(`登录可以读到平台以外的表：${some(foreign)}；请收回它（或 PUBLIC）对这些表的权限。`)
  }
  objections.push(...(await checkVersions(connection, shape, expected.migrations)))
  if (objections.length === 0) objections.push(...checkShape(shape, expected.tables))
  if (objections.length === 0) objections.push(...(await checkContent(connection, library)))
  return objections
}

/** Tables and views, with their columns, that a role may read; the login of the connection unless told. */
export async function readShape(connection: Connection, role: string | null = null): Promise<Shape> {
  const rows = await connection.send(
    `select n.nspname || '.' || c.relname as "table", a.attname as "column",
      format_type(a.atttypid, a.atttypmod) || coalesce(' ' || l.collname, '')
        || case when a.attnotnull then ' not null' else '' end as type
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_collation l on l.oid = a.attcollation and l.collname <> 'default'
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${ofUsers} and has_schema_privilege(coalesce($1, current_user), n.oid, 'usage')
      and has_column_privilege(coalesce($1, current_user), c.oid, a.attnum, 'select')`,
    [role],
  )
  const tables = Map.groupBy(rows as unknown as Record<'table' | 'column' | 'type', string>[], ({ table }) => table)
  return new Map(
    Array.from(tables, ([table, columns]) => [table, new Map(columns.map(({ column, type }) => [column, type]))]),
  )
}

const ofUsers = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'`

/** Read beside the public tables: what each library says of organizations, and which migrations were applied. */
const alsoRead = new Set(['organization.contribution', 'lianku.migration'])

async function checkServer(connection: Connection): Promise<string[]> {
  const [row] = await connection.send(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    [],
  )
  const { version, encoding } = row as { version: number; encoding: string }
  const objections: string[] = []
  if (version < 150_000) objections.push(`数据库应为 PostgreSQL 15 或更新，实际为 ${Math.floor(version / 10_000)}。`)
  if (encoding !== 'UTF8') objections.push(`数据库编码应为 UTF8，实际为 ${encoding}。`)
  return objections
}

/** A login that could do more than read would make a mistake here a mistake in the province's data. */
async function checkRights(connection: Connection): Promise<string[]> {
  const [powers] = await connection.send(
    `select array_remove(array[case when rolsuper then 'SUPERUSER' end, case when rolcreaterole then 'CREATEROLE' end,
        case when rolcreatedb then 'CREATEDB' end, case when rolreplication then 'REPLICATION' end,
        case when rolbypassrls then 'BYPASSRLS' end], null) as attributes,
      (select coalesce(array_agg(r.rolname::text order by r.rolname), '{}') from pg_roles r
        where r.rolname not in (current_user, 'lianku_public') and pg_has_role(r.oid, 'member')) as roles
    from pg_roles where rolname = current_user`,
    [],
  )
  const { attributes, roles } = powers as { attributes: string[]; roles: string[] }
  if (attributes.length > 0) return [`登录的权限过大：${attributes.join('、')}；请用 lianku prepare 给出的登录。`]
  if (roles.length > 0) return [`登录属于其他角色：${some(roles)}；请用 lianku prepare 给出的登录。`]
  const rows = await connection.send(
    `select n.nspname || '.' || c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${ofUsers}
      and (has_table_privilege(c.oid, 'insert, update, delete, truncate') or has_any_column_privilege(c.oid, 'insert, update'))
    union all select '模式 ' || n.nspname from pg_namespace n where ${ofUsers} and has_schema_privilege(n.oid, 'create')
    union all select '数据库 ' || current_database() where has_database_privilege(current_database(), 'create')`,
    [],
  )
  const writable = rows.map(({ what }) => String(what))
  return writable.length === 0 ? [] : [`登录可以写入：${some(writable)}；只应有读取权限。`]
}

async function checkVersions(connection: Connection, shape: Shape, migrations: Expected['migrations']) {
  if (!shape.has('lianku.migration')) return ['这里没有平台的表；请先在该处运行 lianku prepare。']
  const rows = await connection.send('select name, hash from lianku.migration', [])
  const applied = new Map(rows.map(({ name, hash }) => [String(name), String(hash)]))
  const missing = [...migrations].filter(([name, hash]) => applied.get(name) !== hash).map(([name]) => name)
  if (missing.length === 0) return []
  return [`平台的表是旧版本，缺少 ${some(missing)}；请在该处用与平台相同的版本重新运行 lianku prepare。`]
}

function checkShape(shape: Shape, tables: Shape): string[] {
  const objections: string[] = []
  for (const [table, columns] of tables) {
    const found = shape.get(table)
    const wrong = [...columns].filter(([column, type]) => found?.get(column) !== type)
    if (!found) objections.push(`缺少表 ${table}，或登录无权读取。`)
    else if (wrong.length > 0) {
      const [column, type] = wrong[0]!
      objections.push(`表 ${table} 的列 ${column} 应为 ${type}，实际为 ${found.get(column) ?? '没有这一列'}。`)
    }
  }
  return objections
}

async function checkContent(connection: Connection, { id }: LibraryEntry): Promise<string[]> {
  const found = await connection.send(`select from library.release where library = $1 and state = 'IN_FORCE' limit 1`, [
    id,
  ])
  return found.length > 0 ? [] : [`这里还没有 ${id} 的批次；请先在该处运行 lianku refresh ${id}。`]
}

function some(names: readonly string[]): string {
  return names.length <= 5 ? names.join('、') : `${names.slice(0, 5).join('、')} 等 ${names.length} 项`
}
