import type { InputRewrite, RequiresSelection } from '@graphql-hive/router-query-planner'
import { FieldFailure } from './failure.ts'
import { typeCondition } from './paths.ts'
import { compileRewrites } from './rewrites.ts'
import type { Entity } from './run.ts'
import type { Supergraph } from './supergraph.ts'

/** What stands for an entity in `_entities`: nothing when a key is missing, the failure that withheld a key. */
export type Represent = (entity: Entity) => Entity | FieldFailure | undefined

/** Compiles what a fetch requires of an entity. */
export function compileRepresentation(
  requires: readonly RequiresSelection[],
  rewrites: readonly InputRewrite[] | undefined,
  supergraph: Supergraph,
): Represent {
  const project = compileRequires(requires, supergraph)
  const rewrite = compileRewrites(rewrites, supergraph)
  return (entity) => {
    const made: Entity = {}
    const withheld = project(entity, made)
    if (withheld) return withheld
    if (!hasKey(made)) return undefined
    made.__typename ??= entity.__typename
    if (typeof made.__typename !== 'string') return undefined
    rewrite?.(made)
    return made
  }
}

type Project = (from: Entity, into: Entity) => FieldFailure | undefined

function compileRequires(selections: readonly RequiresSelection[], supergraph: Supergraph): Project {
  const steps = selections.map((selection): Project => {
    if (selection.kind === 'Field') return compileField(selection, supergraph)
    if (selection.kind === 'InlineFragment') {
      const accepts = typeCondition([selection.typeCondition], supergraph)
      const inner = compileRequires(selection.selections, supergraph)
      return (from, into) => (accepts(from.__typename) ? inner(from, into) : undefined)
    }
    throw new TypeError(`The planner requires a ${selection.kind}, which the engine does not know.`)
  })
  return (from, into) => {
    for (const step of steps) {
      const withheld = step(from, into)
      if (withheld) return withheld
    }
    return undefined
  }
}

function compileField(field: Extract<RequiresSelection, { kind: 'Field' }>, supergraph: Supergraph): Project {
  const key = field.alias ?? field.name
  const inner = field.selections?.length ? compileRequires(field.selections, supergraph) : undefined
  const project = (value: unknown): unknown => {
    if (!inner || value == null || value instanceof FieldFailure) return value
    if (Array.isArray(value)) {
      const items = value.map(project)
      return items.find((item) => item instanceof FieldFailure) ?? items
    }
    const made: Entity = {}
    return inner(value as Entity, made) ?? made
  }
  return (from, into) => {
    const value = project(from[field.name] === undefined ? from[key] : from[field.name])
    if (value instanceof FieldFailure) return value
    if (value !== undefined) into[key] = value
    return undefined
  }
}

/** A representation of nothing but nulls names no entity. */
function hasKey(representation: Entity): boolean {
  for (const key of Object.keys(representation)) {
    if (key !== '__typename' && representation[key] != null) return true
  }
  return false
}
