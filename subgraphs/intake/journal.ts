import type { Viewer } from '#schema/viewer.ts'
import { desk, record } from '../audit.ts'
import type { Handle } from '../database.ts'
import type { ReleaseSummary } from './report.ts'

/**
 * Tells the audit of the releases a unit of work made or decided on: which, by whom and on what ground, such as
 * `import ln-fair`. The last statement of the unit, as whoever reads restricted content waits from here to the commit.
 */
export function recordReleases(
  tx: Handle,
  releases: readonly Pick<ReleaseSummary, 'id' | 'library'>[],
  reason: string,
  viewer: Viewer = desk,
): Promise<void> {
  const events = releases.map(
    ({ id, library }) => ({ action: 'INTAKE', viewer, object: library, ids: [id], reason }) as const,
  )
  return record(tx, events)
}
