import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { expect, it, vi } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { createHttpTransport } from '../../../gateway/engine/http-transport.ts'
import { startGateway } from '../../../gateway/main.ts'
import { startSubgraph, supergraphWith } from '../../gateway/supergraph.ts'
import { figure } from '../figures.ts'
import { type Outcome, run } from './load.ts'

const swaps = Number(process.env.SWAPS ?? 1_000)

/** Every so many supergraphs one is broken. */
const brokenEvery = 10

const broken = [
  '',
  'no GraphQL at all {',
  'type Query { a: Int }',
  'schema { query: Query } type Query { a: Nowhere }',
  '{"data":null}',
]

it('supergraphs change under load and no request is lost; broken ones are refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lianku-swaps-'))
  const file = join(folder, 'supergraph.graphql')
  const subgraph = await startSubgraph()
  await writeFile(file, supergraphWith('name', subgraph.url))
  const gateway = await startGateway({
    config: readConfig({ PORT: '0' }),
    logger: pino({ level: 'silent' }),
    supergraph: { file },
    transport: createHttpTransport,
    ready: async () => true,
  })
  const count = async (outcome: string) => {
    const text = await gateway.metrics.registry.metrics()
    return Number(text.match(new RegExp(`swaps_total\\{outcome="${outcome}"\\} (\\d+)`))?.[1] ?? 0)
  }
  const replace = async (text: string, outcome: 'taken' | 'refused') => {
    const before = await count(outcome)
    await writeFile(`${file}.new`, text)
    await rename(`${file}.new`, file)
    await vi.waitUntil(async () => (await count(outcome)) > before, { timeout: 30_000 })
  }

  let swapping = true
  const outcomes: Outcome[] = []
  const asked = [{ body: '{"query":"{ talent { id } }"}', answer: '{"data":{"talent":{"id":"t1"}}}' }]
  const loading = (async () => {
    while (swapping) outcomes.push(await run({ url: gateway.url, rate: 60, seconds: 5, deadline: 10_000, asked }))
  })()
  let refused = 0
  for (let i = 0; i < swaps; i++) {
    const isBroken = i % brokenEvery === brokenEvery - 1
    if (isBroken) {
      await replace(`${broken[refused % broken.length]!}\n# ${i}`, 'refused')
      refused++
    } else await replace(`${supergraphWith(i % 2 ? 'name' : 'family', subgraph.url)}\n# ${i}`, 'taken')
  }
  swapping = false
  await loading
  const [taken, refusedCount] = [await count('taken'), await count('refused')]
  await gateway.close()
  await subgraph.close()
  await rm(folder, { recursive: true })

  const sum = (part: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + part(outcome), 0)
  const sent = sum((outcome) => outcome.sent)
  const shed = sum((outcome) => outcome.refused[503] ?? 0)
  const lost = sent - sum((outcome) => outcome.good) - shed
  figure(
    `R14 ${swaps} supergraphs under load`,
    '0 requests lost, all broken ones refused',
    `${taken} taken, ${refusedCount} of ${refused} broken refused; ${lost} of ${sent} requests lost, ${shed} turned away`,
    lost === 0 && refusedCount === refused,
  )
  // A machine too busy for the load turns some away; that is an answer, and no loss.
  expect({ lost, taken, refused: refusedCount }).toEqual({ lost: 0, taken: swaps - refused, refused })
})
