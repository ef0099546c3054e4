import type { BatchFetchNode, EntityBatchAlias, PlanNode } from '@graphql-hive/router-query-planner'
import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql'

/** A fetch of entities as a batch of one. */
export function asBatch(node: PlanNode): BatchFetchNode | undefined {
  if (node.kind === 'BatchFetch') return node
  if (node.kind !== 'Flatten' || node.node.kind !== 'Fetch') return undefined
  const { kind: _, requires = [], inputRewrites, outputRewrites, ...fetch } = node.node
  const names = { alias: '_entities', representationsVariableName: 'representations' }
  const alias: EntityBatchAlias = { ...names, paths: [node.path], requires, inputRewrites, outputRewrites }
  return { ...fetch, kind: 'BatchFetch', entityBatch: { aliases: [alias] } }
}

/** The operation of a document with its fragments written out; the planner names those that it prints twice. */
export function withoutSpreads({ definitions }: DocumentNode): OperationDefinitionNode {
  const fragments = definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION)
  return visit(definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION)!, {
    FragmentSpread({ name }) {
      const { typeCondition, selectionSet } = fragments.find((it) => it.name.value === name.value)!
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }
    },
  })
}
