import { attachLibrary } from '../../../subgraphs/attached/attach.ts'
import { openDirectory, withAttached } from '../../../subgraphs/attached/directory.ts'
import type { Database } from '../../../subgraphs/database.ts'
import { sinks } from '../../../subgraphs/registry.ts'
import type { FreshDatabase } from '../../postgres.ts'

/** Libraries of two provinces that between them feed every list. */
export const hubei = ['hb-edu-talent', 'hb-edu-achievement', 'hb-ip-patent']
export const liaoning = ['ln-demand', 'ln-patent', 'ln-license']

export type AttachedHub = {
  /** The hub's database as requests meet it, with what is attached. */
  readonly database: Database
  readonly attach: (library: string, url: string) => Promise<void>
  /** Adopts what was attached or detached, as a running hub does within a second. */
  readonly look: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A running hub that libraries can be attached to. */
export async function openAttachedHub(
  hub: FreshDatabase,
  timing: { readonly deadlineMs: number; readonly restMs: number } = { deadlineMs: 20_000, restMs: 300 },
): Promise<AttachedHub> {
  const known = new Map<string, string>()
  const directory = await openDirectory({
    database: hub.database,
    credentials: async () => known,
    ...timing,
    everyMs: 3_600_000,
  })
  return {
    database: withAttached(hub.database, directory),
    async attach(library, url) {
      const keep = async () => void known.set(library, url)
      await attachLibrary({
        database: hub.database,
        hubUrl: hub.url,
        sinks,
        library,
        url,
        replace: true,
        keep,
        adopted: directory.look,
      })
    },
    look: directory.look,
    close: directory.close,
  }
}
