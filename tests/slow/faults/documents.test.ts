import { expect, it } from 'vitest'
import { tryDocuments } from '../../gateway/hostile-documents.ts'
import { figure } from '../figures.ts'

const count = Number(process.env.DOCUMENTS ?? 1_000_000)

it('documents by the million, whole and damaged, are answered or refused', { timeout: 43_200_000 }, async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1e9)
  const { wrong, slowest, lag, refusedP99, accepted, refused } = await tryDocuments(count, seed)
  figure(
    `R9 ${count} generated and ${count} mutated documents over HTTP, seed ${seed}`,
    'process lives, 0 5xx, 0 leaks, none > 500 ms',
    `${wrong.length} findings; ${accepted} accepted, ${refused} refused; slowest ${Math.round(slowest)} ms of CPU`,
    wrong.length === 0,
  )
  figure(
    'R9 event loop',
    'lag ≤ 200 ms',
    `${Math.round(slowest)} ms of CPU at most for a whole request, ${Math.round(lag)} ms by the clock`,
    slowest <= 200,
  )
  figure('R23 CPU of a refused document', 'p99 ≤ 5 ms', `p99 ${refusedP99.toFixed(2)} ms`, refusedP99 <= 5)
  expect(wrong).toEqual([])
})
