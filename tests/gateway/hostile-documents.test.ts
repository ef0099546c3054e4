import { expect, it } from 'vitest'
import { tryDocuments } from './hostile-documents.ts'

it('documents made by a machine, whole or damaged, are answered or refused, and none stops the hub', async () => {
  const seed = Date.now() % 1e9
  const { crashes, accepted } = await tryDocuments(400, 10, seed)
  expect({ seed, crashes }).toEqual({ seed, crashes: [] })
  expect(accepted).toBeGreaterThan(30)
})
