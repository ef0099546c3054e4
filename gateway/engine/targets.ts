import { FieldFailure } from './failure.ts'
import type { Walk } from './paths.ts'
import type { Representation, Spoil } from './representations.ts'
import type { Entity, Run } from './run.ts'

/** Who waits for an entity, and which of the deduplicated representations it stands for. */
export interface Collected {
  readonly targets: Entity[]
  readonly indexes: number[]
  readonly representations: Entity[]
  /** Where the targets of each path but the first begin. */
  readonly starts: number[]
  /** Targets of which a required field failed, and which. */
  readonly spoiled: (readonly [target: Entity, name: string, failure: FieldFailure])[]
}

/** Finds the entities of every path and represents each different one once; `withhold` hears of those that cannot be. */
export function collectTargets(
  run: Run,
  walks: readonly Walk[],
  { represent, soleKey }: Representation,
  withhold: (target: Entity, failure: FieldFailure) => void,
): Collected {
  const targets: Entity[] = []
  const indexes: number[] = []
  const representations: Entity[] = []
  const starts: number[] = []
  const spoiled: Collected['spoiled'] = []
  const same = createIdentities(soleKey)
  let visited: Entity
  const spoil: Spoil = (name, failure) => spoiled.push([visited, name, failure])
  const visit = (target: Entity) => {
    visited = target
    const representation = represent(target, spoil)
    if (!representation) return
    if (representation instanceof FieldFailure) {
      withhold(target, representation)
      return
    }
    const index = same(representation, representations.length)
    if (index === representations.length) representations.push(representation)
    targets.push(target)
    indexes.push(index)
  }
  walks.forEach((walk, i) => {
    if (i > 0) starts.push(targets.length)
    walk(run.data, visit)
  })
  return { targets, indexes, representations, starts, spoiled }
}

/** Gives the index of the equal representation seen before, or takes `next` for this one. */
function createIdentities(soleKey: string | undefined): (representation: Entity, next: number) => number {
  const byText = new Map<unknown, number>()
  const byType = new Map<unknown, Map<unknown, number>>()
  const among = (typename: unknown) => {
    const known = byType.get(typename)
    if (known) return known
    const made = new Map<unknown, number>()
    byType.set(typename, made)
    return made
  }
  return (representation, next) => {
    const value = soleKey === undefined ? undefined : representation[soleKey]
    const isPlain = value !== undefined && typeof value !== 'object'
    const seen = isPlain ? among(representation.__typename) : byText
    const identity = isPlain ? value : JSON.stringify(representation)
    const index = seen.get(identity)
    if (index !== undefined) return index
    seen.set(identity, next)
    return next
  }
}
