import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { openDoor } from '../../../subgraphs/publishing/door.ts'
import { type Drift, lookAtAll } from '../../../subgraphs/publishing/drift.ts'
import { enterHouse } from '../../../subgraphs/publishing/enter.ts'
import { answer } from '../../../subgraphs/publishing/examine.ts'
import { readHealth } from '../../../subgraphs/publishing/health.ts'
import { runningAsk } from '../../../subgraphs/publishing/running.ts'
import { readGraph, registrar } from '../../../subgraphs/publishing/store.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { type FreshDatabase, freshDatabase, secret } from '../../postgres.ts'
import { jilinSdl } from './jilin-server.ts'

let data: FreshDatabase
/** What the subgraph says it runs; undefined is no answer at all. */
let running: string | undefined = jilinSdl
const server: Server = createServer((request, response) => {
  request.resume().once('end', () => {
    if (running === undefined) return response.writeHead(503).end()
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ data: { __typename: 'Query', _service: { sdl: running } } }))
  })
})
let url: string
beforeAll(async () => {
  data = await freshDatabase()
  await enterHouse(data.database, subgraphs)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await data?.drop()
})

it('a subgraph that changes after it was published is noticed, told once, and what is live stays live', async () => {
  const { database } = data
  const door = openDoor(database, { examined: answer })
  const caller = { by: 'test', viewer: registrar }
  const published = await door.publish(
    { name: 'jilin', url, files: [{ file: 'jilin.graphql', text: jilinSdl }] },
    caller,
  )
  expect(published.outcome).toBe('IN_FORCE')
  const live = await database.db(registrar).restricted(readGraph)

  const told: (readonly [string, Drift['problem']])[] = []
  let known = new Map<string, string | null>()
  const ask = runningAsk(readConfig({ LIANKU_SECRET: secret }), { schemaOnly: true })
  const look = (everyMs = 0) =>
    lookAtAll(
      {
        database,
        ask,
        changed: (subgraph, { problem }) => told.push([subgraph, problem]),
        told: (drifts) => (known = new Map(Array.from(drifts, ([name, { problem }]) => [name, problem?.code ?? null]))),
      },
      everyMs,
    )

  await look()
  expect([told, [...known]]).toEqual([[], [['jilin', null]]])
  running = jilinSdl.replaceAll('jlFairs', 'jlMarkets')
  await look(3_600_000)
  expect([told, [...known]]).toEqual([[], [['jilin', null]]])
  await look()
  await look()
  expect(told).toMatchObject([['jilin', { code: 'RUNS_WHAT_IT_PUBLISHED' }]])
  expect(told[0]![1]!.zh).toContain('Query.jlMarkets')
  expect((await readHealth(database, 'jilin')).drift).toMatchObject({ problem: { code: 'RUNS_WHAT_IT_PUBLISHED' } })
  running = undefined
  await look()
  running = jilinSdl
  await look()
  expect(told.slice(1)).toMatchObject([
    ['jilin', { code: 'ANSWERS' }],
    ['jilin', null],
  ])
  expect((await database.db(registrar).restricted(readGraph)).supergraph).toBe(live.supergraph)
})
