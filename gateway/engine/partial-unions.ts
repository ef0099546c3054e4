import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type NamedTypeNode,
  type UnionTypeDefinitionNode,
} from 'graphql'
import { argumentOf } from './directives.ts'
import { readPartial } from './members.ts'
import { nameOf } from './syntax.ts'

/**
 * A supergraph in which a union is an interface without fields, where its members are not the same to all. Of such a union
 * the planner fetches only the members that all know who could be asked for it, though another comes back.
 */
export function withPartialUnionsAsInterfaces(document: DocumentNode): DocumentNode {
  const { types } = readPartial(document)
  const unions = document.definitions.filter(isUnion).filter(({ name }) => types.has(name.value))
  const faces = unions.flatMap(facesOf)
  const definitions = document.definitions.map((definition) => {
    if (isUnion(definition) && unions.includes(definition)) return asInterface(definition)
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition
    const { interfaces = [], directives = [] } = definition
    const own = faces.filter(({ member }) => member === definition.name.value)
    const added = new Set(own.map(({ union }) => union))
    return {
      ...definition,
      interfaces: [...interfaces, ...Array.from(added, typeNamed)],
      directives: [...directives, ...own.map(implementing)],
    }
  })
  return { ...document, definitions }
}

/** A union as what a subgraph knows a type for. */
interface Face {
  readonly member: string
  readonly union: string
  readonly graph: string
}

function facesOf({ name, directives = [] }: UnionTypeDefinitionNode): Face[] {
  return directives.flatMap((join) => {
    const member = argumentOf(join, 'member')
    const graph = argumentOf(join, 'graph')
    return member !== undefined && graph !== undefined ? [{ member, union: name.value, graph }] : []
  })
}

function asInterface({ types: _, directives = [], ...rest }: UnionTypeDefinitionNode): InterfaceTypeDefinitionNode {
  const joins = directives.filter(({ name }) => name.value !== 'join__unionMember')
  return { ...rest, kind: Kind.INTERFACE_TYPE_DEFINITION, directives: joins }
}

function isUnion(definition: DefinitionNode): definition is UnionTypeDefinitionNode {
  return definition.kind === Kind.UNION_TYPE_DEFINITION
}

function typeNamed(name: string): NamedTypeNode {
  return { kind: Kind.NAMED_TYPE, name: nameOf(name) }
}

function implementing({ union, graph }: Face): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: nameOf('join__implements'),
    arguments: [
      { kind: Kind.ARGUMENT, name: nameOf('graph'), value: { kind: Kind.ENUM, value: graph } },
      { kind: Kind.ARGUMENT, name: nameOf('interface'), value: { kind: Kind.STRING, value: union } },
    ],
  }
}
