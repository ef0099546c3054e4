import { execute, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql'
import type { Entity } from './run.ts'

/** Answers introspection with graphql-js; the answer is kept when no variable can change it. */
export function compileIntrospection(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): (variables: Entity) => Entity {
  const document = { kind: Kind.DOCUMENT, definitions: [operation] } as const
  let kept: Entity | undefined
  return (variableValues) => {
    if (kept) return kept
    const { data } = execute({ schema, document, variableValues }) as { data?: Entity | null }
    const answer = data ?? {}
    if (!operation.variableDefinitions?.length) kept = answer
    return answer
  }
}
