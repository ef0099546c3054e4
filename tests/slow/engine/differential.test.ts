import { describe, it } from 'vitest'
import { createEngine } from '../../../gateway/engine/engine.ts'
import { expectSameOfMany } from '../../gateway/engine/differential.ts'
import { lendingWorldOf } from '../../gateway/engine/lending-world.ts'
import { partialWorldOf } from '../../gateway/engine/partial-world.ts'
import { serveSubgraphs } from '../../gateway/engine/served.ts'
import { engineOf } from '../../gateway/engine/three-libraries.ts'
import { worldOf } from '../../gateway/engine/world.ts'

const worlds = Array.from({ length: 40 }, (_, i) => i + 100)
const runs = 600

describe('the engine answers tens of thousands of operations as one schema would', () => {
  it.each(worlds)('in process, in world %i', async (seed) => {
    const world = worldOf(seed)
    await expectSameOfMany(engineOf(world.subgraphs), world, { numRuns: runs, endOnFailure: true })
  })

  it.each(worlds)('where interface objects lend fields, in world %i', async (seed) => {
    const world = lendingWorldOf(seed)
    await expectSameOfMany(engineOf(world.subgraphs), world, { numRuns: runs, endOnFailure: true })
  })

  it.each(worlds)('where no subgraph knows all types, in world %i', async (seed) => {
    const world = partialWorldOf(seed)
    await expectSameOfMany(engineOf(world.subgraphs), world, { numRuns: runs, endOnFailure: true })
  })

  it.each(worlds.slice(0, 10))('over HTTP, in world %i', async (seed) => {
    const world = worldOf(seed)
    const server = await serveSubgraphs(world.subgraphs)
    const engine = createEngine({ supergraph: world.supergraph, transport: server.transport })
    await expectSameOfMany(engine, world, { numRuns: runs, endOnFailure: true })
    await engine.close()
    await server.close()
  })
})
