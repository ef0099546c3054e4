import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
} from 'graphql'

/** The fields that selections without spreads ask of objects of whatever type. */
export function askedOfAny(selections: readonly SelectionNode[]): FieldNode[] {
  return asked(selections, () => true)
}

/** The fields that selections without spreads ask of objects of one type. */
export function askedOf(
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  schema: GraphQLSchema,
): FieldNode[] {
  return asked(selections, (condition) => isWithin(type, condition, schema))
}

/** What fields ask of what they lead to. */
export function below(fields: readonly FieldNode[]): readonly SelectionNode[] {
  return fields.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
}

/** Whether all objects of a type satisfy a type condition. */
export function isWithin(type: GraphQLObjectType, condition: string, schema: GraphQLSchema): boolean {
  const wider = schema.getType(condition)
  return isAbstractType(wider) ? schema.isSubType(wider, type) : condition === type.name
}

function asked(selections: readonly SelectionNode[], finds: (condition: string) => boolean): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection]
    if (selection.kind === Kind.FRAGMENT_SPREAD) return []
    const condition = selection.typeCondition?.name.value
    return condition === undefined || finds(condition) ? asked(selection.selectionSet.selections, finds) : []
  })
}
