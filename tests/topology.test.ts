import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { startHouse } from '../gateway/house.ts'
import { subgraphs } from '../subgraphs/registry.ts'
import { type FreshDatabase, sampleDatabase, secret } from './postgres.ts'

/** The services of docker-compose.yml as plain processes, each with the command and the variables it has there. */
const root = join(import.meta.dirname, '..')
const names = subgraphs.map(({ name }) => name)
const keys = `first=${'k'.repeat(32)}`

const folder = mkdtempSync(join(tmpdir(), 'lianku-topology-'))
let data: FreshDatabase
let together: Awaited<ReturnType<typeof startHouse>>
let services: readonly Service[]
let gateway: Service

beforeAll(async () => {
  data = await sampleDatabase()
  const base = { DATABASE_URL: data.url, LIANKU_SECRET: secret, SUBGRAPH_KEYS: keys, SAMPLES: '' }
  services = await Promise.all(names.map((name) => start(['subgraphs/main.ts', name], base)))
  gateway = await start(['gateway/main.ts'], {
    SUPERGRAPH: new URL('/supergraph', services[names.indexOf('library')]!.url).href,
    DATA_DIR: folder,
    SUBGRAPH_URLS: names.map((name, i) => `${name}=${services[i]!.url}`).join(','),
    SUBGRAPH_KEYS: keys,
    NODE_ENV: 'production',
  })
  together = await startHouse(readConfig({ ...base, PORT: '0', LOG_LEVEL: 'silent' }), () => undefined)
}, 240_000)

afterAll(async () => {
  for (const { child } of [...(services ?? []), ...(gateway ? [gateway] : [])]) child.kill('SIGKILL')
  await together?.close()
  await data?.drop()
  rmSync(folder, { recursive: true })
})

const examples = join(root, 'gateway/examples')

it.each(readdirSync(examples))('answers %s from ten processes as from one', async (file) => {
  const query = readFileSync(join(examples, file), 'utf8')
  const [apart, one] = [await ask(gateway.url, query), await ask(together.url, query)]
  expect(apart).toEqual(one)
  expect(apart).not.toHaveProperty('errors')
})

it('goes on, page by page, with a cursor that another process signed', async () => {
  const pageAfter = (after: string | null) => `{ patents(first: 40, after: ${JSON.stringify(after)}) {
    nodes { id } pageInfo { endCursor hasNextPage }
  } }`
  const [apart, one] = [await ask(gateway.url, pageAfter(null)), await ask(together.url, pageAfter(null))]
  const { endCursor, hasNextPage } = apart.data.patents.pageInfo
  expect(hasNextPage).toBe(true)
  expect(apart).toEqual(one)
  expect(await ask(together.url, pageAfter(endCursor))).toEqual(await ask(gateway.url, pageAfter(endCursor)))
})

it('stops every process with SIGTERM, cleanly', async () => {
  const stopped = [gateway, ...services].map(async ({ child }) => {
    child.kill('SIGTERM')
    const [code, signal] = await once(child, 'exit')
    return { code, signal }
  })
  expect(await Promise.all(stopped)).toEqual([gateway, ...services].map(() => ({ code: 0, signal: null })))
})

type Service = { readonly child: ChildProcess; readonly url: string }

/** Starts a service on a port of its own and waits for the address it says. */
async function start(command: readonly string[], env: NodeJS.ProcessEnv): Promise<Service> {
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
        const [address] = /http:\/\/127\.0\.0\.1:\d+\/(graphql)?/.exec(said) ?? []
        if (address) resolve(address)
      })
    }
    child.once('exit', () => reject(new Error(`${command.join(' ')} ended:\n${said}`)))
  })
  return { child, url }
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is the question's
async function ask(url: string, query: string): Promise<any> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return response.json()
}
