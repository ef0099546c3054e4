import { composeServices } from '@theguild/federation-composition'
import { type DocumentNode, parse, print } from 'graphql'
import { publicDocument } from './engine/supergraph.ts'

/** One subgraph to compose. */
export interface SubgraphSource {
  readonly name: string
  readonly url?: string
  readonly typeDefs: DocumentNode | string
}

/** The supergraph of these subgraphs. */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): string {
  const composed = composeServices(
    subgraphs.map(({ name, url, typeDefs }) => ({
      name,
      url,
      typeDefs: typeof typeDefs === 'string' ? parse(typeDefs) : typeDefs,
    })),
  )
  if (composed.errors) throw new TypeError(composed.errors.map((error) => error.message).join('\n'))
  return composed.supergraphSdl
}

/** The API that clients of a supergraph see, as SDL. */
export function printPublicApi(supergraph: string): string {
  return print(publicDocument(parse(supergraph, { noLocation: true })))
}
