import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '#schema/viewer.ts'
import { type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { type Ask, engineOver } from '../../subgraphs/policy/matrix.ts'
import { idOf, plant } from '../../subgraphs/policy/plant.ts'
import { figure } from '../figures.ts'

const pairs = Number(process.env.PAIRS ?? 20_000)

let fresh: FreshDatabase
let ask: Ask
beforeAll(async () => {
  fresh = await freshDatabase()
  const { engine, ask: asking } = engineOver(fresh.database)
  await plant(fresh.url, engine.schema)
  ask = asking
})
afterAll(() => fresh?.drop())

it.each([
  ['the public, for whom nothing is looked up', { role: 'PUBLIC' }],
  ['an authority elsewhere, for whom it is', { role: 'LOCAL_AUTHORITY', province: 'LIAONING' }],
] as const)(
  'a hidden record is told from an absent one neither by bytes nor by time: %s',
  async (whom, viewer: Viewer) => {
    const hidden = idOf('Demand', 'near')
    const absent = hidden.replace('near', 'near'.split('').reverse().join(''))
    const question = (id: string) =>
      `{ node(id: "${id}") { __typename id ... on Demand { title specialAction { returnReason } } ... on Talent { gender } } }`
    const questions = { hidden: question(hidden), absent: question(absent) }
    const bodies = new Set<string>()
    const times = { hidden: new Float64Array(pairs), absent: new Float64Array(pairs) }
    async function timed(which: keyof typeof questions, at: number) {
      const started = performance.now()
      const body = await ask(questions[which], viewer)
      times[which][at] = performance.now() - started
      bodies.add(body)
    }
    for (let warm = 0; warm < 500; warm++) await timed(warm % 2 ? 'hidden' : 'absent', 0)
    for (let at = 0; at < pairs; at++) {
      const order = Math.random() < 0.5 ? (['hidden', 'absent'] as const) : (['absent', 'hidden'] as const)
      for (const which of order) await timed(which, at)
    }
    const p = mannWhitney(times.hidden, times.absent)
    const [one, other] = [medianOf(times.hidden), medianOf(times.absent)]
    const apart = Math.abs(one - other) / other
    figure(
      `R13 hidden against absent: ${whom}`,
      'same bytes, p > 0.01, medians within 2 %',
      `${bodies.size} body, p = ${p.toFixed(3)}, medians ${one.toFixed(3)} and ${other.toFixed(3)} ms (${(apart * 100).toFixed(1)} %) over ${pairs} pairs`,
      bodies.size === 1 && p > 0.01 && apart < 0.02,
    )
    expect([...bodies]).toEqual([JSON.stringify({ data: { node: null } })])
    expect(apart).toBeLessThan(0.02)
    expect(p).toBeGreaterThan(0.01)
  },
)

function medianOf(values: Float64Array): number {
  return values.toSorted()[values.length >> 1]!
}

/** Two-sided p of the Mann–Whitney test, by its normal approximation. */
function mannWhitney(left: Float64Array, right: Float64Array): number {
  const all = [...Array.from(left, (value) => [value, 0]), ...Array.from(right, (value) => [value, 1])] as [
    number,
    number,
  ][]
  all.sort((a, b) => a[0] - b[0])
  let ranks = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]![0] === all[from]![0]) to++
    for (let at = from; at < to; at++) if (all[at]![1] === 0) ranks += (from + 1 + to) / 2
    from = to
  }
  const [n, m] = [left.length, right.length]
  const u = ranks - (n * (n + 1)) / 2
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
  return 2 * (1 - normal(z))
}

/** The normal distribution, Abramowitz and Stegun 26.2.17: to 7 places. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
}
