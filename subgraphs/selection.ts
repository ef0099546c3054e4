import { type FieldNode, type GraphQLResolveInfo, isAbstractType, Kind, type SelectionSetNode } from 'graphql'

/** What an operation selects, so that statements fetch no other columns. Documents are cached, so answers are too. */
const known = new WeakMap<FieldNode, Map<string, ReadonlySet<string>>>()

/** Names of the fields selected of the nodes of a connection. */
export function nodeFields(info: GraphQLResolveInfo, typeName: string): ReadonlySet<string> {
  const nodes = selectedFields(info, typeName, ['nodes'])
  const edges = selectedFields(info, typeName, ['edges', 'node'])
  if (edges.size === 0) return nodes
  if (nodes.size === 0) return edges
  return union(nodes, edges)
}

/** Names of the fields selected of a type, at a path of fields below the one being resolved. */
export function selectedFields(info: GraphQLResolveInfo, typeName: string, path: readonly string[] = []) {
  const [node] = info.fieldNodes
  const key = path.length === 0 ? typeName : `${typeName} ${path.join('.')}`
  const answers = known.get(node!) ?? new Map<string, ReadonlySet<string>>()
  known.set(node!, answers)
  let names = answers.get(key)
  if (!names) {
    const collected = new Set<string>()
    for (const { selectionSet } of info.fieldNodes) collect(selectionSet, path)
    names = collected
    answers.set(key, names)

    function collect(selectionSet: SelectionSetNode | undefined, rest: readonly string[]) {
      for (const selection of selectionSet?.selections ?? []) {
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          collect(info.fragments[selection.name.value]?.selectionSet, rest)
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (applies(selection.typeCondition?.name.value, rest)) collect(selection.selectionSet, rest)
        } else if (rest.length === 0) {
          collected.add(selection.name.value)
        } else if (selection.name.value === rest[0]) {
          collect(selection.selectionSet, rest.slice(1))
        }
      }
    }
    function applies(condition: string | undefined, rest: readonly string[]): boolean {
      if (condition === undefined || rest.length > 0 || condition === typeName) return true
      return isAbstractType(info.schema.getType(condition))
    }
  }
  return names
}

const unions = new WeakMap<ReadonlySet<string>, WeakMap<ReadonlySet<string>, ReadonlySet<string>>>()

/** Fields of both: the same set for the same two, so that what is known by the set stays known. */
export function union(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  const known = unions.get(one) ?? new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()
  unions.set(one, known)
  const both = known.get(other) ?? one.union(other)
  known.set(other, both)
  return both
}
