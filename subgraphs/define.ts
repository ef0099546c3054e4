import { readFileSync } from 'node:fs'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  type DocumentNode,
  GraphQLScalarType,
  type GraphQLSchema,
  isEnumType,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql'
import { scalars } from '#schema/scalars.ts'
import type { Viewer } from '#schema/viewer.ts'
import type { Db } from './database.ts'
import type { Sink } from './intake/sink.ts'
import type { Guarded } from './policy/guard.ts'
import { maskFields, type Withheld } from './policy/mask.ts'
import { valueResolvers } from './record.ts'
import { selectedFields } from './selection.ts'
import { resolveFromSidecars, type Sidecar } from './sidecar.ts'

/** What every resolver of a subgraph is handed. */
export type SubgraphContext<Loaders = unknown> = {
  readonly db: Db
  readonly viewer: Viewer
  readonly loaders: Loaders
  /** Key that cursors are signed with. */
  readonly secret: string
  readonly now: Date
  /** What of the fields asked for is withheld from the viewer, for the answer to tell. */
  readonly withheld: Withheld
}

/** What a request brings to a subgraph; its loaders are made from it. */
export type SubgraphRequest = Omit<SubgraphContext, 'loaders'>

export type Subgraph<Loaders = unknown> = {
  readonly name: string
  /** The contract with the shared values in front of it, as composition reads it. */
  readonly typeDefs: DocumentNode
  readonly schema: GraphQLSchema
  /** Where canonical records become rows of this subgraph. */
  readonly sinks: readonly Sink[]
  /** Its tables under row security, and what opens their rows. */
  readonly guarded: readonly Guarded[]
  contextFor(request: SubgraphRequest): SubgraphContext<Loaders>
}

/** Finds the entities that representations name by id, in their order, with at least the fields asked for; null where none is. */
export type ReferenceFinder<Loaders = unknown> = (
  representations: readonly Readonly<Record<string, string>>[],
  context: SubgraphContext<Loaders>,
  fields: ReadonlySet<string>,
) => Promise<readonly (object | null)[]>

type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>> | GraphQLScalarType>>

/**
 * Joins a contract, its resolvers and its loaders to one subgraph, and holds its fields to their sharing classes.
 * Refuses resolvers for what the contract lacks.
 */
export function defineSubgraph<Loaders>(parts: {
  readonly name: string
  /** Address of the subgraph's `schema.graphql`, or of the files of its `schema/` folder. */
  readonly contract: URL | readonly URL[]
  readonly resolvers: Resolvers
  readonly loaders: (request: SubgraphRequest) => Loaders
  /** Entities found by their keys, all of one fetch in one statement; other entities resolve one by one. */
  readonly references?: Readonly<Record<string, ReferenceFinder<Loaders>>>
  readonly sinks?: readonly Sink[]
  /** Where the fields of a type stand that have a sharing class of their own. */
  readonly sidecars?: Readonly<Record<string, Sidecar>>
  /** Its tables under row security. */
  readonly guarded?: readonly Guarded[]
}): Subgraph<Loaders> {
  const contract = [parts.contract].flat().map((file) => readFileSync(file, 'utf8'))
  const typeDefs = parse([sharedValues, ...contract].join('\n'))
  const resolvers = { ...pick(valueResolvers, typeDefs), ...pick(scalars, typeDefs), ...parts.resolvers }
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }])
  refuseUnknown(parts.name, resolvers, schema)
  resolveFromSidecars(parts.name, schema, parts.sidecars ?? {})
  maskFields(parts.name, schema)
  markPlainTypes(schema)
  if (parts.references) resolveTogether(schema, parts.references as Readonly<Record<string, ReferenceFinder>>)
  return {
    name: parts.name,
    typeDefs,
    schema,
    sinks: parts.sinks ?? [],
    guarded: parts.guarded ?? [],
    contextFor: (request) => ({ ...request, loaders: parts.loaders(request) }),
  }
}

const sharedValues = readFileSync(new URL('../schema/values.graphql', import.meta.url), 'utf8')

function pick(resolvers: Resolvers, typeDefs: DocumentNode): Resolvers {
  const defined = new Set(typeDefs.definitions.map((node) => ('name' in node ? node.name?.value : undefined)))
  return Object.fromEntries(Object.entries(resolvers).filter(([type]) => defined.has(type)))
}

/**
 * Objects of every type but connections are rows and values: a field without a resolver is a property, and never
 * something to call or to wait for. Whoever runs the schema in its own process reads it as one.
 */
function markPlainTypes(schema: GraphQLSchema) {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !type.name.endsWith('Connection')) type.extensions = { ...type.extensions, plain: true }
  }
}

/** `@apollo/subgraph` resolves entities one by one; those with a finder are found together instead. */
function resolveTogether(schema: GraphQLSchema, finders: Readonly<Record<string, ReferenceFinder>>) {
  const field = schema.getQueryType()!.getFields()._entities!
  const oneByOne = field.resolve!
  field.resolve = (source, args, context: SubgraphContext, info) => {
    const representations = args.representations as readonly Readonly<Record<string, string>>[]
    const find = (typeName: string, some: typeof representations): Promise<readonly unknown[]> =>
      finders[typeName]
        ? finders[typeName](some, context, selectedFields(info, typeName))
        : Promise.resolve(oneByOne(source, { representations: some }, context, info) as readonly unknown[])
    // A fetch may mix types, and keys of one type: each kind is found together, the rest one by one.
    const groups = Map.groupBy(representations.keys(), (at) => {
      const { __typename, id } = representations[at]!
      return id === undefined ? '' : __typename!
    })
    if (groups.size === 1) return find([...groups.keys()][0]!, representations)
    const answers: unknown[] = []
    for (const [typeName, places] of groups) {
      const found = find(
        typeName,
        places.map((at) => representations[at]!),
      )
      for (const [index, at] of places.entries()) answers[at] = found.then((entities) => entities[index])
    }
    return answers
  }
}

/** `@apollo/subgraph` passes over misspelt resolvers in silence. */
function refuseUnknown(subgraph: string, resolvers: Resolvers, schema: GraphQLSchema) {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName)
    if (fields instanceof GraphQLScalarType || isEnumType(type)) continue
    if (!isObjectType(type) && !isInterfaceType(type)) {
      throw new TypeError(`Subgraph ${subgraph} resolves ${typeName}, which its schema.graphql does not define.`)
    }
    for (const field of Object.keys(fields)) {
      if (field.startsWith('__') || field in type.getFields()) continue
      throw new TypeError(
        `Subgraph ${subgraph} resolves ${typeName}.${field}, which its schema.graphql does not define.`,
      )
    }
  }
}
