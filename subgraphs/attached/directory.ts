import { sql } from 'drizzle-orm'
import { anyone } from '#schema/viewer.ts'
import type { Database } from '../database.ts'
import { nothingAttached, type Site, type SiteLibrary } from './attached.ts'
import type { Credentials } from './credentials.ts'
import { type OpenSite, openSite, unknownSite } from './site.ts'

export type DirectoryOptions = {
  readonly database: Database
  readonly credentials: () => Promise<Credentials>
  /** Milliseconds an attached database may take for a statement. */
  readonly deadlineMs: number
  /** Milliseconds until a database that failed is tried again. */
  readonly restMs?: number
  /** Milliseconds between two looks at what is attached. */
  readonly everyMs?: number
}

/** How often a process looks at what is attached. */
export const lookMs = 1_000

/** Which libraries are attached, kept up to date while the hub runs. */
export type Directory = {
  readonly sites: () => readonly Site[]
  /** Looks at once. */
  readonly look: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Opens what is attached. Every process that shares the database looks into the same table, so that all agree within a
 * second; a library whose address a process was not told counts as unreachable there.
 */
export async function openDirectory(options: DirectoryOptions): Promise<Directory> {
  const { database, credentials, everyMs = lookMs, ...timing } = options
  const open = new Map<string, OpenSite>()
  let sites: readonly Site[] = []
  let seen = '[]'
  let looking: Promise<void> | undefined

  async function lookOnce() {
    const rows = await listAttached(database)
    const now = JSON.stringify(rows)
    if (now === seen) return
    const known = await credentials()
    const byUrl = Map.groupBy(rows, ({ id }) => known.get(id))
    sites = Array.from(byUrl, ([url, libraries]): Site => {
      return { libraries, reader: url === undefined ? unknownSite : siteAt(url).reader }
    })
    seen = now
    for (const [url, site] of open) {
      if (byUrl.has(url)) continue
      open.delete(url)
      site.close().catch(() => undefined)
    }
  }
  function siteAt(url: string): OpenSite {
    const site = open.get(url) ?? openSite({ url, ...timing })
    open.set(url, site)
    return site
  }
  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = undefined
    })
    return looking
  }

  await look()
  // What was attached stays so while the hub's own database does not answer.
  const timer = setInterval(() => look().catch(() => undefined), everyMs).unref()
  return {
    sites: () => sites,
    look,
    async close() {
      clearInterval(timer)
      await looking?.catch(() => undefined)
      await Promise.all([...open.values()].map((site) => site.close()))
    },
  }
}

/** The database as requests meet it: with what is attached at their time. */
export function withAttached(database: Database, directory: Directory): Database {
  return {
    ...database,
    db(viewer) {
      const sites = directory.sites()
      return { ...database.db(viewer), attached: sites.length === 0 ? nothingAttached : { sites, missing: new Map() } }
    },
    async close() {
      await directory.close()
      await database.close()
    },
  }
}

type AttachedRow = SiteLibrary & { readonly attachedAt: string }

async function listAttached(database: Database): Promise<readonly AttachedRow[]> {
  const rows = await database.db(anyone).read.execute(sql`
    select library as id, kinds, clearing, attached_at as "attachedAt" from attached.library order by library`)
  return rows as unknown as AttachedRow[]
}
