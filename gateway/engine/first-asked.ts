import type { BatchFetchNode, FetchNode, OutputRewrite, PlanNode } from '@graphql-hive/router-query-planner'
import { type FieldNode, Kind, type OperationDefinitionNode, parse, type SelectionNode } from 'graphql'
import { asBatch, withoutSpreads } from './batch.ts'
import { responseKey } from './names.ts'
import { type Place, placesAt } from './places.ts'
import { renamedKeys } from './selection.ts'
import type { Supergraph } from './supergraph.ts'
import { covers, narrowed, type Spot, type Way, wayOn } from './ways.ts'

/** Who is the first to be asked for objects of a partial type. */
export interface FirstAsked {
  readonly way: Way
  readonly subgraph: string
}

/** Where a plan asks for objects of partial types, and whom first. */
export function firstAsked(
  plan: PlanNode,
  operation: OperationDefinitionNode,
  { schema, possibleTypes, partial }: Pick<Supergraph, 'schema' | 'possibleTypes' | 'partial'>,
): readonly FirstAsked[] {
  const found: FirstAsked[] = []

  const walk = (node: PlanNode): void => {
    if (node.kind === 'Sequence' || node.kind === 'Parallel') node.nodes.forEach(walk)
    else if (node.kind === 'Subscription') readRoot(node.primary)
    else if (node.kind === 'Fetch') readRoot(node)
    else readEntities(asBatch(node))
  }

  const readEntities = (batch: BatchFetchNode | undefined) => {
    for (const entities of batch ? fieldsOf(batch) : []) {
      const { paths, outputRewrites } = batch!.entityBatch.aliases.find(({ alias }) => alias === responseKey(entities))!
      const spots = paths.flatMap((path) => placesAt(path, operation, schema)).map(spotOf)
      read(entities.selectionSet!.selections, spots, batch!.serviceName, outputRewrites)
    }
  }

  const readRoot = (node: FetchNode) => {
    const root: Spot = { way: [], types: new Set([schema.getRootType(operation.operation)!.name]) }
    read(fieldsOf(node), [root], node.serviceName, node.outputRewrites)
  }

  const read = (
    selections: readonly SelectionNode[],
    spots: readonly Spot[],
    subgraph: string,
    rewrites: readonly OutputRewrite[] | undefined,
  ): void => {
    const renamed = renamedKeys(rewrites)
    const readIn = (selections: readonly SelectionNode[], spots: readonly Spot[]): void => {
      for (const selection of selections) {
        if (!('selectionSet' in selection) || !selection.selectionSet) continue
        const inner =
          selection.kind === Kind.FIELD
            ? spots.flatMap((spot) => stepInto(selection, spot))
            : narrowed(spots, possibleTypes(selection.typeCondition!.name.value))
        readIn(selection.selectionSet.selections, inner)
      }
    }
    const stepInto = (field: FieldNode, spot: Spot): Spot[] => {
      const key = responseKey(field)
      return wayOn(spot, field, renamed.get(key) ?? key, schema).map(({ way, gives }) => {
        const isNew = gives.some((name) => partial.types.has(name)) && !found.some((it) => covers(it.way, way))
        if (isNew) found.push({ way, subgraph })
        return { way, types: new Set(gives.flatMap((name) => [...possibleTypes(name)])) }
      })
    }
    readIn(selections, spots)
  }

  walk(plan)
  return found
}

function fieldsOf({ operation }: FetchNode | BatchFetchNode): readonly FieldNode[] {
  const { selectionSet } = withoutSpreads(parse(operation, { noLocation: true }))
  return selectionSet.selections.filter((it) => it.kind === Kind.FIELD)
}

function spotOf({ path, chain, types }: Place): Spot {
  const keys = path.flatMap((segment) => (segment !== '@' && 'Field' in segment ? segment.Field : []))
  return { way: keys.map((key, i) => ({ key, of: new Set(chain[i]) })), types: new Set(types.map(({ name }) => name)) }
}
