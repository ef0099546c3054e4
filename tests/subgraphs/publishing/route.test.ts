import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { contributedKeys, signingKeys } from '#schema/signature.ts'
import { issueKey } from '../../../subgraphs/access/keys.ts'
import type { Desk } from '../../../subgraphs/command.ts'
import { subgraphCommand } from '../../../subgraphs/publishing/command.ts'
import { openDoor } from '../../../subgraphs/publishing/door.ts'
import { enterHouse } from '../../../subgraphs/publishing/enter.ts'
import { answer } from '../../../subgraphs/publishing/examine.ts'
import { publishingRoute } from '../../../subgraphs/publishing/route.ts'
import { runningAsk } from '../../../subgraphs/publishing/running.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import type { SubgraphServer } from '../../../subgraphs/server.ts'
import { type FreshDatabase, freshDatabase, secret } from '../../postgres.ts'
import { header } from './graph.ts'
import { jilinSdl, serveJilin } from './jilin-server.ts'

const folder = await mkdtemp(join(tmpdir(), 'lianku-door-'))
const hub = createServer()
let data: FreshDatabase
let jilin: SubgraphServer
let base: string
let key: string

beforeAll(async () => {
  // A subgraph logs the nonsense it is asked.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  data = await freshDatabase()
  await enterHouse(data.database, subgraphs)
  jilin = await serveJilin(data.database)
  const running = runningAsk(readConfig({ LIANKU_SECRET: secret }))
  const route = publishingRoute(data.database, openDoor(data.database, { running, examined: answer }))
  hub.on('request', async (request, response) => {
    if (!(await route(request, response))) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`
  key = (await issueKey(data.database, 'SUBGRAPH', 'jilin')).text
})
afterAll(async () => {
  hub.close()
  await jilin?.close()
  await data?.drop()
  await rm(folder, { recursive: true })
})

async function ask(method: string, path: string, body?: unknown, bearer = key) {
  const response = await fetch(base + path, {
    method,
    headers: bearer === '' ? {} : { authorization: `Bearer ${bearer}` },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, type: response.headers.get('content-type'), text }
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is the question's
async function json(...asked: Parameters<typeof ask>): Promise<any> {
  const { status, text } = await ask(...asked)
  return { status, ...JSON.parse(text) }
}

const proposal = (text = jilinSdl, url = jilin.url) => ({ url, files: [{ file: 'jilin.graphql', text }] })

it.each([
  ['no key', '', 401, 'BAD_ACCESS_KEY'],
  ['a key nobody issued', `lk_000000000000_${'a'.repeat(43)}`, 401, 'BAD_ACCESS_KEY'],
])('lets nobody in with %s', async (_, bearer, status, code) => {
  for (const [method, path] of [
    ['PUT', '/subgraphs/jilin'],
    ['POST', '/subgraphs/jilin/check'],
    ['DELETE', '/subgraphs/jilin'],
    ['POST', '/subgraphs/jilin/rollback'],
    ['GET', '/subgraphs/jilin/versions'],
    ['GET', '/subgraphs/jilin/diff'],
    ['GET', '/subgraphs'],
  ] as const) {
    const answered = await json(method, path, undefined, bearer)
    expect([answered.status, answered.errors[0].extensions.code]).toEqual([status, code])
  }
})

it('lets a key change no other subgraph than its own', async () => {
  const other = (await issueKey(data.database, 'SUBGRAPH', 'anhui')).text
  const library = (await issueKey(data.database, 'LIBRARY', 'hb-edu-talent')).text
  for (const [bearer, name] of [
    [key, 'hubei'],
    [other, 'jilin'],
    [library, 'jilin'],
  ] as const) {
    const answered = await json('PUT', `/subgraphs/${name}`, proposal(), bearer)
    expect([answered.status, answered.errors[0].extensions.code]).toEqual([403, 'ACCESS_DENIED'])
  }
})

it.each([
  ['no JSON', '{'],
  ['nothing', undefined],
  ['no files', { url: 'https://jl.example/graphql', files: [] }],
  ['something besides', { url: 'https://jl.example/graphql', files: [{ file: 'a', text: 'b' }], force: true }],
  ['no address', { files: [{ file: 'a', text: 'b' }] }],
  ['an address of another kind', { url: 'file:///etc/passwd', files: [{ file: 'a', text: 'b' }] }],
  ['an address with an account', { url: 'https://u:p@jl.example/', files: [{ file: 'a', text: 'b' }] }],
])('refuses to publish %s', async (_, body) => {
  const answered = await json('PUT', '/subgraphs/jilin', body)
  expect([answered.status, answered.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST'])
  expect(answered.errors[0].message).toMatch(/\p{Script=Han}/u)
})

it('refuses an SDL that breaks a rule, with the place and both languages, as JSON, text and JUnit', async () => {
  const thief = proposal(
    `${header}type Talent @key(fields: "id") {\n  id: ID!\n  name: String @override(from: "talent")\n}`,
  )
  const report = await json('POST', '/subgraphs/jilin/check', thief)
  expect([report.status, report.outcome]).toEqual([422, 'REFUSED'])
  expect(report.problems[0]).toEqual({
    code: 'FIELD_OWNER',
    places: ['jilin.graphql:7'],
    zh: 'Talent.name 属于平台。',
    en: 'Talent.name belongs to the hub.',
    fix: { zh: expect.any(String), en: expect.any(String) },
  })
  const text = await ask('POST', '/subgraphs/jilin/check?format=text', thief)
  expect([text.status, text.type]).toEqual([422, 'text/plain; charset=utf-8'])
  expect(text.text).toContain('jilin.graphql:7  DIRECTIVE_FORBIDDEN\n  省级子图不能用 @override')
  const junit = await ask('POST', '/subgraphs/jilin/check?format=junit', thief)
  expect([junit.status, junit.type]).toEqual([422, 'application/xml; charset=utf-8'])
  expect(junit.text).toContain('<testcase classname="rules" name="FIELD_OWNER"><failure message="jilin.graphql:7')
  expect(junit.text).toContain('<testcase classname="rules" name="ROOT_FIELD"/>')
  expect((await ask('POST', '/subgraphs/jilin/check?format=pdf', thief)).status).toBe(400)
})

it('refuses what nobody answers at, what may not be asked, and what runs otherwise than it says', async () => {
  const codes = async (text: string, url: string) => {
    const report = await json('PUT', '/subgraphs/jilin', proposal(text, url))
    return [report.status, report.outcome, ...report.problems.map(({ code }: { code: string }) => code)]
  }
  const refused = [422, 'REFUSED']
  expect(await codes(jilinSdl, 'http://127.0.0.1:9/graphql')).toEqual([...refused, 'ANSWERS'])
  expect(await codes(jilinSdl, 'http://169.254.169.254/graphql')).toEqual([...refused, 'ANSWERS'])
  const other = jilinSdl.replace(/ {2}name: String\n/, '  name: String\n  "主题，例如 光电。"\n  topic: String\n')
  expect(other).not.toBe(jilinSdl)
  expect(await codes(other, jilin.url)).toEqual([...refused, 'RUNS_WHAT_IT_PUBLISHED', 'UNKNOWN_KEYS_NULL'])
  expect((await json('GET', '/subgraphs/jilin/versions')).status).toBe(404)
})

it('publishes, compares, rolls back and removes', async () => {
  const published = await json('PUT', '/subgraphs/jilin', proposal())
  expect([published.status, published.outcome, published.state]).toEqual([200, 'IN_FORCE', 2])
  expect(published.conformance.map(({ outcome }: { outcome: string }) => outcome)).not.toContain('FAILED')
  const again = await json('PUT', '/subgraphs/jilin', proposal(jilinSdl, `${jilin.url}?v=2`))
  expect([again.status, again.outcome, again.changes, again.moves]).toEqual([200, 'IN_FORCE', [], []])
  const { text } = await ask('GET', '/subgraphs/jilin/versions')
  const versions = JSON.parse(text)
  expect(versions.map(({ hash }: { hash: string }) => hash)).toEqual([again.version, published.version])
  const diff = await json('GET', `/subgraphs/jilin/diff?to=${published.version.slice(0, 8)}`)
  expect([diff.status, diff.outcome, diff.changes]).toEqual([200, 'PASSED', []])
  expect((await json('POST', '/subgraphs/jilin/rollback', {})).version).toBe(published.version)
  expect((await json('POST', '/subgraphs/jilin/rollback', { to: again.version.slice(0, 12) })).version).toBe(
    again.version,
  )
  expect((await json('POST', '/subgraphs/jilin/rollback', { to: 'ffff' })).status).toBe(404)
  expect((await json('DELETE', '/subgraphs/jilin')).outcome).toBe('IN_FORCE')
  expect((await json('DELETE', '/subgraphs/jilin')).status).toBe(404)
})

it('is what the commands do, here or at a hub elsewhere', async () => {
  const [sdl, keyFile] = [join(folder, 'jilin.graphql'), join(folder, 'key')]
  await writeFile(sdl, jilinSdl)
  await writeFile(keyFile, `${key}\n`)
  const printed: string[] = []
  const desk = {
    config: readConfig({ LIANKU_SECRET: secret }),
    subgraphs,
    withHub: (work: (hub: unknown) => Promise<unknown>) => work({ database: data.database }),
    print: (text: string) => void printed.push(text),
  } as unknown as Desk
  const lianku = async (...args: string[]) => {
    printed.length = 0
    const code = await subgraphCommand.run(args, desk)
    return [code, printed.join('\n')]
  }
  const far = ['--hub', base, '--key-file', keyFile]
  expect(await lianku('check', 'jilin', sdl)).toEqual([0, expect.stringMatching(/^jilin@\w{12} 检查通过（未发布）。/)])
  expect(await lianku('publish', 'jilin', sdl, '--url', jilin.url, ...far)).toEqual([
    0,
    expect.stringMatching(
      /^jilin@\w{12} 已发布，图的第 7 版生效。[\s\S]*新增 JlFair\n[\s\S]*Query\.jlFairs：无 → jilin/,
    ),
  ])
  expect(await lianku('publish', 'jilin', sdl, '--url', jilin.url)).toEqual([0, expect.stringContaining('没有变化')])
  expect(await lianku('list')).toEqual([
    0,
    expect.stringMatching(/library {2}平台自有\n[\s\S]*jilin {2}\w{12} {2}http/),
  ])
  expect(await lianku('list', 'jilin', ...far)).toEqual([0, expect.stringMatching(/^\w{12} {2}\d{4}-/)])
  expect(await lianku('diff', 'jilin', ...far)).toEqual([0, expect.stringContaining('带来的变化')])
  expect(await lianku('rollback', 'jilin')).toEqual([0, expect.stringContaining('已退回')])
  expect(await lianku('remove', 'jilin', ...far)).toEqual([0, expect.stringContaining('已移除')])
  await expect(lianku('remove', 'jilin', ...far)).rejects.toMatchObject({ code: 'UNKNOWN_SUBGRAPH' })
  const [, given] = await lianku('secret', 'jilin')
  const keys = contributedKeys(signingKeys({ subgraphKeys: [], secret }), 'jilin')
  expect(readConfig({ SUBGRAPH_KEYS: String(given).slice('SUBGRAPH_KEYS='.length) }).subgraphKeys).toEqual(keys)
  await expect(lianku('take-over')).rejects.toMatchObject({ code: 'BAD_VALUE' })
  await expect(lianku('check', 'jilin', join(folder, 'none.graphql'))).rejects.toMatchObject({ code: 'BAD_FILE' })
})
