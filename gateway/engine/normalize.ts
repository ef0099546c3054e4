import {
  type ASTNode,
  type DirectiveNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { HubError } from '#schema/errors.ts'
import type { Names } from './names.ts'
import type { ClientOperation } from './operation.ts'

/** An operation's two halves: what subgraphs answer, and what the schema itself answers. */
export interface Halves {
  readonly data: OperationDefinitionNode | undefined
  readonly schema: OperationDefinitionNode | undefined
}

/**
 * The operation as the planner gets it: planned names, fragments written out where they stand, type conditions only
 * where they narrow, `__typename` plain and wherever a type is abstract, whatever alias or condition the client gave
 * its own. The root's `__typename` is nobody's to fetch; introspection is split off.
 */
export function normalizeOperation(client: ClientOperation, names: Names, schema: GraphQLSchema): Halves {
  const { operation } = client
  const root = schema.getRootType(operation.operation)!
  const selections = normalize(operation.selectionSet, root, { client, names, schema, atRoot: true })
  const half = (keep: (name: string) => boolean): OperationDefinitionNode | undefined => {
    const kept = filter(selections, keep)
    if (kept.length === 0) return undefined
    return renameVariables({ ...operation, directives: [], selectionSet: setOf(kept) }, names)
  }
  return {
    data: half((name) => !name.startsWith('__')),
    schema: half((name) => name === '__schema' || name === '__type'),
  }
}

interface Scope {
  readonly client: ClientOperation
  readonly names: Names
  readonly schema: GraphQLSchema
  readonly atRoot: boolean
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

function normalize(set: SelectionSetNode, parent: GraphQLCompositeType, scope: Scope): SelectionNode[] {
  const made: SelectionNode[] = isAbstractType(parent) ? [typename] : []
  for (const selection of set.selections) {
    const directives = conditionsOf(selection.directives)
    if (!directives) continue
    if (selection.kind === Kind.FIELD) {
      made.push(normalizeField(selection, directives, parent, scope))
      continue
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? scope.client.fragments.get(selection.name.value)! : selection
    for (const type of narrowed(parent, fragment.typeCondition?.name.value, scope.schema)) {
      const inner = normalize(fragment.selectionSet, type, scope)
      if (inner.length === 0) continue
      if (type === parent && directives.length === 0) made.push(...inner)
      else made.push(inlineFragment(type === parent ? undefined : type, directives, inner))
    }
  }
  return made
}

function normalizeField(
  field: FieldNode,
  directives: DirectiveNode[],
  parent: GraphQLCompositeType,
  scope: Scope,
): FieldNode {
  const name = field.name.value
  if (name === '__typename') return typename
  const key = scope.names.key(field)
  const alias = key === name ? undefined : ({ kind: Kind.NAME, value: key } as const)
  if (name === '__schema' || name === '__type') {
    if (!scope.atRoot) throw new HubError('NOT_SUPPORTED', `${name} 只能在查询的顶层使用。`)
    return { ...field, alias, directives }
  }
  const type = getNamedType('getFields' in parent ? parent.getFields()[name]!.type : parent)
  if (!isCompositeType(type) || !field.selectionSet) return { ...field, alias, directives }
  const selections = normalize(field.selectionSet, type, { ...scope, atRoot: false })
  return { ...field, alias, directives, selectionSet: setOf(selections.length > 0 ? selections : [typename]) }
}

/**
 * The types a fragment's condition leaves of its parent. The planner cannot place a condition on a union under
 * `@skip` or `@include`, so a union stands as its members.
 */
function narrowed(
  parent: GraphQLCompositeType,
  condition: string | undefined,
  schema: GraphQLSchema,
): readonly GraphQLCompositeType[] {
  const type = condition === undefined ? parent : (schema.getType(condition) as GraphQLCompositeType)
  const possible = (of: GraphQLCompositeType) => (isAbstractType(of) ? schema.getPossibleTypes(of) : [of])
  const wanted = new Set(possible(type))
  const left = possible(parent).filter((one) => wanted.has(one))
  if (left.length === 0) return []
  const covered = left.length === possible(parent).length
  const hasItsFields =
    type === parent ||
    isObjectType(parent) ||
    (!isUnionType(parent) && (isUnionType(type) || parent.getInterfaces().includes(type as GraphQLInterfaceType)))
  if (covered && hasItsFields) return [parent]
  return isUnionType(type) ? left : [type]
}

function inlineFragment(
  type: GraphQLCompositeType | undefined,
  directives: readonly DirectiveNode[],
  selections: readonly SelectionNode[],
): SelectionNode {
  const typeCondition = type && ({ kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } } as const)
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: setOf(selections) }
}

/** The conditions that variables decide; undefined where a literal excludes the selection. Others go no further. */
function conditionsOf(directives: readonly DirectiveNode[] = []): DirectiveNode[] | undefined {
  const open: DirectiveNode[] = []
  for (const directive of directives) {
    const name = directive.name.value
    if (name !== 'skip' && name !== 'include') continue
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value
    if (value?.kind !== Kind.BOOLEAN) open.push(directive)
    else if (value.value === (name === 'skip')) return undefined
  }
  return open
}

function filter(selections: readonly SelectionNode[], keep: (name: string) => boolean): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return keep(selection.name.value) ? [selection] : []
    if (selection.kind === Kind.FRAGMENT_SPREAD) return []
    const inner = filter(selection.selectionSet.selections, keep)
    return inner.length > 0 ? [{ ...selection, selectionSet: setOf(inner) }] : []
  })
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections }
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
