import { type DocumentNode, type FieldNode, print, visit } from 'graphql'

/** What it has to know of a supergraph. */
interface NamedFields {
  readonly hasField: (fieldName: string) => boolean
  readonly isRequiredWithArguments: (fieldName: string) => boolean
}

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
 * (the planner aborts the process when a client's differ below the entity); keys that mean one thing for one type and
 * another for the next (which it also aborts over, where an interface object is asked for both); and variables that the
 * planner keeps.
 */
export function plannedNames(document: DocumentNode, { hasField, isRequiredWithArguments }: NamedFields): Names {
  const source = document.loc?.source.body ?? ''
  const meanings = meaningsByKey(document)
  let prefix = 'client_'
  while (source.includes(prefix)) prefix += '_'
  const reserved = (name: string) => name.startsWith('_') || name in Object.prototype || name === 'prototype'
  return {
    key: (field) => {
      const { name } = field
      const key = responseKey(field)
      const meant = meanings.get(key)
      if (meant && meant.size > 1) return `${prefix}${[...meant].indexOf(meaningOf(field))}_${key}`
      if (key === name.value) return isRequiredWithArguments(key) ? prefix + key : key
      return reserved(key) || hasField(key) ? prefix + key : key
    },
    variable: (name) => (reserved(name) || name === 'representations' ? prefix + name : name),
    original: (key) => (key.startsWith(prefix) ? key.slice(prefix.length).replace(/^\d+_/, '') : key),
  }
}

/** The fields, with their arguments, that each key stands for; none where all types are asked alike. */
function meaningsByKey(document: DocumentNode): ReadonlyMap<string, ReadonlySet<string>> {
  const meanings = new Map<string, Set<string>>()
  let isByType = false
  visit(document, {
    InlineFragment({ typeCondition }) {
      if (typeCondition) isByType = true
    },
    FragmentDefinition() {
      isByType = true
    },
    Field(field) {
      const key = responseKey(field)
      meanings.set(key, (meanings.get(key) ?? new Set()).add(meaningOf(field)))
    },
  })
  return isByType ? meanings : new Map()
}

function meaningOf({ name, arguments: given = [] }: FieldNode): string {
  return `${name.value}(${given.map(print).sort().join()})`
}

/** The key under which a field's value stands in an answer. */
export function responseKey({ alias, name }: FieldNode): string {
  return (alias ?? name).value
}
