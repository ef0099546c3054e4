import { expect, it } from 'vitest'
import { trySockets } from '../../gateway/hostile-sockets.ts'
import { post, startMonolith } from '../../gateway/monolith.ts'
import { figure } from '../figures.ts'

const count = Number(process.env.SOCKETS ?? 100_000)

it('connections that do not keep to HTTP are answered or closed, and leave nothing behind', {
  timeout: 7_200_000,
}, async () => {
  const gateway = await startMonolith()
  try {
    const seed = Number(process.env.SEED ?? Date.now() % 1e9)
    const { wrong, longest, statuses, descriptors } = await trySockets(gateway.port, count, {
      ...{ together: 100, slowEvery: 500, seed },
    })
    const { status } = await post(gateway.url, '{"query":"{ __typename }"}')
    const told = Object.entries(statuses).map(([status, times]) => `${times} × ${status === '0' ? 'closed' : status}`)
    figure(
      `R10 ${count} raw connections, seed ${seed}`,
      'none left open > 15 s, no 5xx, no descriptor kept',
      `${wrong.length} findings, longest ${(longest / 1000).toFixed(1)} s, ${descriptors} descriptors kept; ${told.join(', ')}`,
      wrong.length === 0 && descriptors === 0 && status === 200,
    )
    expect({ seed, wrong, descriptors, status }).toEqual({ seed, wrong: [], descriptors: 0, status: 200 })
  } finally {
    await gateway.close()
  }
})
