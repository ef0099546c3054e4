import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode } from 'graphql'

/**
 * The largest value an operation of the document folds to, bottom-up. Every fragment is folded once, however often it is
 * spread; inside itself it counts as nothing, as validation will name the cycle.
 */
export function fold(
  document: DocumentNode,
  ofField: (node: FieldNode, inside: number) => number,
  join: (left: number, right: number) => number,
): number {
  const fragments = new Map<string, SelectionSetNode>()
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node.selectionSet)
  }
  const folded = new Map<string, number>()

  const ofSet = (set: SelectionSetNode | undefined): number => {
    let sum = 0
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FIELD) sum = join(sum, ofField(node, ofSet(node.selectionSet)))
      else if (node.kind === Kind.INLINE_FRAGMENT) sum = join(sum, ofSet(node.selectionSet))
      else sum = join(sum, ofFragment(node.name.value))
    }
    return sum
  }
  const ofFragment = (name: string): number => {
    const known = folded.get(name)
    if (known !== undefined) return known
    folded.set(name, 0)
    const value = ofSet(fragments.get(name))
    folded.set(name, value)
    return value
  }

  let most = 0
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) most = Math.max(most, ofSet(node.selectionSet))
  }
  return most
}
