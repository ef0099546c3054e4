import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createEngine } from '../../../gateway/engine/engine.ts'
import { composeFiles } from '../../../subgraphs/publishing/compose-files.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianku-compose-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function put(name: string, sdl: string): Promise<string> {
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@interfaceObject"])'
  await writeFile(join(folder, name), `${link}\n${sdl}\n`)
  return join(folder, name)
}

it('makes a supergraph that a gateway can serve out of SDL files and addresses', async () => {
  const talent = await put(
    'talent.graphql',
    'type Query { talent: Talent }\ntype Talent @key(fields: "id") { id: ID! }',
  )
  const patent = await put('patent.graphql', 'type Talent @key(fields: "id") { id: ID! patents: [String] }')
  const supergraph = await composeFiles([
    `${talent}=http://localhost:4001/graphql`,
    `${patent}=http://localhost:4002/?a=b`,
  ])

  const asked: unknown[] = []
  const engine = createEngine({
    supergraph,
    transport: (subgraph) => {
      asked.push(subgraph)
      return { fetch: async () => ({}) }
    },
  })
  expect(asked).toEqual([
    { name: 'patent', url: 'http://localhost:4002/?a=b' },
    { name: 'talent', url: 'http://localhost:4001/graphql' },
  ])
  expect(engine.prepare('{ talent { patents } }')).toHaveProperty('kind', 'query')
})

it('says in which file and line subgraphs do not fit, in both languages', async () => {
  const one = await put('one.graphql', 'type Query { total: Int }')
  const other = await put('other.graphql', 'type Query { total: Int }')
  const composing = composeFiles([`${one}=http://localhost:4001/`, `${other}=http://localhost:4002/`])

  await expect(composing).rejects.toThrow(`${one}:2, ${other}:2  INVALID_FIELD_SHARING`)
  await expect(composing).rejects.toThrow(/没有都声明可共享[\s\S]*@shareable/)
})

it('gives out no supergraph that gateways could not serve, and says which line they stop at', async () => {
  const one = await put('one.graphql', 'scalar Weight type Query { total(over: Weight = 99999999999999999999): Int }')
  await expect(composeFiles([`${one}=http://localhost:4001/`])).rejects.toThrow(
    /GRAPH_UNSERVABLE\n {2}组合成立，但网关不能使用组合后的图：.+number too large.+total\(over: Weight = 9+\): Int/,
  )
})

it('gives out no supergraph whose interfaces lack what an interface object adds to those they implement', async () => {
  const library = await put(
    'library.graphql',
    `type Query { records: [Record] }
    interface Node @key(fields: "id") { id: ID! } interface Record implements Node @key(fields: "id") { id: ID! }
    type Talent implements Node & Record @key(fields: "id") { id: ID! }`,
  )
  const marks = await put('marks.graphql', `type Node @key(fields: "id") @interfaceObject { id: ID! mark: String }`)
  await expect(composeFiles([`${library}=http://localhost:4001/`, `${marks}=http://localhost:4002/`])).rejects.toThrow(
    /GRAPH_UNSERVABLE[\s\S]+Interface field Node.mark expected but Record does not provide it./,
  )
})

it('says how to name a file that it was not told the address of', async () => {
  await expect(composeFiles(['talent.graphql'])).rejects.toThrow(
    'Name each subgraph as FILE=URL, such as talent.graphql=http://localhost:4001/graphql.\nGot talent.graphql.',
  )
})
