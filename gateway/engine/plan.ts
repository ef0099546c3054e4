import type { PlanNode } from '@graphql-hive/router-query-planner'
import { HubError } from '#schema/errors.ts'
import { compileBatchFetch, compileEntityFetch } from './entities.ts'
import { compileRootFetch, type Sources } from './fetch.ts'
import type { Run, Step } from './run.ts'

/**
 * Compiles a node of a plan into a function that carries it out; refuses what the engine does not know.
 * Conditions are decided before planning, so no plan has any.
 */
export function compileNode(node: PlanNode, sources: Sources): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileRootFetch(node, sources)
    case 'BatchFetch':
      return compileBatchFetch(node, sources)
    case 'Flatten':
      if (node.node.kind !== 'Fetch') throw unplannable(`Flatten/${node.node.kind}`)
      return compileEntityFetch(node.path, node.node, sources)
    case 'Sequence':
      return sequence(node.nodes.map((inner) => compileNode(inner, sources)))
    case 'Parallel':
      return parallel(node.nodes.map((inner) => compileNode(inner, sources)))
    default:
      throw unplannable(node.kind)
  }
}

export function sequence(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0]!
  return async (run) => {
    for (const step of steps) {
      const pending = step(run)
      if (pending) await pending
    }
  }
}

function parallel(steps: readonly Step[]): Step {
  return (run: Run) => {
    const pending = steps.flatMap((step) => step(run) ?? [])
    return pending.length > 1 ? Promise.all(pending).then(() => undefined) : pending[0]
  }
}

function unplannable(what: string): HubError {
  return new HubError('NOT_SUPPORTED', `查询计划中有引擎不支持的步骤 ${what}。`)
}
