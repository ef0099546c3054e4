import {
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from 'graphql'
import { argumentOf, flagOf, joinsAsInterfaceObject, joinsOf } from './directives.ts'

type Keyed = InterfaceTypeDefinitionNode | ObjectTypeDefinitionNode

/**
 * A supergraph in which what an interface object stands for has one key only, where all who know it share one: of two,
 * the planner (0.0.38) asks who has not the other, and ends the process.
 */
export function withCommonKeys(supergraph: string): string {
  if (!/\bisInterfaceObject:\s*true\b/.test(supergraph)) return supergraph
  const document = parse(supergraph, { noLocation: true })
  const chosen = commonKeys(document)
  const kept = (definition: Keyed) => {
    const keys = facesOf(definition).flatMap((name) => (chosen.has(name) ? [chosen.get(name)] : []))
    const isKept = (join: ConstDirectiveNode) => keys.includes(argumentOf(join, 'key'))
    return keys.length > 0 && !keys.includes(undefined) ? joinsOf(definition).filter(isKept) : joinsOf(definition)
  }
  const definitions = document.definitions.map((it) => {
    if (!isKeyed(it)) return it
    const dropped = joinsOf(it).filter((join) => !kept(it).includes(join))
    return { ...it, directives: it.directives?.filter((directive) => !dropped.includes(directive)) }
  })
  return print({ ...document, definitions })
}

/** For each interface that some subgraph has as an interface object, the key that all have who know it or a type of it. */
function commonKeys(document: DocumentNode): ReadonlyMap<string, string | undefined> {
  const keyed = document.definitions.filter(isKeyed)
  const common = new Map<string, string | undefined>()
  for (const definition of keyed) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION || joinsAsInterfaceObject(definition).length === 0) continue
    const name = definition.name.value
    const family = keyed.filter((it) => facesOf(it).includes(name))
    const keys = joinsOf(definition).map((join) => argumentOf(join, 'key'))
    common.set(
      name,
      keys.find((key) => key && family.every((it) => allResolve(joinsOf(it), key))),
    )
  }
  return common
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
