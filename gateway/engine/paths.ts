import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner'
import { FieldFailure } from './failure.ts'
import type { Entity } from './run.ts'
import type { Supergraph } from './supergraph.ts'

/** Visits every object a flatten path leads to, in the order of the data. */
export type Walk = (data: unknown, visit: (entity: Entity) => void) => void

/** Compiles a path such as `talents.@|[Person].organization`. */
export function compilePath(path: readonly FlattenNodePathSegment[], supergraph: Supergraph): Walk {
  const end: Walk = (value, visit) => {
    if (Array.isArray(value)) for (const item of value) end(item, visit)
    else if (isObject(value)) visit(value)
  }
  return path.reduceRight<Walk>((rest, segment) => {
    if (segment === '@') {
      return (value, visit) => {
        if (Array.isArray(value)) for (const item of value) rest(item, visit)
      }
    }
    if ('Field' in segment) {
      const key = segment.Field
      const step: Walk = (value, visit) => {
        if (Array.isArray(value)) for (const item of value) step(item, visit)
        else if (isObject(value)) rest(value[key], visit)
      }
      return step
    }
    const accepts = typeCondition(segment.TypeCondition, supergraph)
    const step: Walk = (value, visit) => {
      if (Array.isArray(value)) for (const item of value) step(item, visit)
      else if (isObject(value) && accepts(value.__typename)) rest(value, visit)
    }
    return step
  }, end)
}

/** Whether an object of this type satisfies any of the named conditions; an unnamed type does. */
export function typeCondition(names: readonly string[], supergraph: Supergraph): (typename: unknown) => boolean {
  const accepted = acceptedTypes(names, supergraph)
  return (typename) => typename == null || accepted.has(typename as string)
}

export function acceptedTypes(names: readonly string[], supergraph: Supergraph): ReadonlySet<string> {
  return new Set(names.flatMap((name) => [name, ...supergraph.possibleTypes(name)]))
}

function isObject(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && !(value instanceof FieldFailure)
}
