import { setTimeout as pause } from 'node:timers/promises'
import { print } from 'graphql'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readReach } from '#schema/egress.ts'
import { checkConformance, printConformance } from '../../../subgraphs/conformance/conformance.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { serveSubgraph } from '../../../subgraphs/server.ts'
import { type FreshDatabase, sampleDatabase } from '../../postgres.ts'
import { type Fault, jilinSdl, keys, known, serveJilin } from './served.ts'

const reach = readReach(['loopback'])
const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).map((server) => server.close()))

async function jilin(fault?: Fault, options: Partial<Parameters<typeof checkConformance>[1]> = {}) {
  const server = await serveJilin(fault)
  opened.push(server)
  return checkConformance({ name: 'jilin', url: server.url, sdl: jilinSdl }, { reach, keys, known, ...options })
}

/** The codes that did not pass, with what is said of them. */
async function shortcomings(fault: Fault, options?: Parameters<typeof jilin>[1]) {
  const { checks } = await jilin(fault, options)
  return checks.flatMap(({ code, problem }) => (problem ? [[code, problem.zh]] : []))
}

const all = [
  'ANSWERS',
  'RUNS_WHAT_IT_PUBLISHED',
  'ENTITIES_IN_ORDER',
  'ENTITIES_BATCHED',
  'UNKNOWN_KEYS_NULL',
  'REFUSES_NONSENSE',
  'SIGNATURE',
]

