import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { composeSupergraph, printPublicApi } from '../subgraphs/publishing/compose.ts'
import { subgraphs } from '../subgraphs/registry.ts'
import { resolverTypes } from '../subgraphs/resolver-types.ts'

/** Every generated file of the house by its path from the root, with what it must hold. A test keeps them so. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const supergraph = houseSupergraph()
  const types = await Promise.all(
    subgraphs.map(async (it) => [`subgraphs/${it.name}/resolvers.generated.ts`, await resolverTypes(it)] as const),
  )
  return new Map([
    ['schema/supergraph.graphql', supergraph],
    ['schema/api.graphql', printPublicApi(supergraph)],
    ...types,
  ])
}

/** The house's own supergraph, with the addresses its subgraphs have in docker-compose.yml. */
export function houseSupergraph(): string {
  return composeSupergraph(
    subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}:4000/graphql` })),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of await generatedFiles()) {
    await writeFile(new URL(`../${path}`, import.meta.url), text)
    console.log(path)
  }
}
