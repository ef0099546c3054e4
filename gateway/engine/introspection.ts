import {
  type DocumentNode,
  execute,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { HubError } from '#schema/errors.ts'
import type { Entity } from './run.ts'

/** An operation's two halves: what subgraphs answer, and what the schema itself answers. */
export interface Halves {
  readonly data: OperationDefinitionNode | undefined
  readonly schema: OperationDefinitionNode | undefined
}

/**
 * Splits root fields into `__schema` and `__type` and the rest. `__typename` of the root is nobody's to fetch and
 * goes to neither. Fragments at the root that hold introspection are written out in place.
 */
export function splitIntrospection(document: DocumentNode): Halves {
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION)!
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const d of document.definitions) if (d.kind === Kind.FRAGMENT_DEFINITION) fragments.set(d.name.value, d)
  const half = (keep: (name: string) => boolean): OperationDefinitionNode | undefined => {
    const set = filter(operation.selectionSet, fragments, keep)
    return set && { ...operation, selectionSet: set }
  }
  return {
    data: half((name) => !name.startsWith('__')),
    schema: half((name) => name === '__schema' || name === '__type'),
  }
}

function filter(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  keep: (name: string) => boolean,
): SelectionSetNode | undefined {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return keep(selection.name.value) ? [selection] : []
    const spread = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
    const inner = spread && filter(spread.selectionSet, fragments, keep)
    if (!spread || !inner) return []
    const { directives } = selection
    return [{ kind: Kind.INLINE_FRAGMENT, typeCondition: spread.typeCondition, directives, selectionSet: inner }]
  })
  return selections.length > 0 ? { ...set, selections } : undefined
}

/** Refuses introspection below the root, where no subgraph could answer it. */
export function refuseNestedIntrospection(document: DocumentNode): void {
  const check = (set: SelectionSetNode, atRoot: boolean) => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (!atRoot && (selection.name.value === '__schema' || selection.name.value === '__type')) {
          throw new HubError('NOT_SUPPORTED', `${selection.name.value} 只能在查询的顶层使用。`)
        }
        if (!selection.name.value.startsWith('__') && selection.selectionSet) check(selection.selectionSet, false)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) check(selection.selectionSet, atRoot)
    }
  }
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) check(definition.selectionSet, true)
  }
}

/** Answers introspection with graphql-js; the answer is kept when no variable can change it. */
export function compileIntrospection(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  document: DocumentNode,
): (variables: Entity) => Entity {
  const fragments = document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION)
  const only: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] }
  let kept: Entity | undefined
  return (variableValues) => {
    if (kept) return kept
    const { data } = execute({ schema, document: only, variableValues }) as { data?: Entity | null }
    const answer = data ?? {}
    if (!operation.variableDefinitions?.length) kept = answer
    return answer
  }
}
