import type { InputRewrite, RequiresSelection } from '@graphql-hive/router-query-planner'
import { FieldFailure } from './failure.ts'
import { acceptedTypes, typeCondition } from './paths.ts'
import { compileRewrites } from './rewrites.ts'
import type { Entity } from './run.ts'
import type { Supergraph } from './supergraph.ts'

/**
 * What stands for an entity in `_entities`: nothing when a key is missing, the failure that withheld a key. A failure that
 * only some fields wait for is told to `spoil`, and null stands in its place.
 */
export type Represent = (entity: Entity, spoil: Spoil) => Entity | FieldFailure | undefined

/** How entities are represented to a fetch. */
export interface Representation {
  readonly represent: Represent
  /** Where each type is asked for one plain key and `__typename`, and for nothing else. */
  readonly sole: SoleKey | undefined
}

export interface SoleKey {
  readonly key: string
  /** The types it is asked of. */
  readonly types: ReadonlySet<unknown>
  readonly represent: (typename: unknown, value: unknown) => Entity
}

/** Hears of a required field that failed. */
export type Spoil = (name: string, failure: FieldFailure) => void

/** Compiles what a fetch requires of an entity; `isSpared` says which names of it not all wait for. */
export function compileRepresentation(
  requires: readonly RequiresSelection[],
  rewrites: readonly InputRewrite[] | undefined,
  isSpared: (name: string) => boolean,
  supergraph: Supergraph,
): Representation {
  const project = compileRequires(requires, isSpared, supergraph)
  const rewrite = compileRewrites(rewrites, supergraph)
  const represent: Represent = (entity, spoil) => {
    const made: Entity = {}
    const withheld = project(entity, made, spoil)
    if (withheld) return withheld
    if (!hasKey(made)) return undefined
    made.__typename ??= entity.__typename
    if (typeof made.__typename !== 'string') return undefined
    rewrite?.(made)
    return made
  }
  return { represent, sole: rewrite ? undefined : soleKeyOf(requires, supergraph) }
}

function soleKeyOf(requires: readonly RequiresSelection[], supergraph: Supergraph): SoleKey | undefined {
  const keys = new Set<string | undefined>()
  const types = new Set<unknown>()
  for (const fragment of requires) {
    if (fragment.kind !== 'InlineFragment') return undefined
    keys.add(plainKeyOf(fragment.selections))
    for (const type of acceptedTypes([fragment.typeCondition], supergraph)) types.add(type)
  }
  const [key, ...others] = keys
  if (key === undefined || others.length > 0) return undefined
  // Under a name written out an object takes a tenth of the time of one under a computed name.
  const code = `return { __typename, ${JSON.stringify(key)}: value }`
  return { key, types, represent: new Function('__typename', 'value', code) as SoleKey['represent'] }
}

/** The only field besides `__typename`, where it has neither selections nor another name. */
function plainKeyOf(selections: readonly RequiresSelection[]): string | undefined {
  const [field, ...others] = selections.filter((it) => it.kind !== 'Field' || it.name !== '__typename')
  const isPlain = field?.kind === 'Field' && !field.selections?.length && (field.alias ?? field.name) === field.name
  return isPlain && others.length === 0 ? field.name : undefined
}

type Project = (from: Entity, into: Entity, spoil: Spoil) => FieldFailure | undefined

const never = () => false

function compileRequires(
  selections: readonly RequiresSelection[],
  isSpared: (name: string) => boolean,
  supergraph: Supergraph,
): Project {
  const steps = selections.map((selection): Project => {
    if (selection.kind === 'Field') return compileField(selection, isSpared, supergraph)
    if (selection.kind === 'InlineFragment') {
      const accepts = typeCondition([selection.typeCondition], supergraph)
      const inner = compileRequires(selection.selections, isSpared, supergraph)
      return (from, into, spoil) => (accepts(from.__typename) ? inner(from, into, spoil) : undefined)
    }
    throw new TypeError(`The planner requires a ${selection.kind}, which the engine does not know.`)
  })
  return (from, into, spoil) => {
    for (const step of steps) {
      const withheld = step(from, into, spoil)
      if (withheld) return withheld
    }
    return undefined
  }
}

function compileField(
  field: Extract<RequiresSelection, { kind: 'Field' }>,
  isSpared: (name: string) => boolean,
  supergraph: Supergraph,
): Project {
  const key = field.alias ?? field.name
  const spared = isSpared(key)
  const inner = field.selections?.length ? compileRequires(field.selections, never, supergraph) : undefined
  const project = (value: unknown): unknown => {
    if (!inner || value == null || value instanceof FieldFailure) return value
    if (Array.isArray(value)) {
      const items = value.map(project)
      return items.find((item) => item instanceof FieldFailure) ?? items
    }
    const made: Entity = {}
    return inner(value as Entity, made, ignore) ?? made
  }
  return (from, into, spoil) => {
    const value = project(from[field.name] === undefined ? from[key] : from[field.name])
    if (value instanceof FieldFailure) {
      if (!spared) return value
      spoil(key, value)
      into[key] = null
    } else if (value !== undefined) into[key] = value
    return undefined
  }
}

const ignore: Spoil = () => undefined

/** A representation of nothing but nulls names no entity. */
function hasKey(representation: Entity): boolean {
  for (const key of Object.keys(representation)) {
    if (key !== '__typename' && representation[key] != null) return true
  }
  return false
}
