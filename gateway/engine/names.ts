import type { FieldNode } from 'graphql'

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
 * with an underscore, or mean something to JavaScript; and variables that the planner keeps for itself.
 */
export function plannedNames(source: string, hasField: (name: string) => boolean): Names {
  let prefix = 'client_'
  while (source.includes(prefix)) prefix += '_'
  const reserved = (name: string) => name.startsWith('_') || name in Object.prototype || name === 'prototype'
  return {
    key: ({ alias, name }) => {
      if (!alias || alias.value === name.value) return name.value
      return reserved(alias.value) || hasField(alias.value) ? prefix + alias.value : alias.value
    },
    variable: (name) => (reserved(name) || name === 'representations' ? prefix + name : name),
    original: (key) => (key.startsWith(prefix) ? key.slice(prefix.length) : key),
  }
}
