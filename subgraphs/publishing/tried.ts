import { whyUnservable } from '#schema/trial.ts'
import { type Examination, refused } from './examine.ts'
import type { Problem } from './problem.ts'

/** An examination, and what gateways would say of its graph: what composes may still be none that their planner reads. */
export async function tried(found: Examination): Promise<Examination> {
  const problem = found.supergraph === undefined ? undefined : await unservable(found.supergraph)
  return problem ? refused([problem]) : found
}

/** Why no gateway could serve a graph that composes; undefined when one could. */
export async function unservable(supergraph: string): Promise<Problem | undefined> {
  const reason = await whyUnservable(supergraph)
  if (reason === undefined) return undefined
  const line = lineNamed(reason, supergraph)
  return {
    code: 'GRAPH_UNSERVABLE',
    places: [],
    zh: `组合成立，但网关不能使用组合后的图：${reason}${line && `，在这一行：${line}`}。`,
    en: `The graph composes, but no gateway could serve it: ${reason}${line && `, in this line: ${line}`}.`,
    fix: {
      zh: '改动这个子图中说明所指的定义，例如过大的数值默认值、层数过深的列表、以 join__ 或 link__ 开头的名称。',
      en: 'Change what the reason names in this subgraph, such as a default that is too large, a list too deep, or a name that begins with join__ or link__.',
    },
  }
}

/** The line of the graph at which the planner stopped reading, where it says so. */
function lineNamed(reason: string, supergraph: string): string {
  const [, line] = /Parse error at (\d+):\d+/.exec(reason) ?? []
  return line === undefined ? '' : (supergraph.split('\n')[Number(line) - 1]?.trim().slice(0, 200) ?? '')
}
