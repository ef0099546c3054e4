import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { isDeepStrictEqual } from 'node:util'
import type { Seen } from './gateway-client.ts'

/** Servers of the same answers, measured in alternating rounds from a process of its own. */
export type Contest = {
  readonly rounds: number
  readonly seconds: number
  readonly client: Running
  /** What stands behind the servers: its processor time counts for all of them. */
  readonly sources: Running
  readonly servers: ReadonlyMap<string, Running>
  /** Bodies of POST requests, asked in turns, and those whose answers are compared before anything is timed. */
  readonly bodies: readonly string[]
  readonly compared: readonly string[]
  /** What of an answer must be the same. */
  readonly comparable?: (body: string) => unknown
}

/** A process of the benchmark, and what it said when it was ready. */
export type Running = { readonly child: ChildProcess; readonly ports: never }

type Sample = Seen & { readonly cpu: number; readonly allCpu: number; readonly peak: number }

/** Starts a file of this folder in a process of its own. */
export async function start(file: string, ...args: string[]): Promise<Running> {
  const child = fork(new URL(file, import.meta.url), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${file} ${args[0] ?? ''} ended before it was ready.`)
  })
  const [{ ports }] = (await Promise.race([once(child, 'message'), ended])) as [{ ports: never }]
  ended.catch(() => undefined)
  return { child, ports }
}

/** Measures all servers; gives back the table of one question. */
export async function hold(title: string, contest: Contest): Promise<string> {
  const { rounds, seconds, client, servers, bodies, compared, comparable = (body) => JSON.parse(body) } = contest
  const names = [...servers.keys()]
  const load = (name: string, duration: number) =>
    tell<Seen>(client, { port: servers.get(name)!.ports, bodies, seconds: duration })
  let length = 0
  for (const body of compared) {
    const [expected = '', ...others] = await Promise.all(names.map((name) => answerOf(servers.get(name)!.ports, body)))
    length = expected.length
    others.forEach((other, i) => {
      if (isDeepStrictEqual(comparable(other), comparable(expected))) return
      throw new Error(`${names[i + 1]} answers otherwise:\n${other.slice(0, 1000)}\n${expected.slice(0, 1000)}`)
    })
  }
  const samples = new Map<string, Sample[]>(names.map((name) => [name, []]))
  for (const name of names) await load(name, 1)
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      samples.get(name)!.push(await measure(contest, name, () => load(name, seconds)))
    }
  }
  return `\n${(length / 1024).toFixed(0)} Ki characters, ${rounds} rounds of ${seconds} s, 16 connections\n${table(title, samples)}`
}

async function measure({ sources, servers }: Contest, name: string, load: () => Promise<Seen>): Promise<Sample> {
  const usage = () =>
    Promise.all([tell<{ cpu: number; peak: number }>(servers.get(name)!, {}), tell<{ cpu: number }>(sources, {})])
  const [own, others] = await usage()
  const seen = await load()
  const [ownAfter, othersAfter] = await usage()
  const cpu = ownAfter.cpu - own.cpu
  return { ...seen, cpu, allCpu: cpu + othersAfter.cpu - others.cpu, peak: ownAfter.peak }
}

async function tell<T>({ child }: Running, message: object): Promise<T> {
  child.send(message)
  return ((await once(child, 'message')) as [T])[0]
}

/** The answer of a server, as text. */
export async function answerOf(port: number, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  return (await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body })).text()
}

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

function table(title: string, samples: ReadonlyMap<string, readonly Sample[]>): string {
  const [[first, base] = ['', []]] = samples
  const rows = Array.from(samples, ([name, own]) => {
    const per = (of: (sample: Sample) => number, digits: number) => median(own.map(of)).toFixed(digits)
    const ratio = (of: (sample: Sample) => number) =>
      median(own.map((sample, i) => of(sample) / of(base[i]!))).toFixed(2)
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
      ratio((s) => s.allCpu / s.requests),
      per((s) => s.peak, 0),
    ]
  })
  const head = [
    title,
    'requests/s',
    `÷ ${first}`,
    'p50 ms',
    'p99 ms',
    'CPU s/1,000',
    '÷ first',
    'all CPU s/1,000',
    '÷ first',
    'peak MB',
  ]
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
