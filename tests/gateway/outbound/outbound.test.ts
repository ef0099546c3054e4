import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { createOutbound } from '../../../gateway/outbound/outbound.ts'
import { newContext } from '../engine/three-libraries.ts'

let asked = 0
const server = createServer((_, response) => {
  asked++
  response.end('{"data":{}}')
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
afterAll(() => server.close())

const question = { document: '{ talents { name } }', operationKind: 'query' } as const
const outboundWith = (env: Record<string, string>) => createOutbound(readConfig(env), [])

/** What comes of asking `hubei` once, by how its address came. */
async function outcomes(env: Record<string, string>) {
  const outbound = outboundWith(env)
  const subgraph = { name: 'hubei', url }
  const found: Record<string, string> = {}
  for (const way of ['own', 'contributed'] as const) {
    const transport = outbound[way](subgraph)
    const { errors } = await transport.fetch(question, newContext())
    found[way] = errors?.[0]?.message ?? 'answered'
    await transport.close?.()
  }
  return found
}

const refused = '数据来源 hubei 的地址不在允许访问的范围内。'

it('asks what the operator names on this machine, and what others publish only where that is meant', async () => {
  expect(await outcomes({})).toEqual({ own: 'answered', contributed: 'answered' })
  const served = { HOST: '0.0.0.0' }
  expect(await outcomes(served)).toEqual({ own: 'answered', contributed: refused })
  const answered = { own: 'answered', contributed: 'answered' }
  expect(await outcomes({ ...served, EGRESS: 'loopback' })).toEqual(answered)
  expect(await outcomes({ ...served, EGRESS: '127.0.0.1/32' })).toEqual(answered)
  expect(await outcomes({ ...served, SUBGRAPH_URLS: `hubei=${url}` })).toEqual(answered)
})

it('remembers over a new supergraph what a subgraph was asked today', async () => {
  const outbound = outboundWith({ SUBGRAPH_LIMITS: 'daily=3,hubei.daily=2' })
  const before = asked
  for (const name of ['hubei', 'hubei', 'hubei', 'liaoning']) {
    const transport = outbound.own({ name, url })
    await transport.fetch(question, newContext())
    await transport.close?.()
  }
  expect(asked - before).toBe(3)
})

it.each([
  ['SUBGRAPH_LIMITS', 'day=3', /^SUBGRAPH_LIMITS names day; expected one of timeout, bytes, /],
  ['SUBGRAPH_LIMITS', 'hubei.daily', /^SUBGRAPH_LIMITS has "hubei.daily"; expected timeout=2000 or /],
  ['EGRESS', 'intranet', /^EGRESS has "intranet"; expected /],
])('%s=%s is refused at the start', (name, value, message) => {
  expect(() => outboundWith({ [name]: value })).toThrow(message)
})
