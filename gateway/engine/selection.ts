import type { FetchRewrite } from '@graphql-hive/router-query-planner'
import { type DocumentNode, type FieldNode, Kind, parse, type SelectionSetNode } from 'graphql'
import { responseKey } from './names.ts'
import { typeCondition } from './paths.ts'
import type { Supergraph } from './supergraph.ts'

/** A key that a fetch fills in, and the types it fills it in for. */
export interface FilledKey {
  readonly key: string
  readonly field: string
  /** The innermost type condition it stands under. */
  readonly type: string | undefined
  readonly accepts: (typename: unknown) => boolean
}

/** The keys a fetch fills in: those of its root, or of one of its `_entities` by alias. */
export function filledKeys(
  operation: string,
  entities: string | undefined,
  renamed: ReadonlyMap<string, string>,
  supergraph: Supergraph,
): readonly FilledKey[] {
  const document = parse(operation, { noLocation: true })
  const root = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION)!
  let set = root.selectionSet
  if (entities) {
    const field = set.selections.find((s): s is FieldNode => s.kind === Kind.FIELD && responseKey(s) === entities)
    if (!field?.selectionSet) throw new TypeError(`The planner fetches no "${entities}" in its operation.`)
    set = field.selectionSet
  }
  const keys: FilledKey[] = []
  collect(set, [], document, (key, field, conditions) => {
    const checks = conditions.map((condition) => typeCondition([condition], supergraph))
    const accepts = (typename: unknown) => checks.every((check) => check(typename))
    keys.push({ key: renamed.get(key) ?? key, field, type: conditions.at(-1), accepts })
  })
  return keys
}

function collect(
  set: SelectionSetNode,
  conditions: readonly string[],
  document: DocumentNode,
  add: (key: string, field: string, conditions: readonly string[]) => void,
): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      add(responseKey(selection), selection.name.value, conditions)
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value
      collect(selection.selectionSet, condition ? [...conditions, condition] : conditions, document, add)
    } else {
      for (const d of document.definitions) {
        if (d.kind !== Kind.FRAGMENT_DEFINITION || d.name.value !== selection.name.value) continue
        collect(d.selectionSet, [...conditions, d.typeCondition.name.value], document, add)
      }
    }
  }
}

/** The names that output rewrites give to the planner's internal aliases. */
export function renamedKeys(rewrites: readonly FetchRewrite[] | undefined): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  for (const rewrite of rewrites ?? []) {
    if (!('KeyRenamer' in rewrite)) continue
    const last = rewrite.KeyRenamer.path.at(-1)
    if (last && 'Key' in last) renamed.set(last.Key, rewrite.KeyRenamer.renameKeyTo)
  }
  return renamed
}