describe('a running subgraph', () => {
  it('that keeps its promises passes them all', async () => {
    const report = await jilin()
    expect(report.checks.map(({ code, outcome, problem }) => ({ code, outcome, problem }))).toEqual(
      all.map((code) => ({ code, outcome: 'PASSED', problem: undefined })),
    )
    expect(printConformance(report).split('\n').slice(0, 2)).toEqual([
      '子图 jilin：符合约定',
      expect.stringMatching(/^ {2}通过 {2}ANSWERS {2}在约定的地址按时应答（\d+ 毫秒）$/),
    ])
  })

  it('is asked for nothing it cannot have', async () => {
    const sdl = 'type Query { jlFairs: Int }'
    const server = await serveJilin({ sdl })
    opened.push(server)
    const { passed, checks } = await checkConformance({ name: 'jilin', url: server.url, sdl }, { reach })
    expect(passed).toBe(true)
    expect(checks.filter(({ outcome }) => outcome === 'SKIPPED').map(({ code, reason }) => [code, reason!.zh])).toEqual(
      [
        ...['ENTITIES_IN_ORDER', 'ENTITIES_BATCHED', 'UNKNOWN_KEYS_NULL'].map((code) => [
          code,
          '这个子图没有可凭键查询的实体。',
        ]),
        ['SIGNATURE', '没有签名密钥（SUBGRAPH_KEYS）。'],
      ],
    )
  })

  it('is told where it runs something else than it published', async () => {
    const sdl = jilinSdl.replace(
      '(full: Boolean = false): String',
      '(full: Boolean = true): String! @deprecated(reason: "无")',
    )
    expect(await shortcomings({ sdl: sdl.replace('"对接会。', '"交流会。') })).toEqual([
      [
        'RUNS_WHAT_IT_PUBLISHED',
        '运行中的模式与发布的 SDL 有 1 处不同：JlFair.title: (full: Boolean = false) String → (full: Boolean = true) String! @deprecated(reason: "无")。',
      ],
    ])
  })

  it.each<[string, Fault['entities'], string[]]>([
    [
      'sorts its answers',
      (found, asked) =>
        found.toSorted((a, b) => (asked[found.indexOf(a)]!.__typename < asked[found.indexOf(b)]!.__typename ? -1 : 1)),
      ['ENTITIES_IN_ORDER', 'ENTITIES_BATCHED'],
    ],
    ['turns its answers around', (found) => found.toReversed(), ['ENTITIES_IN_ORDER', 'ENTITIES_BATCHED']],
    [
      'leaves out what it does not have',
      (found) => found.filter((it) => it),
      ['ENTITIES_IN_ORDER', 'ENTITIES_BATCHED', 'UNKNOWN_KEYS_NULL'],
    ],
    [
      'answers each key once',
      (found) => [...new Set(found)],
      ['ENTITIES_IN_ORDER', 'ENTITIES_BATCHED', 'UNKNOWN_KEYS_NULL'],
    ],
    [
      'throws at what it does not have',
      (found) => {
        if (found.includes(null)) throw new Error('没有')
        return found
      },
      ['ENTITIES_IN_ORDER', 'ENTITIES_BATCHED', 'UNKNOWN_KEYS_NULL'],
    ],
    ['answers twenty at most', (found) => found.slice(0, 20), ['ENTITIES_BATCHED']],
    [
      'makes up what it does not have',
      (found, asked) => found.map((it, at) => it ?? { ...asked[at], title: '无' }),
      ['UNKNOWN_KEYS_NULL'],
    ],
    [
      'reads key after key',
      async (found) => {
        for (const _ of found) await pause(10)
        return found
      },
      ['ENTITIES_BATCHED'],
    ],
  ])('that %s is told so', async (_, entities, codes) => {
    expect((await shortcomings({ entities }, { timeout: 500 })).map(([code]) => code)).toEqual(codes)
  })

  it('that believes any signature, or none, is told which', async () => {
    expect(await shortcomings({ verify: false })).toEqual([['SIGNATURE', '接受了错误的签名（used before）。']])
    const [[code, zh] = []] = await shortcomings({}, { keys: [{ id: 'other', secret: 'x'.repeat(40) }] })
    expect([code, zh]).toEqual(['ANSWERS', '应答没有数据（HTTP 400），报错：请求签名不正确。'])
  })

  it.each<[string, Fault['answer'], string, string]>([
    [
      'tells of its inside',
      (body, response) =>
        body.includes('noSuchField') && !!response.end('{"errors":[{"message":"x","extensions":{"stacktrace":[]}}]}'),
      'REFUSES_NONSENSE',
      '报错（an unknown field）中带有调用栈。',
    ],
    [
      'takes anything',
      (body, response) => body === '{}' && !!response.end('{"data":{"a":1}}'),
      'REFUSES_NONSENSE',
      '请求有误（no query）却没有报错。',
    ],
    ['hangs at what it cannot read', (body) => body === '{"query": ', 'REFUSES_NONSENSE', '没有在 500 毫秒内应答。'],
    [
      'breaks off',
      (body, response) => body === '{}' && !!response.destroy(),
      'REFUSES_NONSENSE',
      '无法连接，或连接中断。',
    ],
    [
      'hides its SDL',
      (body, response) => body.includes('_service') && !!response.end('{"data":{"_service":{}}}'),
      'RUNS_WHAT_IT_PUBLISHED',
      '_service { sdl } 没有给出可读的 SDL。',
    ],
    [
      'leads elsewhere',
      (_, response) => !!response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      'ANSWERS',
      '应答没有数据（HTTP 302）。',
    ],
  ])('that %s is told so', async (_, answer, code, zh) => {
    expect(await shortcomings({ answer }, { timeout: 500 })).toEqual([[code, zh]])
  })

  it('that answers endlessly is told so', async () => {
    const answer: Fault['answer'] = (body, response) =>
      body.includes('_service') && !!response.end('x'.repeat(17 * 1024 * 1024))
    expect(await shortcomings({ answer }, { timeout: 20_000 })).toEqual([
      ['RUNS_WHAT_IT_PUBLISHED', '应答超过 16 MB。'],
    ])
  })

  it('that cannot be reached fails, and the rest is not looked at', async () => {
    const at = (url: string) => checkConformance({ name: 'jilin', url, sdl: jilinSdl }, { reach: readReach([]) })
    for (const url of ['http://localhost:1/', 'http://169.254.169.254/', 'file:///etc/hosts', 'nonsense']) {
      const { passed, checks } = await at(url)
      expect(passed).toBe(false)
      expect(checks.map(({ outcome }) => outcome)).toEqual(['FAILED', ...Array(6).fill('SKIPPED')])
      expect(checks[0]!.problem!.zh).toBe('地址不在允许访问的范围内。')
    }
  })
})

describe('the house', () => {
  let data: FreshDatabase
  beforeAll(async () => {
    // An entity of a type it does not know is an error in Apollo's words, which the server records.
    vi.spyOn(console, 'error').mockReturnValue()
    data = await sampleDatabase()
  })
  afterAll(() => data?.drop())

  it.each(subgraphs.map((subgraph) => [subgraph.name, subgraph] as const))(
    'keeps the contract with %s',
    async (name, subgraph) => {
      const server = await serveSubgraph(
        subgraph,
        { database: data.database, secret: 'cursors' },
        { port: 0, host: '127.0.0.1', keys },
      )
      const report = await checkConformance(
        { name, url: server.url, sdl: print(subgraph.typeDefs) },
        { reach, keys, known: houseKeys },
      )
      await server.close()
      expect(report.passed, printConformance(report)).toBe(true)
    },
  )
})

const houseKeys = {
  Talent: [{ id: 'hb-edu-talent:HBHX-10486-0001' }],
  Organization: [{ id: 'organization:10486' }],
  Library: [{ id: 'hl-demand' }],
  LnFair: [{ id: 'ln-fair:F01' }],
}
