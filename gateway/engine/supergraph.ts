import {
  assertValidSchema,
  buildASTSchema,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  Kind,
  parse,
} from 'graphql'
import { publicDocument } from '#schema/public-document.ts'
import { type Conflicts, readConflicts } from './conflicts.ts'
import { argumentOf, joinsAsInterfaceObject } from './directives.ts'
import { readLent } from './interface-objects.ts'
import { type Members, type PartialTypes, readPartial } from './members.ts'
import { readProvided } from './provisions.ts'
import { type Requirement, readRequirements, requiredWithArguments } from './requirements.ts'

/** A supergraph as the engine reads it. */
export interface Supergraph {
  /** What clients see: nothing of federation, nothing inaccessible. */
  readonly schema: GraphQLSchema
  readonly subgraphs: readonly { readonly name: string; readonly url: string | undefined }[]
  /** Object types that satisfy a type condition, inaccessible ones included. */
  readonly possibleTypes: (typeCondition: string) => ReadonlySet<string>
  readonly isObjectType: (name: string) => boolean
  /** Whether an enum has a value that clients may not see. */
  readonly isHiddenValue: (enumName: string, value: unknown) => boolean
  readonly hasField: (fieldName: string) => boolean
  /** Whether some `@requires` asks for a field of this name with arguments. */
  readonly isRequiredWithArguments: (fieldName: string) => boolean
  /** Whether some `@provides` lists a field of this name, with selections of its own. */
  readonly isProvided: (fieldName: string) => boolean
  /** Whether some interface object resolves a field of this name. */
  readonly isLent: (fieldName: string) => boolean
  /** Which types subgraphs, by their names, know and give. */
  readonly partial: PartialTypes
  /** Names of the interfaces that are interface objects in a subgraph. */
  readonly interfaceObjects: (subgraph: string) => ReadonlySet<string>
  /** What a subgraph requires of others to resolve one of its fields. */
  readonly requirementOf: (typeName: string, fieldName: string, subgraph: string) => Requirement | undefined
  /** Fields that one object cannot be asked for together. */
  readonly conflicts: Conflicts
  /** Names of the subgraphs that resolve a field. */
  readonly owners: (typeName: string, fieldName: string) => readonly string[]
}

/** Reads supergraph SDL; throws when it is not one, or what clients would see is no schema. */
export function readSupergraph(sdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true })
  const graphs = readGraphs(document)
  if (graphs.size === 0)
    throw new TypeError('The supergraph names no subgraph: expected an enum join__Graph in its SDL.')
  const schema = buildASTSchema(publicDocument(document), { assumeValidSDL: true })
  assertValidSchema(schema)
  const whole = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true })
  const objectTypes = new Map<string, ReadonlySet<string>>()
  const fieldNames = new Set<string>()
  for (const type of Object.values(whole.getTypeMap())) {
    if (isAbstractType(type)) objectTypes.set(type.name, new Set(whole.getPossibleTypes(type).map((t) => t.name)))
    if ('getFields' in type) for (const name of Object.keys(type.getFields())) fieldNames.add(name)
  }
  const requirements = readRequirements(document)
  const required = requiredWithArguments(requirements)
  const provided = readProvided(document)
  const lent = readLent(document)
  return {
    schema,
    subgraphs: [...graphs.values()],
    possibleTypes: (name) => objectTypes.get(name) ?? new Set([name]),
    isObjectType: (name) => !objectTypes.has(name) && whole.getType(name) !== undefined,
    isHiddenValue: (enumName, value) => {
      const type = whole.getType(enumName)
      return isEnumType(type) && type.getValue(String(value)) !== undefined
    },
    hasField: (name) => fieldNames.has(name),
    isRequiredWithArguments: (name) => required.has(name),
    isProvided: (name) => provided.has(name),
    isLent: (name) => lent.has(name),
    partial: readPartialByName(document, graphs),
    interfaceObjects: readInterfaceObjects(document, graphs),
    requirementOf: readRequired(requirements, graphs),
    conflicts: readConflicts(requirements),
    owners: readOwners(document, graphs),
  }
}

type Graphs = Map<string, { name: string; url: string | undefined }>

function readGraphs(document: DocumentNode): Graphs {
  const graphs: Graphs = new Map()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue
    for (const value of definition.values ?? []) {
      const join = value.directives?.find((directive) => directive.name.value === 'join__graph')
      const name = (join && argumentOf(join, 'name')) ?? value.name.value
      graphs.set(value.name.value, { name, url: (join && argumentOf(join, 'url')) || undefined })
    }
  }
  return graphs
}

function readPartialByName(document: DocumentNode, graphs: Graphs): PartialTypes {
  const byName = (members: Members) =>
    new Map(Array.from(members, ([graph, types]) => [graphs.get(graph)?.name ?? '', types]))
  const { types, narrowed } = readPartial(document)
  return {
    types: new Map(Array.from(types, ([name, members]) => [name, byName(members)])),
    narrowed: new Map(Array.from(narrowed, ([field, members]) => [field, byName(members)])),
  }
}

function readInterfaceObjects(document: DocumentNode, graphs: Graphs): Supergraph['interfaceObjects'] {
  const names = new Map<string, Set<string>>()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    for (const join of joinsAsInterfaceObject(definition)) {
      const subgraph = graphs.get(argumentOf(join, 'graph') ?? '')?.name ?? ''
      names.set(subgraph, (names.get(subgraph) ?? new Set()).add(definition.name.value))
    }
  }
  return (subgraph) => names.get(subgraph) ?? nothing
}

function readOwners(document: DocumentNode, graphs: Graphs): Supergraph['owners'] {
  const owners = new Map<string, readonly string[]>()
  const named = (directives: readonly ConstDirectiveNode[]) => [
    ...new Set(directives.flatMap((directive) => graphs.get(argumentOf(directive, 'graph') ?? '')?.name ?? [])),
  ]
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    const type = definition.name.value
    owners.set(type, named(definition.directives?.filter((d) => d.name.value === 'join__type') ?? []))
    for (const field of definition.fields ?? []) {
      const joins = field.directives?.filter((d) => d.name.value === 'join__field') ?? []
      const resolving = joins.filter((join) => !join.arguments?.some((a) => a.name.value === 'external'))
      if (joins.length > 0) owners.set(`${type}.${field.name.value}`, named(resolving))
    }
  }
  return (type, field) => owners.get(`${type}.${field}`) ?? owners.get(type) ?? []
}

function readRequired(requirements: readonly Requirement[], graphs: Graphs): Supergraph['requirementOf'] {
  const keyOf = (type: string, field: string, subgraph: string) => `${type}.${field} ${subgraph}`
  const required = new Map(
    requirements.map((one) => [keyOf(one.type, one.field, graphs.get(one.graph)?.name ?? ''), one]),
  )
  return (type, field, subgraph) => required.get(keyOf(type, field, subgraph))
}

const nothing: ReadonlySet<string> = new Set()
