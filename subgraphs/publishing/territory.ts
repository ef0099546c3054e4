import type { DocumentNode, FieldDefinitionNode } from 'graphql'
import {
  type Definition,
  definitionsOf,
  hasDirective,
  isKeyField,
  isNamed,
  rootTypes,
  textArgument,
} from './definitions.ts'

/** A subgraph of the graph that is in force. */
export interface Member {
  readonly name: string
  /** Hub subgraphs own what all share; provinces add to it. */
  readonly side: 'HUB' | 'PROVINCE'
  readonly document: DocumentNode
}

/** Who owns what: types and fields by coordinate, such as `LnAlliance` and `Organization.alliances`. */
export interface Territory {
  /** A type that all share. */
  readonly hub: (typeName: string) => Definition | undefined
  /** The first to publish a type or a field; `hub` for what all share. */
  readonly ownerOf: (coordinate: string) => string | undefined
  /** The field as its owner defines it, with the class it is shared in. */
  readonly field: (coordinate: string) => OwnedField | undefined
  readonly memberNames: readonly string[]
}

export interface OwnedField {
  readonly node: FieldDefinitionNode
  /** Whether others may have it handed over by `@requires`. */
  readonly exportable: boolean
  /** Value of `@sharing`, on the field or else its type. */
  readonly sharing: string
}

/** Provinces' claims, coordinate to subgraph, as they were first published. */
export type Claims = ReadonlyMap<string, string>

export function territoryOf(members: readonly Member[], claims: Claims): Territory {
  const hub = new Map<string, Definition>()
  const hubFields = new Set<string>()
  const fields = new Map<string, OwnedField>()
  for (const { side, document } of members) {
    for (const [name, definition] of definitionsOf(document)) {
      if (side === 'HUB') hub.set(name, merged(hub.get(name), definition))
      for (const node of definition.fields) {
        const coordinate = `${name}.${node.name.value}`
        if (hasDirective(node, 'external')) continue
        if (side === 'HUB') hubFields.add(coordinate)
        if (!fields.has(coordinate) && !(side === 'PROVINCE' && isKeyField(definition, node.name.value)))
          fields.set(coordinate, owned(node, definition))
      }
    }
  }
  return {
    hub: (name) => hub.get(name),
    ownerOf: (coordinate) => (hub.has(coordinate) || hubFields.has(coordinate) ? 'hub' : claims.get(coordinate)),
    field: (coordinate) => fields.get(coordinate),
    memberNames: members.map(({ name }) => name),
  }
}

/** What a province's document claims: its types, and its fields on types that all share. */
export function claimsOf(document: DocumentNode, { hub }: Territory): readonly string[] {
  return [...definitionsOf(document).values()].flatMap((definition) => {
    const { name } = definition
    const shared = hub(name)
    if (!shared && !rootTypes.has(name)) return isStub(definition) ? [] : [name]
    if (!rootTypes.has(name) && shared!.keys.length === 0) return []
    return definition.fields
      .filter((field) => !isKeyField(shared ?? definition, field.name.value) && !hasDirective(field, 'external'))
      .map((field) => `${name}.${field.name.value}`)
  })
}

/** Whether a type is only referred to: an entity somebody else resolves. */
export function isStub({ keys, fields, ...definition }: Definition): boolean {
  return (
    keys.length > 0 &&
    keys.every(({ resolvable }) => !resolvable) &&
    fields.every(({ name }) => isKeyField({ keys, fields, ...definition }, name.value))
  )
}

function merged(known: Definition | undefined, next: Definition): Definition {
  if (!known) return next
  const names = new Set(known.fields.map(({ name }) => name.value))
  return {
    ...known,
    nodes: [...known.nodes, ...next.nodes],
    directives: [...known.directives, ...next.directives],
    fields: [...known.fields, ...next.fields.filter(({ name }) => !names.has(name.value))],
    interfaces: [...known.interfaces, ...next.interfaces],
    keys: [...known.keys, ...next.keys],
  }
}

function owned(node: FieldDefinitionNode, { directives }: Definition): OwnedField {
  const sharing = node.directives?.find(isNamed('sharing')) ?? directives.find(isNamed('sharing'))
  return {
    node,
    exportable: hasDirective(node, 'exportable'),
    sharing: sharing ? textArgument(sharing, 'class') : '',
  }
}
