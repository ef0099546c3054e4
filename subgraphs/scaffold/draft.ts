import { print } from 'graphql'
import { ownReach } from '#schema/egress.ts'
import type { SigningKeys } from '#schema/signature.ts'
import { createAsker } from '../conformance/ask.ts'
import { NotKept } from '../conformance/check.ts'
import { checkConformance, printConformance } from '../conformance/conformance.ts'
import { readRunningSdl } from '../conformance/running-schema.ts'
import { examine, type Graph } from '../publishing/examine.ts'
import { printProblem } from '../publishing/problem.ts'
import { tried } from '../publishing/tried.ts'

/** A subgraph under development, as it runs now. */
export interface Draft {
  /** What it runs, to tell one draft from the next. */
  readonly sdl: string
  /** The graph with it, when nothing speaks against that. */
  readonly supergraph?: string
  /** What a person should read. */
  readonly told: string
}

/** Asks a subgraph under development what it runs, and puts it into the graph as publishing would. */
export async function readDraft(
  subgraph: { readonly name: string; readonly url: string },
  graph: Graph,
  keys: SigningKeys,
  known?: string,
): Promise<Draft | undefined> {
  const sdl = await runningSdl(subgraph, keys)
  if (typeof sdl !== 'string') return known === '' ? undefined : { sdl: '', told: waiting(subgraph.url, sdl) }
  if (sdl === known) return undefined
  const others = { ...graph, members: graph.members.filter(({ name }) => name !== subgraph.name) }
  const files = [{ file: 'schema.graphql', text: sdl }]
  const { problems, advice, supergraph } = await tried(examine({ ...subgraph, files }, others))
  if (supergraph === undefined) {
    return { sdl, told: [`${problems.length} 处不能发布，图未改动：`, ...problems.map(printProblem)].join('\n\n') }
  }
  const conformance = await checkConformance({ ...subgraph, sdl }, { reach: ownReach, keys })
  const told = ['已接入图中。', printConformance(conformance), ...advice.map(printProblem)].join('\n\n')
  return { sdl, supergraph, told }
}

async function runningSdl(
  subgraph: { readonly name: string; readonly url: string },
  keys: SigningKeys,
): Promise<string | NotKept> {
  let asker: ReturnType<typeof createAsker> | undefined
  try {
    asker = createAsker(subgraph, { keys, reach: ownReach, timeout: 3_000 })
    return print(await readRunningSdl(asker))
  } catch (error) {
    if (error instanceof NotKept) return error
    throw error
  } finally {
    await asker?.close()
  }
}

function waiting(url: string, { problem }: NotKept): string {
  return `还不能使用 ${url}：${problem.zh}启动后会自动接入。`
}
