import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CompositionError, composeSupergraph, type SubgraphSource } from './compose.ts'
import { unservable } from './tried.ts'

/**
 * The supergraph of SDL files, each named `FILE=URL`; a subgraph has the name of its file. Throws a CompositionError, and
 * a TypeError when a file is not named so.
 */
export async function composeFiles(named: readonly string[]): Promise<string> {
  if (named.length === 0) throw new TypeError(usage)
  const sources = named.map(async (one): Promise<SubgraphSource> => {
    const [file, url] = one.split(/=(.*)/s)
    if (!file || !url || !URL.canParse(url)) throw new TypeError(`${usage}\nGot ${one}.`)
    return { name: basename(file, extname(file)), url, file, typeDefs: await readFile(file, 'utf8') }
  })
  const supergraph = composeSupergraph(await Promise.all(sources))
  const problem = await unservable(supergraph)
  if (problem) throw new CompositionError([problem])
  return supergraph
}

const usage = 'Name each subgraph as FILE=URL, such as talent.graphql=http://localhost:4001/graphql.'

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(await composeFiles(process.argv.slice(2)))
  } catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}
