import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { startMonolith } from './monolith.ts'

it('a hub in whose event loop turns are rare lets in many who knock in each', async () => {
  const gateway = await startMonolith()
  let inside = 0
  gateway.server.on('connection', () => inside++)
  const callers = Array.from({ length: 160 }, () => connect(gateway.port, '127.0.0.1'))
  await Promise.all(callers.map((socket) => once(socket, 'connect')))
  let turns = 0
  for (; inside < callers.length; turns++) await new Promise(setImmediate)
  expect(turns).toBeLessThan(callers.length / 8)
  for (const socket of callers) socket.destroy()
  await gateway.close()
})

it('a port that one gateway listens on is no other’s', async () => {
  const gateway = await startMonolith()
  await expect(startMonolith({ PORT: String(gateway.port) })).rejects.toThrow(`Port ${gateway.port} of`)
  await gateway.close()
  const next = await startMonolith({ PORT: String(gateway.port) })
  expect(next.port).toBe(gateway.port)
  await next.close()
})
