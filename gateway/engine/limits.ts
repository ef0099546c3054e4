import { type ASTNode, type DocumentNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql'
import { HubError } from '#schema/errors.ts'

const maxDepth = 200
/** Planning takes the square of it: 2,000 fields on one object, each from another subgraph, take seconds. */
const maxFields = 2_000

/**
 * Refuses what the planner could not survive: it recurses in native code, and expands every fragment.
 * Linear in the document, whatever its fragments expand to; cycles are left to validation.
 */
export function refuseOversized(document: DocumentNode): void {
  const fragments = new Map<string, SelectionSetNode>()
  for (const d of document.definitions)
    if (d.kind === Kind.FRAGMENT_DEFINITION) fragments.set(d.name.value, d.selectionSet)
  const measured = new Map<string, { depth: number; fields: number } | undefined>()

  const measure = (set: SelectionSetNode): { depth: number; fields: number } => {
    let depth = 0
    let fields = 0
    for (const selection of set.selections) {
      let inner = { depth: 0, fields: 0 }
      if (selection.kind === Kind.FRAGMENT_SPREAD) inner = measureFragment(selection.name.value)
      else if (selection.selectionSet) inner = measure(selection.selectionSet)
      depth = Math.max(depth, inner.depth + 1)
      fields += inner.fields + 1
    }
    if (depth > maxDepth) throw new HubError('BAD_REQUEST', `查询的嵌套应在 ${maxDepth} 层以内，收到的更深。`)
    if (fields > maxFields) throw new HubError('BAD_REQUEST', `查询展开后应在 ${maxFields} 个字段以内，收到的更多。`)
    return { depth, fields }
  }
  const measureFragment = (name: string) => {
    const set = fragments.get(name)
    if (!set || (measured.has(name) && !measured.get(name))) return { depth: 0, fields: 0 }
    const known = measured.get(name)
    if (known) return known
    measured.set(name, undefined)
    const size = measure(set)
    measured.set(name, size)
    return size
  }
  for (const definition of document.definitions) if ('selectionSet' in definition) measure(definition.selectionSet)
  refuseDeepValues(document)
}

/** Literals and types nest too: `[[[…]]]`. */
function refuseDeepValues(document: DocumentNode): void {
  const stack: [unknown, number][] = [[document, 0]]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, depth] = next
    if (depth > maxDepth * 8) throw new HubError('BAD_REQUEST', '查询中的值嵌套过深。')
    for (const child of Object.values(node as ASTNode)) {
      if (Array.isArray(child)) for (const item of child) stack.push([item, depth + 1])
      else if (child && typeof child === 'object' && 'kind' in child) stack.push([child, depth + 1])
    }
  }
}

/** What a recursive parser or validator throws when a document is too deep for the stack, as an ordinary error. */
export function tooDeep(error: unknown): GraphQLError | undefined {
  if (error instanceof GraphQLError) return error
  if (error instanceof RangeError) return new HubError('BAD_REQUEST', '查询嵌套过深，无法解析。')
  return undefined
}
