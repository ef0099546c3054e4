import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createEngine } from '../../../gateway/engine/engine.ts'
import { expectSame } from './differential.ts'
import { requestOn } from './operations.ts'
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
    const engine = engineOf(world.subgraphs)
    let valid = 0
    await fc.assert(
      fc.asyncProperty(requestOn(world.monolith), async (request) => {
        if (await expectSame(engine, world, request)) valid++
      }),
      { numRuns: runs, seed },
    )
    expect(valid).toBeGreaterThan(runs / 4)
  })

  it('over HTTP too, in world 5', async () => {
    const world = worldOf(5)
    server = await serveSubgraphs(world.subgraphs)
    const engine = createEngine({ supergraph: world.supergraph, transport: server.transport })
    await fc.assert(
      fc.asyncProperty(requestOn(world.monolith), async (request) => {
        await expectSame(engine, world, request)
      }),
      { numRuns: runs, seed: 5 },
    )
    await engine.close()
  })
})
