import {
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { fieldOf } from './syntax.ts'

/**
 * An operation that is GraphQL. Where it batches fetches of entities and all that was selected of a type or a field has
 * moved to other fetches, the planner (0.0.38) prints the type, or the field, without selections.
 */
export function withoutEmptySelections(operation: string, schema: GraphQLSchema): string {
  const text = operation.replace(textsAndEmptyFragments, (_, text = '') => text)
  const document = parse(text, { noLocation: true })
  const types = new TypeInfo(schema)
  const isEmpty = () => isCompositeType(getNamedType(types.getType()))
  const whole = visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => (!node.selectionSet && isEmpty() ? fieldOf('__typename') : undefined),
    }),
  )
  return whole === document ? text : print(whole)
}

/** Texts are found too, so that nothing inside of one is taken for a fragment. */
const textsAndEmptyFragments = /("(?:[^"\\]|\\.)*")|\.\.\. ?on \w+\b(?! ?[{@])/g
