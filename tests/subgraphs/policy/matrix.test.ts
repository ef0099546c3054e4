import { afterAll, beforeAll, expect, it } from 'vitest'
import { roles } from '#schema/viewer.ts'
import { type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { engineOver, entityAsker, pathsThrough, tryViewer, viewersOf } from './matrix.ts'
import { type Canary, plant } from './plant.ts'

let fresh: FreshDatabase
let canaries: readonly Canary[]
let house: ReturnType<typeof engineOver>
beforeAll(async () => {
  fresh = await freshDatabase()
  house = engineOver(fresh.database)
  canaries = await plant(fresh.url, house.engine.schema)
})
afterAll(() => fresh?.drop())

it.each(roles)('shows %s by every path what the policy opens to it, and nothing else', async (role) => {
  const paths = pathsThrough(house.engine.schema)
  const entities = entityAsker(fresh.database)
  const wrong: string[] = []
  for (const [name, viewer] of viewersOf(role, ['near', 'only province'])) {
    wrong.push(...(await tryViewer(name, viewer, canaries, paths, house.ask)).wrong)
    wrong.push(...(await entities(canaries, name, viewer)).wrong)
  }
  expect(wrong).toEqual([])
})
