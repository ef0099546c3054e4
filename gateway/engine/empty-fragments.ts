import type { PlanNode } from '@graphql-hive/router-query-planner'

/**
 * A plan whose operations are GraphQL. The planner (0.0.38) prints a fragment whose fields have all moved to other fetches
 * as a type without selections, where it batches fetches of entities.
 */
export function withoutEmptyFragments(node: PlanNode): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map(withoutEmptyFragments) }
    case 'Flatten':
      return { ...node, node: withoutEmptyFragments(node.node) }
    case 'Fetch':
    case 'BatchFetch':
      return { ...node, operation: node.operation.replace(textsAndEmptyFragments, (_, text = '') => text) }
    default:
      return node
  }
}

/** Texts are found too, so that nothing inside of one is taken for a fragment. */
const textsAndEmptyFragments = /("(?:[^"\\]|\\.)*")|\.\.\. ?on \w+\b(?! ?[{@])/g
