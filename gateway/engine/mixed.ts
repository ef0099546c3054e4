import type { EntityBatchAlias, FetchNode, PlanNode, RequiresSelection } from '@graphql-hive/router-query-planner'
import { renamedKeys } from './selection.ts'

/**
 * Whether a plan hands fields that require one field with different arguments the same value of it. The planner tells the
 * values apart by aliases of its own, and loses these where it merges or batches such fetches.
 */
export function mixesArguments(plan: PlanNode): boolean {
  const fetched = new Set<string>()
  const read = new Set<string>()
  let mixes = false

  const readSelections = (selections: readonly RequiresSelection[]) => {
    const sources = new Map<string, string>()
    for (const selection of selections) {
      if (selection.kind === 'Field') {
        const key = selection.alias ?? selection.name
        if ((sources.get(key) ?? selection.name) !== selection.name) mixes = true
        sources.set(key, selection.name)
        read.add(selection.name)
      }
      if (selection.kind !== 'FragmentSpread') readSelections(selection.selections ?? [])
    }
  }
  const readFetch = (operation: string, groups: readonly (FetchNode | EntityBatchAlias)[]) => {
    for (const [, alias] of operation.matchAll(/(_internal_qp_alias_\d+):/g)) fetched.add(alias!)
    for (const { requires, outputRewrites } of groups) {
      readSelections(requires ?? [])
      for (const key of renamedKeys(outputRewrites).keys()) read.add(key)
    }
  }
  const walk = (node: PlanNode) => {
    if (node.kind === 'Sequence' || node.kind === 'Parallel') node.nodes.forEach(walk)
    else if (node.kind === 'Flatten') walk(node.node)
    else if (node.kind === 'BatchFetch') readFetch(node.operation, node.entityBatch.aliases)
    else if (node.kind === 'Fetch') readFetch(node.operation, [node])
  }
  walk(plan)
  return mixes || [...fetched].some((alias) => !read.has(alias))
}
