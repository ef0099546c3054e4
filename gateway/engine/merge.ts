import { FieldFailure } from './failure.ts'
import type { Entity } from './run.ts'

/** Merges what another fetch found into an object. A value beats a null, lists meet index by index. */
export type Merge = (target: Entity, source: Entity) => void

/** Merges whatever keys there are. */
export const mergeInto: Merge = (target, source) => {
  for (const key of Object.keys(source)) if (key !== '__proto__') mergeKey(target, key, source[key])
}

function mergeKey(target: Entity, key: string, incoming: unknown): void {
  const present = Object.hasOwn(target, key) ? target[key] : undefined
  if (present === undefined || present === null || !isComposite(present)) {
    if (!isNothing(incoming) || present === undefined || present === null) target[key] = incoming
  } else if (isComposite(incoming) && present !== incoming) {
    target[key] = mergeComposite(present, incoming)
  }
}

/** Merges the keys a fetch asks for, in code written for their names. */
export function compileMerge(keys: readonly string[]): Merge {
  const names = [...new Set(keys)]
  // Read by name, these are there whether an answer has them or not.
  if (names.some((name) => name in {})) return mergeInto
  return new Function('mergeKey', mergeCode(names))(mergeKey) as Merge
}

function mergeCode(names: readonly string[]): string {
  const steps = names.map((name, i) => {
    const key = JSON.stringify(name)
    return `const value${i} = source[${key}]
    if (value${i} !== undefined) {
      if (target[${key}] === undefined) target[${key}] = value${i}
      else mergeKey(target, ${key}, value${i})
    }`
  })
  return `return (target, source) => {
    ${steps.join('\n    ')}
  }`
}

function mergeComposite(present: Entity | unknown[], incoming: Entity | unknown[]): Entity | unknown[] {
  if (!Array.isArray(present) && !Array.isArray(incoming)) {
    mergeInto(present, incoming)
    return present
  }
  if (!Array.isArray(present) || !Array.isArray(incoming) || present.length !== incoming.length) return present
  for (let i = 0; i < present.length; i++) {
    const here = present[i]
    const there = incoming[i]
    if (isComposite(here) && isComposite(there)) present[i] = mergeComposite(here, there)
    else if (isNothing(here)) present[i] = there
  }
  return present
}

function isComposite(value: unknown): value is Entity | unknown[] {
  return typeof value === 'object' && value !== null && !(value instanceof FieldFailure)
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value instanceof FieldFailure
}

/** A copy that shares no container with the original, for results that go to places with different futures. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T
  if (!isComposite(value)) return value
  const made: Entity = Object.create(null)
  for (const key of Object.keys(value)) made[key] = copy((value as Entity)[key])
  return made as T
}
