import type { World } from '../world.ts'
import type { Line } from './lines.ts'

/** A half year, as Heilongjiang names its bundles. */
export type Batch = '2023H1' | '2023H2'

/** One text file of a bundle. */
export type BundleTable = {
  readonly library: string
  readonly name: string
  readonly columns: readonly string[]
  readonly lines: readonly Line[]
  readonly delimiter?: ',' | '\t'
}

/**
 * Where a row stands when a bundle is made: the batch that wrote it last, or undefined when the bundle is without it.
 * A bundle holds the whole library: in the second one some rows are new, some changed, few gone, most as they were.
 */
export function lastWritten(world: World, library: string, row: number, batch: Batch): Batch | undefined {
  const random = world.random(library, 'batches', row)
  const [isNew, isGone, isChanged] = [random.chance(0.12), random.chance(0.03), random.chance(0.2)]
  if (isNew) return batch === '2023H1' ? undefined : '2023H2'
  if (batch === '2023H1') return '2023H1'
  return isGone ? undefined : isChanged ? '2023H2' : '2023H1'
}

/** Whether the second half year changed the row. */
export function isChanged(batch: Batch | undefined, bundle: Batch): boolean {
  return bundle === '2023H2' && batch === '2023H2'
}
