import {
  buildASTSchema,
  type DocumentNode,
  GraphQLError,
  isInterfaceType,
  isObjectType,
  isTypeSubTypeOf,
  parse,
  print,
  typeFromAST,
} from 'graphql'
import { definitionsOf, hasDirective } from './definitions.ts'

/**
 * Fields whose type in the composed graph does not hold what some subgraph answers: the composer gives a field that is
 * `Book` here and `Media` there, a union with Book, the type Book.
 */
export function mergedTypeErrors(
  supergraph: string,
  subgraphs: readonly { readonly name: string; readonly typeDefs: DocumentNode }[],
): readonly GraphQLError[] {
  const schema = buildASTSchema(parse(supergraph, { noLocation: true }), { assumeValid: true, assumeValidSDL: true })
  return subgraphs.flatMap(({ name: subgraph, typeDefs }) =>
    [...definitionsOf(typeDefs).values()].flatMap((definition) => {
      const merged = schema.getType(definition.name)
      if (!isObjectType(merged) && !isInterfaceType(merged)) return []
      return definition.fields.flatMap((field): GraphQLError | [] => {
        const type = merged.getFields()[field.name.value]?.type
        const own = typeFromAST(schema, field.type)
        if (!type || !own || hasDirective(field, 'external') || isTypeSubTypeOf(schema, own, type)) return []
        const coordinate = `${definition.name}.${field.name.value}`
        const message = `Type of field "${coordinate}" is incompatible across subgraphs: it has type "${print(field.type)}" in subgraph "${subgraph}" but composes to "${type}"`
        return new GraphQLError(message, { nodes: field, extensions: { code: 'FIELD_TYPE_MISMATCH' } })
      })
    }),
  )
}
