import { FieldFailure } from './failure.ts'
import type { Walk } from './paths.ts'
import type { Representation, SoleKey, Spoil } from './representations.ts'
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
  { represent, sole }: Representation,
  withhold: (target: Entity, failure: FieldFailure) => void,
): Collected {
  const targets: Entity[] = []
  const indexes: number[] = []
  const representations: Entity[] = []
  const starts: number[] = []
  const spoiled: Collected['spoiled'] = []
  const byText = new Map<string, number>()
  let visited: Entity
  const spoil: Spoil = (name, failure) => spoiled.push([visited, name, failure])
  const wait = (target: Entity, index: number) => {
    targets.push(target)
    indexes.push(index)
  }
  const visit = (target: Entity) => {
    visited = target
    const representation = represent(target, spoil)
    if (!representation) return
    if (representation instanceof FieldFailure) {
      withhold(target, representation)
      return
    }
    const text = JSON.stringify(representation)
    const known = byText.get(text)
    if (known === undefined) byText.set(text, representations.push(representation) - 1)
    wait(target, known ?? representations.length - 1)
  }
  const find = sole ? visitByKey(sole, representations, wait, visit) : visit
  walks.forEach((walk, i) => {
    if (i > 0) starts.push(targets.length)
    walk(run.data, find)
  })
  return { targets, indexes, representations, starts, spoiled }
}

/** Where one key tells entities apart its value does, with no text made of it; any but a plain value goes to `otherwise`. */
function visitByKey(
  { key, types, represent }: SoleKey,
  representations: Entity[],
  wait: (target: Entity, index: number) => void,
  otherwise: (target: Entity) => void,
): (target: Entity) => void {
  const byType = new Map<unknown, Map<unknown, number>>()
  let type: unknown
  let seen: Map<unknown, number>
  return (target) => {
    const { __typename } = target
    const value = target[key]
    if (value === undefined || typeof value === 'object' || !types.has(__typename)) return otherwise(target)
    if (__typename !== type) {
      type = __typename
      seen = byType.get(type) ?? new Map()
      byType.set(type, seen)
    }
    const known = seen.get(value)
    if (known === undefined) seen.set(value, representations.push(represent(type, value)) - 1)
    wait(target, known ?? representations.length - 1)
  }
}
