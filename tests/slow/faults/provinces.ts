import { readFile } from 'node:fs/promises'
import pino from 'pino'
import { readConfig } from '#schema/config.ts'
import { createHttpTransport } from '../../../gateway/engine/http-transport.ts'
import { startGateway } from '../../../gateway/main.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { serveSubgraph } from '../../../subgraphs/server.ts'
import type { FreshDatabase } from '../../postgres.ts'
import { type FaultProxy, startProxy } from './proxy.ts'

/** Milliseconds a request may take here. */
export const budget = 2_000

/** One root list of each subgraph, with nothing in it of any other. */
const lists: Readonly<Record<string, string>> = {
  library: 'libraries { id name }',
  organization: 'organizations(first: 2) { nodes { id name } }',
  talent: 'talents(first: 2) { nodes { id name } }',
  achievement: 'patents(first: 2) { nodes { id title } }',
  demand: 'demands(first: 2) { nodes { id title } }',
  licensing: 'openLicenses(first: 2) { nodes { id } }',
  linking: 'links(first: 2) { totalCount }',
  hubei: 'hbSpecialActions(first: 2) { totalCount nodes { __typename } }',
  heilongjiang: 'hlChallenges(first: 2) { totalCount nodes { id } }',
  liaoning: 'lnFairs(first: 2) { totalCount nodes { id } }',
}

export const names = subgraphs.map(({ name }) => name)

/** A question that touches every subgraph, each under its own name. */
const question = JSON.stringify({ query: `{ ${names.map(listOf).join('\n')} }` })

function listOf(name: string): string {
  const list = lists[name]
  if (!list) throw new TypeError(`Name a root list of the subgraph ${name} here.`)
  return `${name}: ${list}`
}

type Answer = {
  readonly status: number
  readonly ms: number
  readonly data: Record<string, unknown> | null | undefined
  readonly errors: readonly { readonly path?: readonly string[]; readonly extensions: Record<string, unknown> }[]
  readonly text: string
}

export interface Provinces {
  readonly proxies: ReadonlyMap<string, FaultProxy>
  /** Asks the question that touches every subgraph. */
  ask(): Promise<Answer>
  close(): Promise<void>
}

/** The house with every subgraph over HTTP, behind a proxy each. */
export async function openProvinces({ database }: FreshDatabase): Promise<Provinces> {
  const proxies = new Map<string, FaultProxy>()
  const servers = await Promise.all(
    subgraphs.map(async (subgraph) => {
      const server = await serveSubgraph(subgraph, { database, secret: 'cursors' }, { port: 0, host: '127.0.0.1' })
      proxies.set(subgraph.name, await startProxy(server.url))
      return server
    }),
  )
  const gateway = await startGateway({
    config: readConfig({ PORT: '0', REQUEST_BUDGET_MS: String(budget) }),
    logger: pino({ level: 'silent' }),
    supergraph: { text: await readFile(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8') },
    transport: ({ name }) => createHttpTransport({ name, url: proxies.get(name)!.url }),
    ready: async () => true,
  })
  return {
    proxies,
    async ask() {
      const started = performance.now()
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(gateway.url, { method: 'POST', headers, body: question })
      const text = await response.text()
      const { data, errors = [] } = JSON.parse(text)
      return { status: response.status, ms: performance.now() - started, data, errors, text }
    },
    async close() {
      await gateway.close()
      await Promise.all([...proxies.values()].map((proxy) => proxy.close()))
      await Promise.all(servers.map((server) => server.close()))
    },
  }
}

/** What of an answer is not as it should be when `failing` fails, in words; nothing where all is. */
export function harmOf(answer: Answer, whole: Answer, failing: readonly string[]): readonly string[] {
  const harm: string[] = []
  if (answer.status !== 200) harm.push(`status ${answer.status}`)
  if (!answer.data) return [...harm, 'no data']
  // The figure is 200; this one is late only when nothing keeps the deadline, not when the machine is busy.
  if (answer.ms > budget + 2_000) harm.push(`${Math.round(answer.ms)} ms`)
  for (const name of names) {
    const same = JSON.stringify(answer.data[name]) === JSON.stringify(whole.data![name])
    const named = answer.errors.some(({ extensions }) => extensions.serviceName === name)
    if (failing.includes(name)) {
      if (answer.data[name] !== null && !same) harm.push(`${name} answers what it does not hold`)
      if (!named && !same) harm.push(`${name} is not named`)
    } else {
      if (!same) harm.push(`${name} is harmed`)
      if (named) harm.push(`${name} is blamed`)
    }
  }
  if (/127\.0\.0\.1|ECONN|冒名|UND_ERR/.test(answer.text)) harm.push('the inside is told')
  return harm
}
