import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner'
import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
} from 'graphql'
import { askedOf, below, isWithin } from './asked.ts'
import { responseKey } from './names.ts'

type Path = readonly FlattenNodePathSegment[]

/** A place in an answer: what an operation asks of the objects there, and which types they can have. */
export interface Place {
  readonly path: Path
  /** For each field of the path the types of which it is asked. */
  readonly chain: readonly (readonly string[])[]
  readonly types: readonly GraphQLObjectType[]
  readonly selections: readonly SelectionNode[]
}

/** The places a path leads to: several where a step asks another thing of one type than of the next. */
export function placesAt(path: Path, operation: OperationDefinitionNode, schema: GraphQLSchema): readonly Place[] {
  const root = schema.getRootType(operation.operation)!
  const start: Place = { path: [], chain: [], types: [root], selections: operation.selectionSet.selections }
  return path.reduce((places, segment) => places.flatMap((place) => step(place, segment, schema)), [start])
}

function step(place: Place, segment: FlattenNodePathSegment, schema: GraphQLSchema): Place[] {
  const path = [...place.path, segment]
  if (segment === '@') return [{ ...place, path }]
  if (!('Field' in segment)) {
    const isMeant = (type: GraphQLObjectType) => segment.TypeCondition.some((name) => isWithin(type, name, schema))
    return [{ ...place, path, types: place.types.filter(isMeant) }]
  }
  const ways = new Map<string, { from: string[]; fields: readonly FieldNode[]; types: Set<GraphQLObjectType> }>()
  for (const type of place.types) {
    const fields = askedOf(type, place.selections, schema).filter((field) => responseKey(field) === segment.Field)
    const [first] = fields
    if (!first) continue
    const asked = fields.map(print).join(' ')
    const way = ways.get(asked) ?? { from: [], fields, types: new Set() }
    ways.set(asked, way)
    way.from.push(type.name)
    for (const to of typesIn(type.getFields()[first.name.value]!.type, schema)) way.types.add(to)
  }
  return Array.from(ways.values(), ({ from, fields, types }) => ({
    path: ways.size > 1 ? [...place.path, { TypeCondition: from }, segment] : path,
    chain: [...place.chain, from],
    types: [...types],
    selections: below(fields),
  }))
}

function typesIn(type: GraphQLOutputType, schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const named = getNamedType(type)
  return isAbstractType(named) ? schema.getPossibleTypes(named) : [named as GraphQLObjectType]
}
