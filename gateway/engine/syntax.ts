import { type FieldNode, Kind, type NameNode, type SelectionNode, type SelectionSetNode } from 'graphql'

export function nameOf(value: string): NameNode {
  return { kind: Kind.NAME, value }
}

export function fieldOf(name: string): FieldNode {
  return { kind: Kind.FIELD, name: nameOf(name) }
}

export function fragmentOn(type: string, selections: readonly SelectionNode[]): SelectionNode {
  const typeCondition = { kind: Kind.NAMED_TYPE, name: nameOf(type) } as const
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: setOf(selections) }
}

export function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections }
}
