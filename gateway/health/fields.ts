import { Kind, type OperationDefinitionNode, parse, type SelectionNode } from 'graphql'

/**
 * The fields a fetch asks a subgraph for, as it is asked: `Query.hlChallenges` at the root, `Demand.challenge` of an
 * entity. What lies below them is fetched with them.
 */
export function fieldsAsked(document: string): readonly string[] {
  const { definitions } = parse(document, { noLocation: true })
  const operation = definitions.find((it): it is OperationDefinitionNode => it.kind === Kind.OPERATION_DEFINITION)
  if (!operation) return []
  const root = `${operation.operation[0]!.toUpperCase()}${operation.operation.slice(1)}`
  const found = new Set<string>()
  const fragments = new Map(
    definitions.flatMap((it) => (it.kind === Kind.FRAGMENT_DEFINITION ? [[it.name.value, it] as const] : [])),
  )
  const walk = (selections: readonly SelectionNode[], type: string) => {
    for (const it of selections) {
      if (it.kind === Kind.INLINE_FRAGMENT) walk(it.selectionSet.selections, it.typeCondition?.name.value ?? type)
      else if (it.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(it.name.value)
        if (fragment) walk(fragment.selectionSet.selections, fragment.typeCondition.name.value)
      } else if (it.name.value === '_entities') walk(it.selectionSet?.selections ?? [], type)
      else if (!it.name.value.startsWith('__')) found.add(`${type}.${it.name.value}`)
    }
  }
  walk(operation.selectionSet.selections, root)
  return [...found]
}
