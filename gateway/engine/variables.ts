import { type GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql'
import type { Names } from './names.ts'
import { renameVariables } from './normalize.ts'
import type { Entity } from './run.ts'

export type Variables = Readonly<Record<string, unknown>> | null | undefined

export type Coerced = { readonly coerced: Entity } | { readonly errors: readonly GraphQLError[] }

/** Coerces variables as graphql-js does, under their planned names. */
export function compileVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  names: Names,
): (given: Variables) => Coerced {
  const definitions = operation.variableDefinitions ?? []
  const renamed = definitions.some(({ variable: { name } }) => names.variable(name.value) !== name.value)
  const planned = definitions.map((definition) => renameVariables(definition, names))
  return (given) => {
    if (definitions.length === 0) return { coerced: {} }
    let inputs = given ?? {}
    if (renamed) {
      inputs = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [names.variable(name), value]))
    }
    const { coerced, errors } = getVariableValues(schema, planned, inputs, { maxErrors: 20 })
    return errors ? { errors } : { coerced }
  }
}
