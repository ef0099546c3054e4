import { Kind, type OperationDefinitionNode, print, type SelectionSetNode } from 'graphql'
import { HubError } from '#schema/errors.ts'
import { responseKey } from './names.ts'
import type { Requirement } from './requirements.ts'

/** Names of fields that one object cannot be asked for together, each with those it cannot meet. */
export type Conflicts = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Fields of one type that require the same field somewhere below, with different arguments: the planner aborts the process
 * when it meets two. By name only, so that interfaces need no thought; what is refused too much can be asked in two queries.
 */
export function readConflicts(requirements: readonly Requirement[]): Conflicts {
  const conflicts = new Map<string, Set<string>>()
  const add = (one: string, other: string) => conflicts.set(one, (conflicts.get(one) ?? new Set()).add(other))
  for (const type of new Set(requirements.map((one) => one.type))) {
    const own = requirements.filter((one) => one.type === type)
    const below = own.map(({ field }) => ({ field, needs: argumentsBelow(field, own) }))
    for (const one of below) {
      for (const other of below) {
        if ([...one.needs].some(([path, args]) => (other.needs.get(path) ?? args) !== args)) add(one.field, other.field)
      }
    }
  }
  return conflicts
}

/** The arguments of all that a field requires below the fields of its own type, also for what it requires there. */
function argumentsBelow(name: string, requirements: readonly Requirement[]): Map<string, string> {
  const found = new Map<string, string>()
  const visited = new Set<string>()
  const read = (set: SelectionSetNode, path: string) => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) read(selection.selectionSet, path)
      if (selection.kind !== Kind.FIELD) continue
      const at = `${path}.${selection.name.value}`
      if (path) found.set(at, (selection.arguments ?? []).map(print).sort().join())
      else require(selection.name.value)
      if (selection.selectionSet) read(selection.selectionSet, at)
    }
  }
  const require = (field: string) => {
    if (visited.has(field)) return
    visited.add(field)
    for (const one of requirements) if (one.field === field) read(one.selection, '')
  }
  require(name)
  return found
}

/** Refuses an operation that asks one object for fields in conflict. */
export function refuseConflicts({ selectionSet }: OperationDefinitionNode, conflicts: Conflicts): void {
  if (conflicts.size > 0) refuseConflictsIn([selectionSet], conflicts)
}

function refuseConflictsIn(sets: readonly SelectionSetNode[], conflicts: Conflicts): void {
  const asked = new Set<string>()
  const inner = new Map<string, SelectionSetNode[]>()
  const read = (set: SelectionSetNode) => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) read(selection.selectionSet)
      if (selection.kind !== Kind.FIELD) continue
      asked.add(selection.name.value)
      const key = responseKey(selection)
      if (selection.selectionSet) inner.set(key, [...(inner.get(key) ?? []), selection.selectionSet])
    }
  }
  sets.forEach(read)
  for (const name of asked) {
    const other = [...(conflicts.get(name) ?? [])].find((one) => asked.has(one))
    if (other === undefined) continue
    const message = `${name} 和 ${other} 以不同的参数依赖同一个字段，应分两次查询，收到的在同一个对象上。`
    throw new HubError('NOT_SUPPORTED', message)
  }
  for (const below of inner.values()) refuseConflictsIn(below, conflicts)
}
