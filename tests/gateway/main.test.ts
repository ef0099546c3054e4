import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { post } from './monolith.ts'
import { startSubgraph, supergraphWith } from './supergraph.ts'

const folder = await mkdtemp(join(tmpdir(), 'lianku-main-'))
const file = join(folder, 'supergraph.graphql')
const subgraph = await startSubgraph(300)

beforeAll(() => writeFile(file, supergraphWith('name', subgraph.url)))
afterAll(async () => {
  await subgraph.close()
  await rm(folder, { recursive: true })
})

/** The gateway as it is started on a command line. */
const start = (env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, ['gateway/main.ts'], { env: { PATH: process.env.PATH, PORT: '0', ...env } })

async function listening(gateway: ChildProcess): Promise<string> {
  let log = ''
  gateway.stdout!.on('data', (chunk) => {
    log += chunk
  })
  await vi.waitUntil(() => log.includes('"listening"'), { timeout: 20_000 })
  return log.match(/"url":"([^"]+)"/)![1]!
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'told %s, it finishes what it is answering, then exits with 0',
  async (signal) => {
    const gateway = start({ SUPERGRAPH: file })
    const url = await listening(gateway)
    const asked = subgraph.asked()
    const answer = post(url, { query: '{ talent { name } }' })
    await vi.waitUntil(() => subgraph.asked() > asked, { timeout: 20_000 })
    gateway.kill(signal)
    const [[code], { body, headers }] = await Promise.all([once(gateway, 'exit'), answer])
    expect({ code, body, connection: headers.get('connection') }).toEqual({
      code: 0,
      body: { data: { talent: { name: '李清远' } } },
      connection: 'close',
    })
  },
)

it('that cannot start says in one sentence what to set', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const broken = join(folder, 'broken.graphql')
  await writeFile(broken, 'type Query {')
  const fatal = join(folder, 'fatal.graphql')
  await writeFile(fatal, `${supergraphWith('name', subgraph.url)}\nextend type Query { more: String }`)
  const failing = async (env: NodeJS.ProcessEnv) => {
    const gateway = start(env)
    const [said, [code]] = await Promise.all([text(gateway.stderr!), once(gateway, 'exit')])
    return [code, said.trim()]
  }
  const outcomes = await Promise.all([
    failing({}),
    failing({ SUPERGRAPH: join(folder, 'none.graphql') }),
    failing({ SUPERGRAPH: file, PORT: String(port) }),
    failing({ SUPERGRAPH: file, PORT: 'web' }),
    failing({ SUPERGRAPH: file, LIMITS: 'dept=30' }),
    failing({ SUPERGRAPH: broken }),
    failing({ SUPERGRAPH: fatal }),
  ])
  taken.close()
  expect(outcomes).toEqual([
    [1, 'Set SUPERGRAPH to the file of the supergraph to serve, or to the address of a registry.'],
    [1, expect.stringMatching(/^SUPERGRAPH is .+none\.graphql, which cannot be read: ENOENT/)],
    [1, `Port ${port} of 127.0.0.1 is taken. Set PORT to a free one (0 picks one), or stop what listens there.`],
    [1, expect.stringMatching(/^PORT is "web": /)],
    [1, expect.stringMatching(/^LIMITS has dept; the limits are tokens, /)],
    [1, 'The supergraph cannot be served: Syntax Error: Expected Name, found <EOF>.'],
    [1, 'The supergraph cannot be served: not yet implemented: TypeExtension not implemented'],
  ])
}, 60_000)
