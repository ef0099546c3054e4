import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExecutionResult } from 'graphql'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { startHouse } from '../../../gateway/house.ts'
import { issueKey } from '../../../subgraphs/access/keys.ts'
import { openConnection } from '../../../subgraphs/database/connection.ts'
import { type Caller, openDoor, type Report } from '../../../subgraphs/publishing/door.ts'
import { readEntries, readSeq, registrar } from '../../../subgraphs/publishing/store.ts'
import type { SubgraphServer } from '../../../subgraphs/server.ts'
import { type FreshDatabase, sampleDatabase, secret } from '../../postgres.ts'
import { jilinSdl, serveJilin } from '../../subgraphs/publishing/jilin-server.ts'
import { figure } from '../figures.ts'

/** Two houses on one database, and a gateway alone that asks the registry of the first. */
const folder = await mkdtemp(join(tmpdir(), 'lianku-replicas-'))
let data: FreshDatabase
let jilin: SubgraphServer
let hub: Process
let house: Awaited<ReturnType<typeof startHouse>>
let alone: Process
let key: string

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  data = await sampleDatabase()
  jilin = await serveJilin(data.database)
  key = (await issueKey(data.database, 'SUBGRAPH', 'jilin')).text
  hub = await startHub()
  house = await startHouse(readConfig({ ...base(), LOG_LEVEL: 'silent' }), () => undefined)
  alone = await startAlone()
}, 240_000)

afterAll(async () => {
  for (const it of [hub, alone]) it?.child.kill('SIGKILL')
  await house?.close()
  await jilin?.close()
  await data?.drop()
  await rm(folder, { recursive: true, force: true })
})

const base = () => ({
  PORT: '0',
  DATABASE_URL: data.url,
  LIANKU_SECRET: secret,
  SAMPLES: '',
  DATA_DIR: join(folder, 'hub'),
})

interface Process {
  readonly child: ChildProcess
  readonly url: string
}

const startHub = () => start(['gateway/house.ts'], base())
const startAlone = (registry = hub.url) =>
  start(['gateway/main.ts'], {
    PORT: '0',
    LIANKU_SECRET: secret,
    DATA_DIR: join(folder, 'alone'),
    SUPERGRAPH: new URL('/supergraph', registry).href,
    // The house's own subgraphs are not served here: what is asked of the gateway alone is Jilin's.
    SUBGRAPH_URLS: '',
  })

async function start(command: readonly string[], env: NodeJS.ProcessEnv): Promise<Process> {
  const child = spawn(process.execPath, command, { env: { PATH: process.env.PATH, ...env } })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
        const [, address] = /"url":"(http[^"]+)","msg":"listening"/.exec(said) ?? []
        if (address) resolve(address)
      })
    }
    child.once('exit', () => reject(new Error(`${command.join(' ')} ended:\n${said}`)))
  })
  return { child, url }
}

async function ask(url: string, query: string): Promise<ExecutionResult> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollographql-client-name': 'portal-example' },
    body: JSON.stringify({ query }),
  })
  return (await response.json()) as ExecutionResult
}

