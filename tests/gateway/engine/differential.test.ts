import { afterEach, describe, it } from 'vitest'
import { createEngine } from '../../../gateway/engine/engine.ts'
import { expectSameOfMany } from './differential.ts'
import { lendingWorldOf } from './lending-world.ts'
import { partialWorldOf } from './partial-world.ts'
import { serveSubgraphs } from './served.ts'
import { engineOf } from './three-libraries.ts'
import { worldOf } from './world.ts'

const runs = 60

let server: Awaited<ReturnType<typeof serveSubgraphs>> | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

describe('the engine answers as one schema on the same rows would', () => {
  it.each([1, 2, 3, 4])('in world %i', async (seed) => {
    const world = worldOf(seed)
    await expectSameOfMany(engineOf(world.subgraphs), world, { numRuns: runs, seed })
  })

  it.each([1, 2])('where interface objects lend fields, in world %i', async (seed) => {
    const world = lendingWorldOf(seed)
    await expectSameOfMany(engineOf(world.subgraphs), world, { numRuns: runs, seed })
  })

  it.each([1, 2])('where no subgraph knows all types, in world %i', async (seed) => {
    const world = partialWorldOf(seed)
    await expectSameOfMany(engineOf(world.subgraphs), world, { numRuns: runs, seed })
  })

  it('over HTTP too, in world 5', async () => {
    const world = worldOf(5)
    server = await serveSubgraphs(world.subgraphs)
    const engine = createEngine({ supergraph: world.supergraph, transport: server.transport })
    await expectSameOfMany(engine, world, { numRuns: runs, seed: 5 })
    await engine.close()
  })
})
