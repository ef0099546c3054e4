import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeSupergraph } from '../../subgraphs/publishing/compose.ts'
import { subgraphs } from '../../subgraphs/registry.ts'
import { answerOf, hold, type Running, start } from './contest.ts'
import { comparable } from './lists/measure.ts'
import { type Cursor, type Question, questions } from './lists/questions.ts'

/**
 * The hub's own subgraphs with PostgreSQL behind them, medium samples (small with `-- small`): in one process, over HTTP,
 * behind Apollo Gateway, and hand-written SQL in place of all of it: `npm run bench:hub`. ROUNDS and SECONDS say how long.
 */
const rounds = Number(process.env.ROUNDS ?? 5)
const seconds = Number(process.env.SECONDS ?? 3)
const asked = ['filtered', 'joined']

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
  const sources = await keep(start('hub-contender.ts', 'sources', process.argv[2] ?? 'medium'))
  const { urls, database } = sources.ports as { urls: Record<string, string>; database: string }
  const file = join(folder, 'supergraph.graphql')
  await writeFile(
    file,
    composeSupergraph(subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs, url: urls[name]! }))),
  )
  const client = await keep(start('gateway-client.ts'))
  const servers = new Map<string, Running>()
  for (const [name, from] of [
    ['Apollo Gateway', file],
    ['Lianku over HTTP', file],
    ['Lianku in process', database],
    ['SQL by hand', database],
  ] as const) {
    servers.set(name, await keep(start('hub-contender.ts', name, from)))
  }
  for (const question of questions.filter(({ name }) => asked.some((part) => name.startsWith(part)))) {
    const bodies = await bodiesOf(question, servers.get('Lianku in process')!.ports)
    const compared = bodies.slice(0, 20)
    console.log(await hold(question.name, { rounds, seconds, client, sources, servers, bodies, compared, comparable }))
  }
} finally {
  for (const { child } of running) child.kill()
  await rm(folder, { recursive: true })
}

/** A thousand requests of one question; where they go on from a cursor, from one the house gave. */
async function bodiesOf({ query, walk, variables }: Question, house: number): Promise<string[]> {
  const cursors: Cursor[] = []
  while (walk && cursors.length < 1_000) {
    const page = await answerOf(house, JSON.stringify({ query: walk, variables: { after: cursors.at(-1)?.cursor } }))
    const edges: Cursor[] = JSON.parse(page).data.talents.edges
    cursors.push(...edges)
    if (edges.length < 100) break
  }
  return Array.from({ length: 1_000 }, (_, at) =>
    JSON.stringify({ query, variables: variables(at, cursors, 'medium') }),
  )
}
