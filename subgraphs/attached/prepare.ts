import { randomBytes } from 'node:crypto'
import { type Connection, openConnection } from '../database/connection.ts'
import { migrate } from '../migrate.ts'

export type Prepared = {
  /** Migrations applied now. */
  readonly applied: readonly string[]
  /** What the hub is told: an address with a login that may only read public tables; undefined when it was told before. */
  readonly address: string | undefined
}

/**
 * Makes the hub's tables and roles in a province's own database, or brings them up to date, and a login for the hub.
 * Its password is shown once; `renew` makes another.
 */
export async function prepareDatabase(url: string, secret: string | undefined, renew: boolean): Promise<Prepared> {
  const applied = await migrate({ url, secret })
  const connection = openConnection({ url })
  try {
    if (!renew && (await hasLogin(connection))) return { applied, address: undefined }
    const password = randomBytes(24).toString('base64url')
    await connection.run(`alter role lianku_guest login inherit password '${password}'`)
    return { applied, address: addressFor(url, password) }
  } finally {
    await connection.end()
  }
}

async function hasLogin(connection: Connection): Promise<boolean> {
  const found = await connection.send(`select from pg_roles where rolname = 'lianku_guest' and rolcanlogin`, [])
  return found.length > 0
}

function addressFor(url: string, password: string): string {
  const address = new URL(url)
  address.username = 'lianku_guest'
  address.password = password
  return address.href
}