const door = (method: string, path: string, body?: unknown) =>
  fetch(new URL(`/subgraphs/jilin${path}`, hub.url), {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
const publish = (suffix = '') =>
  door('PUT', '', { url: `${jilin.url}${suffix}`, files: [{ file: 'jilin.graphql', text: jilinSdl }] })

const question = '{ jlFairs(first: 1) { id name } }'
const answered = { data: { jlFairs: [{ id: 'jl-fair:JL001', name: '长春示例光电对接会 SYNTHETIC' }] } }
const isLive = async (url: string) => (await ask(url, question)).errors === undefined
const replicas = () => [hub.url, house.url, alone.url]

/** Every replica says the same, at once or within seconds. */
async function everywhere(live: boolean): Promise<number> {
  const began = performance.now()
  await vi.waitUntil(async () => (await Promise.all(replicas().map(isLive))).every((it) => it === live), {
    timeout: 60_000,
    interval: 100,
  })
  return performance.now() - began
}

it('takes up a stranger on every replica within seconds, without dropping a request', async () => {
  expect(await Promise.all(replicas().map(isLive))).toEqual([false, false, false])
  let going = true
  const seen = new Set<string>()
  const clients = [hub.url, house.url].map(async (url) => {
    while (going) seen.add(JSON.stringify(await ask(url, '{ library(id: "ln-fair") { name } }')))
  })
  const published = await publish()
  expect([published.status, ((await published.json()) as { outcome: string }).outcome]).toEqual([200, 'IN_FORCE'])
  const ms = await everywhere(true)
  figure('D1 a publish on every replica', 'within 10 s', `${Math.round(ms)} ms`, ms < 10_000)
  going = false
  await Promise.all(clients)
  expect([...seen]).toEqual([JSON.stringify({ data: { library: { name: '辽宁产学研对接会库' } } })])
  expect(await Promise.all(replicas().map((url) => ask(url, question)))).toEqual([answered, answered, answered])
})

it('joins a stranger to what the house has', async () => {
  const joined = '{ library(id: "ln-fair") { name jlFairs { id } } }'
  expect(await ask(house.url, joined)).toEqual({
    data: { library: { name: '辽宁产学研对接会库', jlFairs: [] } },
  })
})

it('names the client that would miss what goes, once it has asked for it', async () => {
  const files = [{ file: 'jilin.graphql', text: jilinSdl.replace(/ {2}"[^"]*"\n {2}name: String\n/, '') }]
  const breaks = await vi.waitUntil(
    async () => {
      const report = (await (await door('POST', '/check', { files })).json()) as Report
      return report.breaks.length > 0 && report.breaks
    },
    { timeout: 60_000, interval: 1_000 },
  )
  expect(breaks).toEqual([expect.objectContaining({ coordinate: 'JlFair.name', client: 'portal-example' })])
})

it('killed in the middle of a publish, has the old version everywhere, and can publish again', async () => {
  const caller: Caller = { by: 'lianku', viewer: { role: 'OPERATOR', subject: 'lianku' }, force: true }
  await openDoor(data.database).remove('jilin', caller)
  await everywhere(false)
  const before = await data.database.db(registrar).restricted(readSeq)
  // All of the publish is written but its last line in the audit, which waits here.
  const holder = openConnection({ url: data.url })
  await holder.run('begin; select * from audit.head for update')
  const publishing = publish().catch(() => undefined)
  await vi.waitUntil(
    async () => {
      const [row] = await holder.send(
        `select count(*)::int as waiting from pg_locks where not granted and locktype in ('tuple', 'transactionid')`,
        [],
      )
      return Number(row!.waiting) > 0
    },
    { timeout: 60_000, interval: 50 },
  )
  hub.child.kill('SIGKILL')
  await once(hub.child, 'exit')
  await publishing
  await holder.run('rollback')
  await holder.end()
  expect(await data.database.db(registrar).restricted(readSeq)).toBe(before)
  expect([await isLive(house.url), await isLive(alone.url)]).toEqual([false, false])
  const entry = (await data.database.db(registrar).restricted(readEntries)).find(({ name }) => name === 'jilin')
  expect(entry?.version).toBe(null)
})

it('starts a gateway alone from its copy while the registry is away, and goes on when it is back', async () => {
  const registry = hub.url
  alone.child.kill('SIGKILL')
  await once(alone.child, 'exit')
  alone = await startAlone(registry)
  expect(await isLive(alone.url)).toBe(false)
  expect((await ask(alone.url, '{ __typename }')).data).toEqual({ __typename: 'Query' })

  hub = await start(['gateway/house.ts'], { ...base(), PORT: new URL(registry).port })
  expect((await publish()).status).toBe(200)
  await everywhere(true)
})

it('keeps what is live when a version is refused', async () => {
  const refused = await door('PUT', '', { url: jilin.url, files: [{ file: 'jilin.graphql', text: 'type Query {' }] })
  expect(refused.status).toBe(422)
  const gone = await door('PUT', '', { url: 'http://127.0.0.1:9/', files: [{ file: 'jilin.graphql', text: jilinSdl }] })
  expect(gone.status).toBe(422)
  expect(await Promise.all(replicas().map((url) => ask(url, question)))).toEqual([answered, answered, answered])
})

it('tells nobody the graph who does not sign as a gateway', async () => {
  for (const path of ['/supergraph', '/usage']) {
    const response = await fetch(new URL(path, hub.url), { method: path === '/usage' ? 'POST' : 'GET' })
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
    expect([response.status, errors[0]!.extensions.code]).toEqual([401, 'BAD_SIGNATURE'])
  }
})
