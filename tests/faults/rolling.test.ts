import { expect, it } from 'vitest'
import { post, startMonolith } from '../gateway/monolith.ts'
import { startBalancer } from '../slow/faults/balancer.ts'

it('gateways are replaced one by one under load and no request is lost', async () => {
  const balancer = await startBalancer()
  let gateways = [await startMonolith(), await startMonolith()]
  balancer.use(gateways.map(({ url }) => url))
  let going = true
  const answers: string[] = []
  const clients = Array.from({ length: 6 }, async () => {
    while (going) answers.push(JSON.stringify((await post(balancer.url, { query: '{ slow(ms: 5) }' })).body))
  })
  for (let i = 0; i < 4; i++) {
    const [old, other] = gateways
    gateways = [other!, await startMonolith()]
    balancer.use(gateways.map(({ url }) => url))
    await old!.close(1_000)
  }
  going = false
  await Promise.all(clients)
  await Promise.all(gateways.map((gateway) => gateway.close()))
  await balancer.close()
  expect(new Set(answers)).toEqual(new Set([JSON.stringify({ data: { slow: '完成' } })]))
})

it('a gateway that stops says at once that it is not ready, yet answers who has not heard', async () => {
  const gateway = await startMonolith()
  await post(gateway.url, { query: '{ __typename }' })
  const closing = gateway.close(1_000)
  const ready = await fetch(gateway.url.replace('/graphql', '/health/ready'))
  const { status, headers } = await post(gateway.url, { query: '{ __typename }' })
  expect([ready.status, status, headers.get('connection')]).toEqual([503, 200, 'close'])
  await closing
})
