import { FieldFailure } from './failure.ts'
import type { Walk } from './paths.ts'
import type { Represent, Spoil } from './representations.ts'
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
  represent: Represent,
  withhold: (target: Entity, failure: FieldFailure) => void,
): Collected {
  const targets: Entity[] = []
  const indexes: number[] = []
  const representations: Entity[] = []
  const starts: number[] = []
  const spoiled: Collected['spoiled'] = []
  const known = new Map<string, number>()
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
    const identity = identityOf(representation)
    let index = known.get(identity)
    if (index === undefined) {
      index = representations.push(representation) - 1
      known.set(identity, index)
    }
    targets.push(target)
    indexes.push(index)
  }
  walks.forEach((walk, i) => {
    if (i > 0) starts.push(targets.length)
    walk(run.data, visit)
  })
  return { targets, indexes, representations, starts, spoiled }
}

/** Equal for equal representations only. Names hold no colon, so one key needs no quoting. */
function identityOf(representation: Entity): string {
  const keys = Object.keys(representation)
  if (keys.length === 2) {
    const key = keys[0] === '__typename' ? keys[1]! : keys[0]!
    const value = representation[key]
    if (typeof value === 'string') return `${representation.__typename}:${key}:${value}`
  }
  return JSON.stringify(representation)
}
