import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readConfig } from '#schema/config.ts'
import type { Engine } from '../../../gateway/engine/contract.ts'
import { createEngine } from '../../../gateway/engine/engine.ts'
import { createHttpTransport } from '../../../gateway/engine/http-transport.ts'
import { startGateway } from '../../../gateway/main.ts'
import { warm } from '../../../gateway/supergraph/swap.ts'
import { post } from '../monolith.ts'
import { startSubgraph, supergraphWith } from '../supergraph.ts'

const folder = await mkdtemp(join(tmpdir(), 'lianku-swap-'))
const file = join(folder, 'supergraph.graphql')
const subgraph = await startSubgraph(20)
const lines: Record<string, unknown>[] = []
let gateway: Awaited<ReturnType<typeof startGateway>>

beforeAll(async () => {
  await writeFile(file, supergraphWith('name', subgraph.url))
  gateway = await startGateway({
    config: readConfig({ PORT: '0' }),
    logger: pino({ level: 'info' }, { write: (line) => lines.push(JSON.parse(line)) }),
    supergraph: { file },
    transport: createHttpTransport,
    ready: async () => true,
  })
})

afterAll(async () => {
  await gateway.close()
  await subgraph.close()
  await rm(folder, { recursive: true })
})

const ask = async (field: string) => (await post(gateway.url, { query: `{ talent { id ${field} } }` })).body
const swaps = async (outcome: string) =>
  Number(
    (await gateway.metrics.registry.metrics()).match(new RegExp(`swaps_total\\{outcome="${outcome}"\\} (\\d+)`))?.[1] ??
      0,
  )

/** Puts another file in the place of the one there, whole at once. */
const put = async (text: string) => {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

/** Replaces the file and waits until its supergraph is in force. */
const replace = async (text: string) => {
  const before = await swaps('taken')
  await put(text)
  await vi.waitUntil(async () => (await swaps('taken')) > before, { timeout: 20_000 })
}

const named = { data: { talent: { id: 't1', name: '李清远' } } }
const familyNamed = { data: { talent: { id: 't1', family: '李' } } }

it('drops, mixes and refuses no request while supergraphs change under load', { timeout: 60_000 }, async () => {
  let going = true
  const bodies: string[] = []
  const clients = Array.from({ length: 8 }, async () => {
    while (going) bodies.push(JSON.stringify(await ask('common: name')))
  })
  for (let version = 1; version <= 10; version++) {
    await replace(supergraphWith(`name: String version${version}`, subgraph.url))
  }
  going = false
  await Promise.all(clients)
  expect([...new Set(bodies)]).toEqual([JSON.stringify({ data: { talent: { id: 't1', common: '李清远' } } })])
})

it('lets what began on the old supergraph end on it', async () => {
  await replace(supergraphWith('name', subgraph.url))
  const release = subgraph.hold()
  const asked = subgraph.asked()
  const old = ask('name')
  await vi.waitUntil(() => subgraph.asked() > asked, { timeout: 20_000 })
  await replace(supergraphWith('family', subgraph.url))
  release()
  expect([await old, await ask('family')]).toEqual([named, familyNamed])
})

it('plans the busiest operations before the new supergraph takes over', async () => {
  await replace(supergraphWith('name', subgraph.url))
  for (let times = 0; times < 3; times++) await ask('name')
  lines.length = 0
  await replace(supergraphWith('name: String family', subgraph.url))
  const planned = lines.find(({ msg }) => msg === 'took a new supergraph')?.planned
  expect(planned).toBe(3)
})

it('takes over although an operation of the old supergraph cannot be planned on the new', async () => {
  const engine = createEngine({ supergraph: supergraphWith('name', subgraph.url), transport: createHttpTransport })
  const prepare: Engine['prepare'] = (query) => {
    if (query.includes('family')) throw new TypeError('A defect in planning.')
    return engine.prepare(query)
  }
  const busiest = ['family', 'name'].map((field) => ({ query: `{ talent { ${field} } }`, operationName: undefined }))
  expect(await warm({ ...engine, prepare }, () => busiest)).toBe(1)
})

it('keeps the supergraph it has when the new one is broken, and says why', async () => {
  for (const broken of [
    '',
    'type Query {',
    'type Query { talent: String }',
    supergraphWith('name: Nothing family', subgraph.url),
    // The planner takes the process down with it that reads this.
    supergraphWith('name', subgraph.url).replace('graph: TALENT) { id', 'graph: TALENT, key: "number") { id'),
  ]) {
    const before = await swaps('refused')
    await put(broken)
    await vi.waitUntil(async () => (await swaps('refused')) > before, { timeout: 20_000 })
    expect(await ask('name')).toEqual(named)
  }
  const refusals = lines.filter(({ msg }) => msg === 'refused a broken supergraph; the one before stays')
  expect(refusals.map(({ err }) => (err as { message: string }).message)).toEqual([
    'Syntax Error: Unexpected <EOF>.',
    'Syntax Error: Expected Name, found <EOF>.',
    'The supergraph names no subgraph: expected an enum join__Graph in its SDL.',
    expect.stringContaining('Nothing'),
    "Normalization error: Field 'number' not found in type 'Talent'.",
  ])
})
