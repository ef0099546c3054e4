import type { FieldNode } from 'graphql'
import type { Supergraph } from './supergraph.ts'

type NamedFields = Pick<Supergraph, 'hasField' | 'isRequiredWithArguments'>

/** Which names the plan uses in place of the client's, so that none of them can meet a name with a meaning. */
export interface Names {
  /** The key under which a field's value stands in fetched data. */
  readonly key: (field: FieldNode) => string
  readonly variable: (name: string) => string
  /** The client's name of a planned key. */
  readonly original: (key: string) => string
}

/**
 * Renames aliases that equal a field's name anywhere (`id: name` would overwrite the key a later fetch needs), begin
 * with an underscore, or mean something to JavaScript; fields that a `@requires` asks for with arguments of its own
 * (the planner aborts the process when a client's differ below the entity); and variables that the planner keeps.
 */
export function plannedNames(source: string, { hasField, isRequiredWithArguments }: NamedFields): Names {
  let prefix = 'client_'
  while (source.includes(prefix)) prefix += '_'
  const reserved = (name: string) => name.startsWith('_') || name in Object.prototype || name === 'prototype'
  return {
    key: ({ alias, name }) => {
      const key = (alias ?? name).value
      if (key === name.value) return isRequiredWithArguments(key) ? prefix + key : key
      return reserved(key) || hasField(key) ? prefix + key : key
    },
    variable: (name) => (reserved(name) || name === 'representations' ? prefix + name : name),
    original: (key) => (key.startsWith(prefix) ? key.slice(prefix.length) : key),
  }
}
