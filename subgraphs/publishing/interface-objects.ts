import { type DocumentNode, GraphQLError } from 'graphql'
import { definitionsOf, hasDirective } from './definitions.ts'

/**
 * Subgraphs that know an interface as one object, and define a type of it all the same: Apollo's composition refuses
 * them, the composer here does not, and gateways' planner ends the process over some queries of such a graph.
 */
export function interfaceObjectErrors(
  subgraphs: readonly { readonly name: string; readonly typeDefs: DocumentNode }[],
): readonly GraphQLError[] {
  const defined = subgraphs.map(({ name, typeDefs }) => ({ name, types: [...definitionsOf(typeDefs).values()] }))
  const isOf = (type: string, interfaceName: string) =>
    defined.some(({ types }) =>
      types.some((it) => it.name === type && it.interfaces.some(({ name }) => name.value === interfaceName)),
    )
  return defined.flatMap(({ name: subgraph, types }) =>
    types
      .filter((it) => hasDirective(it, 'interfaceObject'))
      .flatMap(({ name }) =>
        types
          .filter((it) => isOf(it.name, name))
          .map((it) => {
            const message = `Interface type "${name}" is defined as an @interfaceObject in subgraph "${subgraph}" so that subgraph should not define any of the implementation types of "${name}", but it defines type "${it.name}"`
            return new GraphQLError(message, {
              nodes: it.nodes[0],
              extensions: { code: 'INTERFACE_OBJECT_USAGE_ERROR' },
            })
          }),
      ),
  )
}
