import { expect, it } from 'vitest'
import { sampleDatabase } from '../../postgres.ts'
import { figure } from '../figures.ts'
import { startBalancer } from './balancer.ts'
import { answersOf, type RunningHub, startHub } from './hub.ts'
import { type Outcome, run } from './load.ts'

const restarts = Number(process.env.RESTARTS ?? 10)

it('hubs are replaced one by one under load and no request is lost', async () => {
  const data = await sampleDatabase()
  const balancer = await startBalancer()
  const hubs: RunningHub[] = [await startHub(data.url), await startHub(data.url)]
  balancer.use(hubs.map(({ url }) => url))
  const asked = await answersOf(hubs[0]!.url)

  let restarting = true
  const outcomes: Outcome[] = []
  const loading = (async () => {
    while (restarting) outcomes.push(await run({ url: balancer.url, rate: 40, seconds: 5, deadline: 10_000, asked }))
  })()
  const codes: (number | null)[] = []
  for (let i = 0; i < restarts; i++) {
    const fresh = await startHub(data.url)
    const [old] = hubs.splice(0, 1, hubs[1]!)
    hubs[1] = fresh
    balancer.use(hubs.map(({ url }) => url))
    codes.push(await old!.stop())
  }
  restarting = false
  await loading
  await Promise.all(hubs.map((hub) => hub.stop()))
  await balancer.close()
  await data.drop()

  const sum = (part: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + part(outcome), 0)
  const [sent, good] = [sum((outcome) => outcome.sent), sum((outcome) => outcome.good)]
  figure(
    `R15 ${restarts} hubs replaced under load`,
    '0 requests lost',
    `${sent - good} of ${sent} lost (${sum(({ broken }) => broken)} broken off, ${sum(({ partial }) => partial)} partial)`,
    sent === good,
  )
  expect({ lost: sent - good, codes: new Set(codes) }).toEqual({ lost: 0, codes: new Set([0]) })
})
