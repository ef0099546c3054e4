import { afterAll, beforeAll, expect, it } from 'vitest'
import { openFolder } from '../../subgraphs/intake/folder.ts'
import { figure } from '../figures.ts'
import { type Outcome, tryDamaged } from './mutate.ts'

const runs = Number(process.env.MUTATIONS ?? 100_000)
const seed = Number(process.env.SEED ?? 20_240_301)

let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => folder.remove())

it('reads a damaged file as it stands or refuses it in Chinese, and never fails in another way', {
  timeout: 0,
}, async () => {
  let outcome: Outcome | undefined
  try {
    outcome = await tryDamaged(folder, runs, seed)
    expect(outcome.read + outcome.refused).toBe(runs)
  } finally {
    figure(
      'R11 damaged files',
      `${runs} files: 0 crashes, 0 cells silently changed`,
      outcome
        ? `${outcome.read} read, ${outcome.refused} refused; ${outcome.compared} of those read compared with another reader, ${outcome.rows} rows; seed ${seed}`
        : `failed; seed ${seed}`,
      outcome !== undefined,
    )
  }
})
