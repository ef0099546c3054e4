import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, openConnection } from './database/connection.ts'
import { createRoles, setPasswords } from './database/roles.ts'
import { unreachable } from './database.ts'

/*
 * A migration is a plain SQL file, `subgraphs/<name>/migrations/0001_talents.sql`, applied once, in order of its
 * number, in one transaction, as the login of DATABASE_URL. It says itself who may do what:
 *
 *   create schema talent;
 *   grant usage on schema talent to lianku_public, lianku_reader, lianku_writer;
 *
 *   -- A public table: published rows, readable by everyone, no row policies.
 *   create table talent.talent (id text collate "C" primary key, name text not null);
 *   grant select on talent.talent to lianku_public, lianku_reader;
 *   grant select, insert, update, delete on talent.talent to lianku_writer;
 *
 *   -- A restricted table: read by key and as a viewer. No viewer, no rows.
 *   create table talent.contact (id text collate "C" primary key, province text not null, phone text);
 *   alter table talent.contact enable row level security, force row level security;
 *   grant select on talent.contact to lianku_reader;
 *   grant select, insert, update, delete on talent.contact to lianku_writer;
 *   create policy reader on talent.contact for select to lianku_reader
 *     using (lianku.sees_personal(null, province, null, null, null));
 *   create policy writer on talent.contact for all to lianku_writer using (true) with check (true);
 *
 * `lianku.viewer()` is the viewer of the unit of work as jsonb, or null outside of one; what it may see of a class, by which
 * facts of the row, is in subgraphs/policy/migrations. A subgraph names its restricted tables as `guarded`.
 * A sequence wants `grant usage on sequence … to lianku_writer`; an identity column wants no grant.
 * Never say `begin` or `commit` in a file: all of it is one message, and so one transaction.
 */

export type MigrateOptions = {
  /** `DATABASE_URL`, with a login that may create roles and schemas. */
  readonly url: string
  readonly secret: string | undefined
  /** Folders that hold a `migrations/` folder, in the order to apply them; every one beside this file unless told, common ground first. */
  readonly folders?: readonly string[]
}

/** Brings the database up to date and gives back the names of what was applied; several may run at once. */
export async function migrate({ url, secret, folders }: MigrateOptions): Promise<readonly string[]> {
  const files = await readMigrations(folders ?? (await foldersWithMigrations(import.meta.dirname)))
  const connection = openConnection({ url, settings: { lock_timeout: '60000' } })
  try {
    await connection.send('select 1', [])
  } catch (error) {
    throw unreachable(url, error)
  }
  try {
    await untilSettled(() => connection.run(createRoles))
    await untilSettled(() => connection.run(setPasswords(url, secret)))
    await connection.send('select pg_advisory_lock(hashtext($1))', ['lianku migrate'])
    await connection.run(ground)
    return await applyMissing(connection, files)
  } finally {
    await connection.end()
  }
}

/** Every migration of this version by name, with its hash. */
export async function migrationHashes(): Promise<ReadonlyMap<string, string>> {
  const files = await readMigrations(await foldersWithMigrations(import.meta.dirname))
  return new Map(files.map(({ name, hash }) => [name, hash]))
}

type Migration = { readonly name: string; readonly text: string; readonly hash: string }

const ground = `
create schema if not exists lianku;
create table if not exists lianku.migration (
  name text collate "C" primary key,
  hash text not null,
  applied_at timestamptz not null default now()
);
create or replace function lianku.viewer() returns jsonb language sql stable parallel safe
  return nullif(current_setting('lianku.viewer', true), '')::jsonb;
grant usage on schema lianku to lianku_public, lianku_reader, lianku_writer, lianku_guest;
grant select on lianku.migration to lianku_guest;
revoke all on schema public from public;
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
  execute format('grant temporary on database %I to lianku_writer', current_database());
end $$;`

async function foldersWithMigrations(parent: string): Promise<string[]> {
  const found = await readdir(parent, { recursive: true, withFileTypes: true })
  const subgraphs = new Set(found.filter(({ name }) => name === 'subgraph.ts').map(({ parentPath }) => parentPath))
  const folders = found
    .filter((entry) => entry.isDirectory() && entry.name === 'migrations')
    .map((entry) => entry.parentPath)
    .sort()
  // Subgraphs stand on common ground.
  return folders.sort((one, other) => Number(subgraphs.has(one)) - Number(subgraphs.has(other)))
}

async function readMigrations(folders: readonly string[]): Promise<Migration[]> {
  const found: Migration[] = []
  for (const folder of folders) {
    const files = (await readdir(join(folder, 'migrations'))).filter((file) => file.endsWith('.sql')).sort()
    for (const [at, file] of files.entries()) {
      const name = `${basename(folder)}/${file}`
      const before = files[at - 1]
      if (!/^\d{4}_\w+\.sql$/.test(file)) throw new TypeError(`Migration ${name} is not named like 0001_talents.sql.`)
      if (before?.slice(0, 4) === file.slice(0, 4)) {
        throw new TypeError(`Migration ${name} has the number of ${before}. Give the newer one the next free number.`)
      }
      const text = await readFile(join(folder, 'migrations', file), 'utf8')
      found.push({ name, text, hash: createHash('sha256').update(text).digest('hex') })
    }
  }
  return found
}

async function applyMissing(connection: Connection, files: readonly Migration[]): Promise<string[]> {
  const rows = await connection.send('select name, hash from lianku.migration', [])
  const recorded = new Map(rows.map((row) => [row.name, row.hash]))
  const changed = files.find(({ name, hash }) => recorded.has(name) && recorded.get(name) !== hash)
  if (changed) {
    throw new TypeError(`Migration ${changed.name} was changed after it was applied. Restore it, and add a new file.`)
  }
  const missing = files.filter(({ name }) => !recorded.has(name))
  for (const { name, text, hash } of missing) {
    try {
      await connection.run(`${text}\n;insert into lianku.migration (name, hash) values ('${name}', '${hash}')`)
    } catch (error) {
      const { message, position } = error as Error & { position?: string }
      const line = position ? ` at line ${text.slice(0, Number(position)).split('\n').length}` : ''
      throw new TypeError(`Migration ${name} failed${line}: ${message}.`, { cause: error })
    }
  }
  return missing.map(({ name }) => name)
}

// Roles belong to the whole server, where no lock of one database reaches: another hub may be making them right now.
async function untilSettled(attempt: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await attempt()
      return
    } catch (error) {
      if (tries === 20 || !concurrentCodes.has(String((error as { code?: unknown }).code))) throw error
      await pause(10 + Math.random() * 10 * tries)
    }
  }
}

// unique_violation, duplicate_object, "tuple concurrently updated"
const concurrentCodes = new Set(['23505', '42710', 'XX000'])
