import { createHmac } from 'node:crypto'

/**
 * The roles of the database, and who they are:
 * `lianku_public` logs in for public tables and can see nothing else; `lianku_app` logs in with no rights at all and
 * in each transaction becomes `lianku_reader` (restricted rows, as its viewer) or `lianku_writer` (intake).
 * `lianku_guest` is a hub that this database is attached to: it sees what `lianku_public` sees, and logs in where
 * `lianku prepare` lets it.
 */
export const createRoles = `
do $$
declare role text;
begin
  foreach role in array array['lianku_public', 'lianku_app', 'lianku_reader', 'lianku_writer', 'lianku_guest'] loop
    if not exists (select from pg_roles where rolname = role) then
      execute format('create role %I noinherit nologin', role);
    end if;
  end loop;
  if not pg_has_role('lianku_app', 'lianku_reader', 'member') then grant lianku_reader to lianku_app; end if;
  if not pg_has_role('lianku_app', 'lianku_writer', 'member') then grant lianku_writer to lianku_app; end if;
  if not pg_has_role('lianku_guest', 'lianku_public', 'member') then
    alter role lianku_guest inherit;
    grant lianku_public to lianku_guest;
  end if;
end $$;`

export type LoginRole = 'lianku_public' | 'lianku_app'

/** A login's password: the same in every service that has the same `secret`, or the same password in `url`. */
export function rolePassword(role: LoginRole, url: string, secret: string | undefined): string {
  const key = secret ?? decodeURIComponent(new URL(url).password)
  if (key === '') {
    throw new TypeError('Set LIANKU_SECRET: DATABASE_URL has no password to derive the passwords of its roles from.')
  }
  return createHmac('sha256', key).update(`lianku role ${role}`).digest('base64url')
}

/** Lets both logins in with their derived passwords. */
export function setPasswords(url: string, secret: string | undefined): string {
  return (['lianku_public', 'lianku_app'] as const)
    .map((role) => `alter role ${role} login noinherit password '${rolePassword(role, url, secret)}';`)
    .join('\n')
}
