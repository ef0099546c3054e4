import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isInterfaceType,
  Kind,
  type SelectionNode,
} from 'graphql'
import { argumentOf, joinsAsInterfaceObject } from './directives.ts'
import { fragmentOn } from './syntax.ts'

/** Names of the fields that some interface object of a supergraph resolves for all types of the interface. */
export function readLent(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    const lenders = joinsAsInterfaceObject(definition).map((join) => argumentOf(join, 'graph'))
    for (const { name, directives } of definition.fields ?? []) {
      if (directives?.some((join) => lenders.includes(argumentOf(join, 'graph')))) names.add(name.value)
    }
  }
  return names
}

/**
 * What an interface object is asked about every type, asked about each by name where fragments beside it ask it too: the
 * planner would fold these fetches into one, and send it the fragments' types only.
 */
export function namingTypes(
  selections: readonly SelectionNode[],
  parent: GraphQLCompositeType,
  { schema, isLent }: { readonly schema: GraphQLSchema; readonly isLent: (fieldName: string) => boolean },
): SelectionNode[] {
  const asksLent = (selection: SelectionNode): boolean => {
    if (selection.kind === Kind.FIELD) return isLent(selection.name.value)
    return selection.kind === Kind.INLINE_FRAGMENT && selection.selectionSet.selections.some(asksLent)
  }
  const fragments = selections.filter((it) => it.kind !== Kind.FIELD)
  const lent = selections.filter((it) => it.kind === Kind.FIELD && asksLent(it))
  if (!isInterfaceType(parent) || lent.length === 0 || !fragments.some(asksLent)) return [...selections]
  const named = schema.getPossibleTypes(parent).map(({ name }) => fragmentOn(name, lent))
  return [...selections.filter((it) => !lent.includes(it)), ...named]
}
