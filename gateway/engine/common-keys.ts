import {
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql'
import { argumentOf, flagOf, joinsAsInterfaceObject, joinsOf } from './directives.ts'

type Keyed = InterfaceTypeDefinitionNode | ObjectTypeDefinitionNode

/**
 * A supergraph in which an interface that is an interface object to some has one key only, where all who have it by a key
 * share one, and so have its types, where all who know these share it too: of two, the planner asks who has not the other,
 * and ends the process.
 */
export function withCommonKeys(document: DocumentNode): DocumentNode {
  const { common, own } = commonKeys(document)
  const definitions = document.definitions.map((definition) => {
    if (!isKeyed(definition)) return definition
    const key = own.get(definition.name.value)
    const keys = key ? [key] : facesOf(definition).flatMap((name) => (common.has(name) ? [common.get(name)] : []))
    if (keys.length === 0 || keys.includes(undefined)) return definition
    const isOther = (join: ConstDirectiveNode) => argumentOf(join, 'key') && !keys.includes(argumentOf(join, 'key'))
    const dropped = joinsOf(definition).filter(isOther)
    return { ...definition, directives: definition.directives?.filter((it) => !dropped.includes(it)) }
  })
  return { ...document, definitions }
}

/** For each such interface, the key that all share who have it by a key, and that all share who know it or a type of it. */
function commonKeys(document: DocumentNode) {
  const keyed = document.definitions.filter(isKeyed)
  const common = new Map<string, string | undefined>()
  const own = new Map<string, string | undefined>()
  for (const definition of keyed) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION || joinsAsInterfaceObject(definition).length === 0) continue
    const name = definition.name.value
    const family = keyed.filter((it) => facesOf(it).includes(name))
    const joins = joinsOf(definition).filter((join) => argumentOf(join, 'key'))
    const keys = joins.map((join) => argumentOf(join, 'key')!)
    const all = keys.find((key) => family.every((it) => allResolve(joinsOf(it), key)))
    common.set(name, all)
    own.set(name, all ?? keys.find((key) => allResolve(joins, key)))
  }
  return { common, own }
}

function allResolve(joins: readonly ConstDirectiveNode[], key: string): boolean {
  const resolving = joins.filter((join) => argumentOf(join, 'key') === key && flagOf(join, 'resolvable') !== false)
  const graphs = resolving.map((join) => argumentOf(join, 'graph'))
  return joins.every((join) => graphs.includes(argumentOf(join, 'graph')))
}

function isKeyed(definition: { readonly kind: string }): definition is Keyed {
  return definition.kind === Kind.INTERFACE_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_DEFINITION
}

/** An interface or a type, and the interfaces that it implements, by name. */
function facesOf({ name, interfaces = [] }: Keyed): readonly string[] {
  return [name.value, ...interfaces.map((it) => it.name.value)]
}
