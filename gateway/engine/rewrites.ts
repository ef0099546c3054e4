import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner'
import { typeCondition } from './paths.ts'
import type { Entity } from './run.ts'
import type { Supergraph } from './supergraph.ts'

/** Changes an object in place. */
export type Rewrite = (value: unknown) => void

/** Compiles the planner's rewrites: a type name to set, an internal alias to rename. */
export function compileRewrites(
  rewrites: readonly FetchRewrite[] | undefined,
  supergraph: Supergraph,
): Rewrite | undefined {
  if (!rewrites?.length) return undefined
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, supergraph))
  return (value) => {
    for (const apply of compiled) apply(value)
  }
}

function compileRewrite(rewrite: FetchRewrite, supergraph: Supergraph): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer
    return compileAt(path, supergraph, (object, key) => {
      if (key === renameKeyTo || object[key] === undefined) return
      object[renameKeyTo] = object[key]
      delete object[key]
    })
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite
  return compileAt(path, supergraph, (object, key) => {
    object[key] = setValueTo
  })
}

function compileAt(
  path: readonly FetchNodePathSegment[],
  supergraph: Supergraph,
  change: (object: Entity, key: string) => void,
): Rewrite {
  const [segment, ...rest] = path
  if (!segment) throw new TypeError('The planner rewrites an empty path.')
  let step: (object: Entity) => void
  if ('TypenameEquals' in segment) {
    const accepts = typeCondition(segment.TypenameEquals, supergraph)
    const inner = compileAt(rest, supergraph, change)
    step = (object) => {
      if (accepts(object.__typename)) inner(object)
    }
  } else if (rest.length === 0) {
    step = (object) => change(object, segment.Key)
  } else {
    const inner = compileAt(rest, supergraph, change)
    step = (object) => inner(object[segment.Key])
  }
  const apply: Rewrite = (value) => {
    if (Array.isArray(value)) for (const item of value) apply(item)
    else if (typeof value === 'object' && value !== null) step(value as Entity)
  }
  return apply
}
