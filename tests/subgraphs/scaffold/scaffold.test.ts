import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readReach } from '#schema/egress.ts'
import { checkConformance, printConformance } from '../../../subgraphs/conformance/conformance.ts'
import { houseVersion } from '../../../subgraphs/publishing/enter.ts'
import { compose, examine } from '../../../subgraphs/publishing/examine.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { createSubgraph } from '../../../subgraphs/scaffold/create.ts'
import { type Rehearsal, rehearse } from '../../../subgraphs/scaffold/rehearse.ts'
import { type FreshDatabase, sampleDatabase } from '../../postgres.ts'
import { buildByHand, sdlAt } from './image.ts'
import { failuresOf, languages, started, written } from './written.ts'

const folder = await mkdtemp(join(tmpdir(), 'lianku-scaffold-'))
afterAll(() => rm(folder, { recursive: true }))

const keys = [{ id: 'test', secret: 'a-secret-of-hub-and-province-of-some-length' }]

describe.each(languages)('a new subgraph in %s', (language) => {
  it('runs at once, passes the tests it brings, and keeps the contract with the gateway', async () => {
    const at = await written('hunan-sci', language, folder)
    const sdl = await readFile(join(at, 'schema.graphql'), 'utf8')
    const server = await started(at, language, { SUBGRAPH_KEYS: `test=${keys[0]!.secret}` })
    const [failures, report] = await Promise.all([
      failuresOf(at, language),
      checkConformance(
        { name: 'hunan-sci', url: server.url, sdl },
        {
          reach: readReach(['loopback']),
          keys,
          known: {
            HunanSciBase: [{ id: 'hunan-sci:JD02' }, { id: 'hunan-sci:JD20' }],
            Organization: [{ id: 'organization:10486' }],
          },
        },
      ),
    ])
    await server.stop()
    expect(failures).toBe('')
    expect(
      report.checks.map(({ outcome }) => outcome),
      printConformance(report),
    ).toEqual(Array(7).fill('PASSED'))
  })

  it('bears its own name everywhere', async () => {
    const at = await written('guangxi', language, folder)
    for (const file of (await readdir(at, { withFileTypes: true })).filter((it) => it.isFile())) {
      expect(await readFile(join(at, file.name), 'utf8')).not.toMatch(/jilin|吉林/i)
    }
    const sdl = await readFile(join(at, 'schema.graphql'), 'utf8')
    expect(sdl).toContain('guangxiBases("')
    expect(sdl).toContain('广西壮族自治区的示范基地')
  })
})

it.runIf(languages.includes('python'))(
  'the image of a new subgraph in Python holds all it needs, and answers',
  async () => {
    const at = await written('hainan', 'python', folder)
    const image = await buildByHand(at, join(folder, 'image'))
    const started = await image.start()
    expect(await sdlAt(started.url)).toBe(await readFile(join(at, 'schema.graphql'), 'utf8'))
    await started.stop()
  },
)

