import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectSame } from './differential.ts'
import { requestOn } from './operations.ts'
import { engineOf } from './three-libraries.ts'
import { worldOf } from './world.ts'

const runs = Number(process.env.ENGINE_RUNS ?? 60)
const worlds = (process.env.ENGINE_WORLDS ?? '1,2,3,4').split(',').map(Number)

describe('the engine answers as one schema on the same rows would', () => {
  it.each(worlds)('in world %i', async (seed) => {
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
})
