import { expect, it } from 'vitest'
import { tryDocuments } from '../../gateway/hostile-documents.ts'
import { figure } from '../figures.ts'

const count = Number(process.env.DOCUMENTS ?? 1_000_000)

it('documents by the million, whole and damaged, are answered or refused', { timeout: 7_200_000 }, async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1e9)
  const { crashes, slowest, lag, refusedP99, accepted, overHttp } = await tryDocuments(count, 50, seed)
  figure(
    `R9 ${count} generated and ${count} mutated documents, seed ${seed}`,
    '0 crashes, 0 5xx, none > 500 ms',
    `${crashes.length} findings; slowest ${Math.round(slowest)} ms of CPU; ${accepted} accepted, ${overHttp} over HTTP`,
    crashes.length === 0,
  )
  figure('R9 event loop', 'lag ≤ 200 ms', `${Math.round(lag)} ms`, lag <= 200)
  figure('R23 CPU of a refused document', 'p99 ≤ 5 ms', `p99 ${refusedP99.toFixed(2)} ms`, refusedP99 <= 5)
  expect(crashes).toEqual([])
})
