import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { SigningKeys } from '#schema/signature.ts'
import type { Subgraph } from '../define.ts'
import type { Hub } from '../hub.ts'
import { enterHouse } from '../publishing/enter.ts'
import { compose, type Graph } from '../publishing/examine.ts'
import { serveSubgraph } from '../server.ts'
import { readDraft } from './draft.ts'

/** A graph on this machine with a subgraph under development in it. */
export interface Rehearsal {
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves the published graph over the hub's data, and takes the subgraph in as it starts, changes and stops. Nothing is
 * published, and nothing outside this machine is needed.
 */
export async function rehearse(
  subgraph: { readonly name: string; readonly url: string },
  hub: Pick<Hub, 'database' | 'secret'>,
  options: {
    readonly subgraphs: readonly Subgraph[]
    readonly keys: SigningKeys
    readonly port: number
    readonly say: (sentence: string) => void
    /** Milliseconds between two looks at the subgraph. */
    readonly every?: number
  },
): Promise<Rehearsal> {
  const { subgraphs, keys, say, every = 1_000 } = options
  const folder = await mkdtemp(join(tmpdir(), 'lianku-dev-'))
  const servers = await Promise.all(subgraphs.map((it) => serveSubgraph(it, hub, { port: 0, host: '127.0.0.1', keys })))
  const addresses = new Map(subgraphs.map(({ name }, at) => [name, servers[at]!.url]))
  const live = await enterHouse(hub.database, subgraphs)
  const graph: Graph = {
    ...live,
    members: live.members.map((member) => ({ ...member, url: addresses.get(member.name) ?? member.url })),
  }
  const file = join(folder, 'supergraph.graphql')
  let sdl: string | undefined
  const look = async () => {
    const draft = await readDraft(subgraph, graph, keys, sdl)
    if (!draft) return
    sdl = draft.sdl
    // Renamed into place, so that the gateway never reads half of it.
    if (draft.supergraph !== undefined) {
      await writeFile(`${file}.next`, draft.supergraph)
      await rename(`${file}.next`, file)
    }
    say(draft.told)
  }

  const published = compose(graph.members.filter(({ name }) => name !== subgraph.name))
  if (typeof published !== 'string') throw new TypeError(published.map(({ en }) => en).join('\n'))
  await writeFile(file, published)
  await look()
  const gateway = startGateway(file, options.port, keys)
  let timer: NodeJS.Timeout | undefined
  const again = () => {
    timer = setTimeout(
      () =>
        void look()
          .catch((error) => say(String(error)))
          .then(() => timer && again()),
      every,
    )
  }

  async function close() {
    clearTimeout(timer)
    timer = undefined
    if (gateway.exitCode === null) {
      gateway.kill('SIGTERM')
      await once(gateway, 'exit')
    }
    await Promise.all(servers.map((server) => server.close()))
    await rm(folder, { recursive: true })
  }
  try {
    const url = await listening(gateway)
    again()
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A gateway of its own, as `npm run gateway` starts one. */
function startGateway(file: string, port: number, keys: SigningKeys): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, '../../gateway/main.ts')], {
    env: {
      PATH: process.env.PATH,
      SUPERGRAPH: file,
      PORT: String(port),
      SUBGRAPH_KEYS: keys.map(({ id, secret }) => `${id}=${secret}`).join(','),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function listening(gateway: ChildProcess): Promise<string> {
  const lines = createInterface({ input: gateway.stdout! })
  const exited = once(gateway, 'exit').then(() => undefined)
  const url = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const found = /"url":"([^"]+)","msg":"listening"/.exec(line)?.[1]
      if (found) resolve(found)
    })
  })
  const found = await Promise.race([url, exited])
  if (!found) throw new TypeError('The gateway did not start; see above for the reason.')
  return found
}
