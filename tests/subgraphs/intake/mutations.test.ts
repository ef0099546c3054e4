import { afterAll, beforeAll, expect, it } from 'vitest'
import { tryDamaged } from '../../slow/intake/mutate.ts'
import { openFolder } from './folder.ts'

let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => folder.remove())

it('reads a damaged file as it stands or refuses it in Chinese', async () => {
  const { read, refused, compared } = await tryDamaged(folder, 120, 20_240_301)
  expect({ tried: read + refused, some: compared > 0 }).toEqual({ tried: 120, some: true })
})
