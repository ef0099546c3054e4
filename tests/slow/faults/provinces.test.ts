import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, sampleDatabase } from '../../postgres.ts'
import { figure } from '../figures.ts'
import { budget, harmOf, names, openProvinces, type Provinces } from './provinces.ts'
import { faults } from './proxy.ts'

/** Questions asked in each cell: enough to open a breaker, and to see what it is like behind one. */
const asked = Number(process.env.ASKED ?? 30)

let data: FreshDatabase
let provinces: Provinces
let whole: Awaited<ReturnType<Provinces['ask']>>
const slowest: { readonly ms: number; readonly cell: string }[] = []
const opened: number[] = []
const healed: number[] = []
const harmed: string[] = []
let cells = 0
beforeAll(async () => {
  data = await sampleDatabase({ readMs: 30_000 })
  provinces = await openProvinces(data)
  for (let tries = 0; tries < 10; tries++) {
    whole = await provinces.ask()
    if (whole.errors.length === 0) return
  }
  throw new Error(`The house is not well before anything was done to it: ${whole.text}`)
})
afterAll(async () => {
  slowest.sort((left, right) => left.ms - right.ms)
  const at = (share: number) => Math.round(slowest[Math.floor(slowest.length * share)]!.ms)
  const last = slowest.at(-1)!
  const worst = (values: readonly number[]) => Math.round(Math.max(...values))
  const right = cells - new Set(harmed.map((line) => line.split(':')[0])).size
  figure('R6 nine failures × every subgraph', `${cells} of ${cells} unharmed`, `${right}`, harmed.length === 0)
  figure(
    'R6 mixed answer, failing subgraph named',
    `≤ ${budget + 200} ms`,
    `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${Math.round(last.ms)} ms (${last.cell}) of ${slowest.length} answers`,
    last.ms <= budget + 200,
  )
  figure('R6 breaker opens', '≤ 5 s', `worst ${worst(opened)} ms`, worst(opened) <= 5_000)
  figure('R6 whole again after healing', '≤ 30 s', `worst ${worst(healed)} ms`, worst(healed) <= 30_000)
  await provinces.close()
  await data.drop()
})

it.each(names.flatMap((name) => faults.map((fault) => [name, fault] as const)))(
  '%s %s: the others answer in time and unharmed, and it comes back',
  async (name, fault) => {
    cells++
    const proxy = provinces.proxies.get(name)!
    const cell = `${name} ${fault}`
    await proxy.set(fault)
    const started = performance.now()
    let open: number | undefined
    for (let round = 0; round < asked / 5; round++) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => provinces.ask()))
      for (const answer of answers) {
        slowest.push({ ms: answer.ms, cell })
        harmed.push(...harmOf(answer, whole, [name]).map((harm) => `${cell}: ${harm}`))
      }
      const rests = answers.some(({ text }) => text.includes('刚才连续失败'))
      if (rests) open ??= performance.now() - started
    }
    if (open !== undefined) opened.push(open)

    await proxy.set('pass')
    const healing = performance.now()
    const answers = async () =>
      JSON.stringify((await provinces.ask()).data?.[name]) === JSON.stringify(whole.data![name])
    while (!(await answers()) && performance.now() - healing < 60_000) await pause(100)
    healed.push(performance.now() - healing)
    expect(harmed.filter((harm) => harm.startsWith(`${cell}:`))).toEqual([])
    expect(healed.at(-1)).toBeLessThan(60_000)
  },
)

it('all but one black holes: the one still answers', async () => {
  const failing = names.filter((name) => name !== 'talent')
  for (const name of failing) await provinces.proxies.get(name)!.set('black hole')
  const answer = await provinces.ask()
  expect(harmOf(answer, whole, failing)).toEqual([])
  figure(
    'R6 all but one down',
    'the one answers',
    `${Math.round(answer.ms)} ms, ${new Set(answer.errors.map(({ extensions }) => extensions.serviceName)).size} named`,
    true,
  )
  for (const name of failing) await provinces.proxies.get(name)!.set('pass')
})
