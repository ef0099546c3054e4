import {
  type ASTNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { HubError } from '#schema/errors.ts'
import { dependsOnType, narrowed } from './abstract.ts'
import { type Conditions, isIncluded } from './conditions.ts'
import { namingTypes } from './interface-objects.ts'
import { type Names, responseKey } from './names.ts'
import type { ClientOperation } from './operation.ts'
import { fieldOf, fragmentOn, nameOf, setOf } from './syntax.ts'

/** An operation's two halves: what subgraphs answer, and what the schema itself answers. */
export interface Halves {
  readonly data: OperationDefinitionNode | undefined
  readonly schema: OperationDefinitionNode | undefined
}

interface Scope {
  readonly client: ClientOperation
  readonly names: Names
  readonly schema: GraphQLSchema
  readonly conditions: Conditions
  readonly isProvided: (fieldName: string) => boolean
  readonly isLent: (fieldName: string) => boolean
  readonly atRoot: boolean
}

/**
 * The operation as the planner gets it: planned names, fragments written out where they stand, type conditions only
 * where they narrow, nothing that this request's conditions exclude. `__typename` is the projection's to answer: it is
 * fetched where the answer depends on it, whatever alias the client gave its own. Introspection is split off.
 */
export function normalizeOperation(scope: Omit<Scope, 'atRoot'>): Halves {
  const { client, names, schema } = scope
  const root = schema.getRootType(client.operation.operation)!
  const selections = normalize(client.operation.selectionSet, root, { ...scope, atRoot: true })
  const half = (keep: (name: string) => boolean): OperationDefinitionNode | undefined => {
    const kept = selections.filter((selection) => selection.kind === Kind.FIELD && keep(selection.name.value))
    if (kept.length === 0) return undefined
    return renameVariables({ ...client.operation, directives: [], selectionSet: setOf(kept) }, names)
  }
  return {
    data: half((name) => !name.startsWith('__')),
    schema: half((name) => name.startsWith('__')),
  }
}

const typename = fieldOf('__typename')

function normalize(set: SelectionSetNode, parent: GraphQLCompositeType, scope: Scope): SelectionNode[] {
  const made: SelectionNode[] = []
  for (const selection of set.selections) {
    if (!isIncluded(selection, scope.conditions)) continue
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value !== '__typename') made.push(normalizeField(selection, parent, scope))
      continue
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? scope.client.fragments.get(selection.name.value)! : selection
    for (const type of narrowed(parent, fragment.typeCondition?.name.value, scope.schema)) {
      const inner = normalize(fragment.selectionSet, type, scope)
      if (type === parent) made.push(...inner)
      else if (inner.length > 0) made.push(fragmentOn(type.name, inner))
    }
  }
  return namingTypes(withoutRepeats(made), parent, scope)
}

/**
 * Each leaf once, in the widest place that asks for it. A leaf that a fragment repeats makes the planner fold the
 * fetch for all types into the one for the fragment's.
 */
function withoutRepeats(selections: readonly SelectionNode[]): SelectionNode[] {
  const leaves = new Set<string>()
  for (const selection of selections) if (isLeaf(selection)) leaves.add(responseKey(selection))
  const seen = new Set<string>()
  return selections.flatMap((selection): SelectionNode[] => {
    if (!isLeaf(selection)) return withoutLeaves(selection, leaves)
    if (seen.has(responseKey(selection))) return []
    seen.add(responseKey(selection))
    return [selection]
  })
}

function withoutLeaves(selection: SelectionNode, leaves: ReadonlySet<string>): SelectionNode[] {
  if (selection.kind !== Kind.INLINE_FRAGMENT) return [selection]
  const left = selection.selectionSet.selections.flatMap((inner) =>
    isLeaf(inner) ? (leaves.has(responseKey(inner)) ? [] : [inner]) : withoutLeaves(inner, leaves),
  )
  return left.length > 0 ? [{ ...selection, selectionSet: setOf(left) }] : []
}

function isLeaf(selection: SelectionNode): selection is FieldNode {
  return selection.kind === Kind.FIELD && !selection.selectionSet
}

function normalizeField(field: FieldNode, parent: GraphQLCompositeType, scope: Scope): FieldNode {
  const name = field.name.value
  const key = scope.names.key(field)
  const alias = key === name ? undefined : nameOf(key)
  const plain = { ...field, alias, directives: [] }
  if (name === '__schema' || name === '__type') {
    if (!scope.atRoot) throw new HubError('NOT_SUPPORTED', `${name} 只能在查询的顶层使用。`)
    return { ...plain, selectionSet: introspected(field.selectionSet!, scope) }
  }
  const type = getNamedType('getFields' in parent ? parent.getFields()[name]!.type : parent)
  if (!isCompositeType(type) || !field.selectionSet) return plain
  const selections = normalize(field.selectionSet, type, { ...scope, atRoot: false })
  const reading = { ...scope, fragments: scope.client.fragments }
  const typed = selections.length === 0 || dependsOnType(type, [field.selectionSet], reading)
  if (!typed) return { ...plain, selectionSet: setOf(selections) }
  const asks = scope.isProvided(name) ? typenames(type, scope.schema) : [typename]
  return { ...plain, selectionSet: setOf([...asks, ...selections]) }
}

/**
 * `__typename` for each possible type. The planner thinks that who provides an abstract field cannot tell `__typename`
 * in it, and would ask somebody else for all of it; of an object type it knows.
 */
function typenames(type: GraphQLCompositeType, schema: GraphQLSchema): readonly SelectionNode[] {
  if (!isAbstractType(type)) return [typename]
  return schema.getPossibleTypes(type).map((possible) => fragmentOn(possible.name, [typename]))
}

/** Introspection keeps its own names; its fragments are written out, since the rest of the document stays behind. */
function introspected(set: SelectionSetNode, scope: Scope): SelectionSetNode {
  return setOf(
    set.selections.flatMap((selection): SelectionNode[] => {
      if (!isIncluded(selection, scope.conditions)) return []
      if (selection.kind === Kind.FIELD) {
        const inner = selection.selectionSet && introspected(selection.selectionSet, scope)
        return [{ ...selection, directives: [], selectionSet: inner }]
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? scope.client.fragments.get(selection.name.value)! : selection
      return [...introspected(fragment.selectionSet, scope).selections]
    }),
  )
}

/** Any syntax under the planned names of its variables. */
export function renameVariables<T extends ASTNode>(node: T, names: Names): T {
  return visit(node, {
    Variable(variable) {
      const planned = names.variable(variable.name.value)
      if (planned === variable.name.value) return undefined
      return { ...variable, name: { ...variable.name, value: planned } }
    },
  })
}