describe('a new subgraph', () => {
  it('may be published as it is, with nothing to remark', async () => {
    const members = subgraphs.map(houseVersion)
    const supergraph = compose(members) as string
    const at = await written('jilin', 'ts', folder)
    const text = await readFile(join(at, 'schema.graphql'), 'utf8')
    const graph = { members, supergraph, claims: [] }
    const examined = examine(
      { name: 'jilin', url: 'http://localhost:4001/', files: [{ file: 'schema.graphql', text }] },
      graph,
    )
    expect({ problems: examined.problems, advice: examined.advice }).toEqual({ problems: [], advice: [] })
    expect(examined.moves.filter(({ from }) => from.length > 0)).toEqual([])
  })

  it('is not written over what is there, nor under a name that cannot be used', async () => {
    const at = await written('anhui', 'ts', folder)
    await writeFile(join(at, 'mine.txt'), '自己的')
    await expect(createSubgraph('anhui', 'ts', at)).rejects.toThrow('中已有文件，未改动。')
    await expect(createSubgraph('anhui', 'ts', join(at, 'mine.txt'))).rejects.toThrow('中已有文件，未改动。')
    for (const name of ['', '安徽', 'An', '1a', 'a_b', '../a', 'a'.repeat(33)]) {
      await expect(createSubgraph(name, 'ts', join(folder, 'none'))).rejects.toMatchObject({ code: 'BAD_VALUE' })
    }
    expect(await readFile(join(at, 'mine.txt'), 'utf8')).toBe('自己的')
  })

  it('is not written under a name of the hub, which could never be published', async () => {
    const at = join(folder, 'talent')
    const taken = subgraphs.map(({ name }) => name)
    await expect(createSubgraph('talent', 'ts', at, taken)).rejects.toMatchObject({
      code: 'BAD_VALUE',
      message: '子图名称「talent」已被平台自己的子图使用，应换一个，例如省名加部门：jilin-agri。',
    })
    await expect(readdir(at)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('a subgraph under development', () => {
  let data: FreshDatabase
  let rehearsal: Rehearsal
  const told: string[] = []
  beforeAll(async () => {
    data = await sampleDatabase()
  })
  afterAll(async () => {
    await rehearsal?.close()
    await data?.drop()
  })

  it('is in the graph of the others while it runs, as it runs', async () => {
    const at = await written('jilin-agri', 'ts', folder)
    const env = { SUBGRAPH_KEYS: `test=${keys[0]!.secret}` }
    const first = await started(at, 'ts', env)
    const port = new URL(first.url).port
    rehearsal = await rehearse(
      { name: 'jilin-agri', url: first.url },
      { database: data.database, secret: 'cursors' },
      {
        subgraphs,
        keys,
        port: 0,
        say: (sentence) => told.push(sentence),
        every: 100,
      },
    )
    expect(told.splice(0)[0]).toMatch(/^已接入图中。\n\n子图 jilin-agri：符合约定\n/)
    expect(await ask('{ jilinAgriBases(first: 1) { name organization { name jilinAgriBases { id } } } }')).toEqual({
      data: {
        jilinAgriBases: [
          {
            name: '示例保护性耕作示范基地',
            organization: { name: '武汉大学', jilinAgriBases: [{ id: 'jilin-agri:JD01' }, { id: 'jilin-agri:JD11' }] },
          },
        ],
      },
    })

    await first.stop()
    await heard('还不能使用')
    const { data: without, errors } = await ask('{ jilinAgriBases { id } libraries { id } }')
    expect(without!.jilinAgriBases).toBeNull()
    expect(without!.libraries.length).toBeGreaterThan(10)
    expect(errors![0]).toMatchObject({ path: ['jilinAgriBases'], extensions: { serviceName: 'jilin-agri' } })

    const schema = join(at, 'schema.graphql')
    const sdl = await readFile(schema, 'utf8')
    await writeFile(schema, sdl.replace('areaMu: Int', 'areaMu: Int\n  "所在县。例如 空。"\n  county: String'))
    const second = await started(at, 'ts', { ...env, PORT: port })
    await heard('已接入图中')
    await vi.waitUntil(async () => (await ask('{ jilinAgriBases(first: 1) { county } }')).data?.jilinAgriBases, {
      timeout: 20_000,
    })
    await second.stop()
    await heard('还不能使用')

    await writeFile(schema, sdl.replace('"这个单位', '"名称。例如 空。"\n  name: String\n  "这个单位'))
    const third = await started(at, 'ts', { ...env, PORT: port })
    await heard('Organization.name 属于平台')
    expect((await ask('{ jilinAgriBases(first: 1) { areaMu } }')).data?.jilinAgriBases).toEqual([{ areaMu: 300 }])
    await third.stop()
  })

  async function heard(part: string) {
    await vi.waitUntil(() => told.some((sentence) => sentence.includes(part)), { timeout: 20_000 })
    told.length = 0
  }

  // biome-ignore lint/suspicious/noExplicitAny: the shape is the question's
  async function ask(query: string): Promise<{ data?: any; errors?: readonly object[] }> {
    const response = await fetch(rehearsal.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    return (await response.json()) as object
  }
})
