import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeSupergraph } from '../../subgraphs/publishing/compose.ts'
import { hold, type Running, start } from './contest.ts'
import { type QueryName, queries, subgraphs } from './gateway-graph.ts'

/** Compares gateways on four Apollo subgraphs: `npm run bench:gateway`. ROUNDS and SECONDS say how long. */
const rounds = Number(process.env.ROUNDS ?? 5)
const seconds = Number(process.env.SECONDS ?? 3)
const contenders = [
  'Apollo Gateway',
  'Hive Gateway (Rust planner)',
  'Lianku over HTTP',
  'engine alone over HTTP',
  'Lianku in process',
  'engine alone in process',
  'graphql-jit alone, one schema',
  'floor: fetches alone',
  'floor: parse + print',
  'floor: prepared bytes',
].filter((name) => !process.env.ONLY || process.env.ONLY.split(',').some((part) => name.includes(part)))

const bodiesOf = (query: QueryName) =>
  Array.from({ length: 1_900 }, (_, after) =>
    JSON.stringify({
      query: queries[query],
      operationName: query === 'small' ? 'Small' : 'Large',
      variables: { after },
    }),
  )

if (!existsSync(new URL('node_modules', import.meta.url)))
  throw new TypeError('Run npm install --prefix tests/bench first.')
const folder = await mkdtemp(join(tmpdir(), 'lianku-bench-'))
const running: Running[] = []
const keep = async (started: Promise<Running>) => {
  const one = await started
  running.push(one)
  return one
}
try {
  const sources = await keep(start('gateway-contender.ts', 'subgraphs'))
  const ports = sources.ports as Record<string, number>
  const file = join(folder, 'supergraph.graphql')
  const urls = subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://127.0.0.1:${ports[name]}/` }))
  await writeFile(file, composeSupergraph(urls))
  const client = await keep(start('gateway-client.ts'))
  const servers = new Map<string, Running>()
  for (const name of contenders) servers.set(name, await keep(start('gateway-contender.ts', name, file)))
  for (const query of Object.keys(queries) as QueryName[]) {
    const bodies = bodiesOf(query)
    console.log(await hold(query, { rounds, seconds, client, sources, servers, bodies, compared: [bodies[1]!] }))
  }
} finally {
  // Hive's gateway outlives a plain SIGTERM on Node 26.
  for (const { child } of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
}
