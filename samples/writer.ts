import type { Truth } from './truth.ts'
import type { World } from './world.ts'

/** A file as a province would hand it over, with what intake must make of every row in it. */
export type Sample = {
  /** Under the folder of the size: `hb-edu-talent/10486_画像_20231215.xlsx`. */
  readonly path: string
  readonly content: Uint8Array
  readonly truth: readonly Truth[]
}

/** Writes one native format. Files come one by one, so that the large size never lies in memory whole. */
export type Writer = (world: World) => Iterable<Sample> | AsyncIterable<Sample>
