import { expect, it } from 'vitest'
import { tryDocuments } from './hostile-documents.ts'

it('documents made by a machine, whole or damaged, are answered or refused, and none stops the hub', async () => {
  const seed = Date.now() % 1e9
  const { wrong, accepted } = await tryDocuments(400, seed)
  expect({ seed, wrong }).toEqual({ seed, wrong: [] })
  expect(accepted).toBeGreaterThan(30)
})
