import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type FreshDatabase, sampleDatabase } from '../postgres.ts'
import { harmOf, openProvinces, type Provinces } from '../slow/faults/provinces.ts'
import type { Mode } from '../slow/faults/proxy.ts'

let data: FreshDatabase
let provinces: Provinces
let whole: Awaited<ReturnType<Provinces['ask']>>
beforeAll(async () => {
  data = await sampleDatabase()
  provinces = await openProvinces(data)
  await vi.waitUntil(
    async () => {
      whole = await provinces.ask()
      return whole.errors.length === 0
    },
    { timeout: 60_000 },
  )
})
afterAll(async () => {
  await provinces?.close()
  await data?.drop()
})

// The other ways to fail, and every other subgraph: npm run test:faults.
it.each<readonly [string, Mode]>([
  ['hubei', 'down'],
  ['liaoning', 'reset'],
  ['heilongjiang', 'black hole'],
  ['hubei', 'garbage'],
  ['demand', 'truncated'],
  ['liaoning', 'impostor'],
])('%s %s: the answer comes in time, names it, and has all the others gave', async (name, fault) => {
  const proxy = provinces.proxies.get(name)!
  await proxy.set(fault)
  const answer = await provinces.ask()
  await proxy.set('pass')
  expect(harmOf(answer, whole, [name])).toEqual([])
  const healed = async () => (await provinces.ask()).errors.length === 0
  await vi.waitUntil(healed, { timeout: 30_000, interval: 100 })
})
