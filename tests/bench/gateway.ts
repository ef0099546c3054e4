import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeSupergraph } from '../../subgraphs/publishing/compose.ts'
import type { Seen } from './gateway-client.ts'
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
  'floor: parse + print',
  'floor: prepared bytes',
].filter((name) => !process.env.ONLY || process.env.ONLY.split(',').some((part) => name.includes(part)))

interface Running {
  readonly child: ChildProcess
  readonly ports: never
}

interface Sample extends Seen {
  readonly cpu: number
  readonly allCpu: number
  readonly peak: number
}

async function start(file: string, ...args: string[]): Promise<Running> {
  const child = fork(new URL(file, import.meta.url), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [{ ports }] = (await once(child, 'message')) as [{ ports: never }]
  return { child, ports }
}

async function tell<T>({ child }: Running, message: object): Promise<T> {
  child.send(message)
  return ((await once(child, 'message')) as [T])[0]
}

async function bodyOf(port: number, query: QueryName): Promise<unknown> {
  const body = JSON.stringify({
    query: queries[query],
    operationName: query === 'small' ? 'Small' : 'Large',
    variables: { after: 1 },
  })
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body })
  return answer.json()
}

async function measure(client: Running, sources: Running, one: Running, query: QueryName): Promise<Sample> {
  const usage = () => Promise.all([tell<{ cpu: number; peak: number }>(one, {}), tell<{ cpu: number }>(sources, {})])
  const [own, others] = await usage()
  const seen = await tell<Seen>(client, { port: one.ports, query, seconds })
  const [ownAfter, othersAfter] = await usage()
  const cpu = ownAfter.cpu - own.cpu
  return { ...seen, cpu, allCpu: cpu + othersAfter.cpu - others.cpu, peak: ownAfter.peak }
}

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

function table(query: QueryName, samples: ReadonlyMap<string, readonly Sample[]>): string {
  const base = samples.get(contenders[0]!)!
  const rows = contenders.map((name) => {
    const own = samples.get(name)!
    const per = (of: (sample: Sample) => number, digits: number) => median(own.map(of)).toFixed(digits)
    const ratio = (of: (sample: Sample) => number, digits = 2) =>
      median(own.map((sample, i) => of(sample) / of(base[i]!))).toFixed(digits)
    const rate = (sample: Sample) => sample.requests / sample.seconds
    return [
      name,
      per(rate, 0),
      ratio(rate),
      per((s) => s.p50, 1),
      per((s) => s.p99, 1),
      per((s) => (s.cpu / s.requests) * 1_000, 2),
      ratio((s) => s.cpu / s.requests),
      per((s) => (s.allCpu / s.requests) * 1_000, 2),
      per((s) => s.peak, 0),
    ]
  })
  const head = [
    query,
    'requests/s',
    `÷ ${contenders[0]}`,
    'p50 ms',
    'p99 ms',
    'CPU s/1,000',
    '÷ first',
    'all CPU s/1,000',
    'peak MB',
  ]
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

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
  const gateways = new Map<string, Running>()
  for (const name of contenders) gateways.set(name, await keep(start('gateway-contender.ts', name, file)))

  for (const query of Object.keys(queries) as QueryName[]) {
    const expected = JSON.stringify(await bodyOf(gateways.get(contenders[0]!)!.ports, query))
    for (const name of contenders) {
      const body = JSON.stringify(await bodyOf(gateways.get(name)!.ports, query))
      if (body !== expected) throw new Error(`${name} answers ${query} with another body:\n${body.slice(0, 500)}`)
    }
    const samples = new Map<string, Sample[]>(contenders.map((name) => [name, []]))
    for (const name of contenders) await tell(client, { port: gateways.get(name)!.ports, query, seconds: 1 })
    for (let round = 0; round < rounds; round++) {
      const order = round % 2 === 0 ? contenders : [...contenders].reverse()
      for (const name of order) samples.get(name)!.push(await measure(client, sources, gateways.get(name)!, query))
    }
    console.log(
      `\n${(expected.length / 1024).toFixed(0)} Ki characters, ${rounds} rounds of ${seconds} s, 16 connections\n${table(query, samples)}`,
    )
  }
} finally {
  for (const { child } of running) child.kill()
  await rm(folder, { recursive: true })
}
