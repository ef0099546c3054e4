import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse('in one process')
})
afterAll(() => house?.close())

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What a frontend declares: a list that it pages through, and a card that it asks for again. */
const declared = `
  import { graphql } from 'relay-runtime'
  export const page = graphql\`query demandsQuery { ...demands_list }\`
  export const list = graphql\`fragment demands_list on Query
    @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" })
    @refetchable(queryName: "demandsMoreQuery") {
      demands(first: $count, after: $cursor, filter: { province: [LIAONING] }) @connection(key: "demands_list_demands") {
        edges { node { id ...demands_card } }
      }
    }\`
  export const card = graphql\`fragment demands_card on Demand @refetchable(queryName: "demandsCardQuery") {
    title enterprise { name }
  }\`
`

/** The documents that Relay's compiler makes of a module, by the name of their operation. */
async function compiled(module: string): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'lianku-relay-'))
  try {
    await mkdir(join(folder, 'src'))
    await copyFile(join(root, 'schema/api.graphql'), join(folder, 'schema.graphql'))
    await writeFile(join(folder, 'package.json'), '{}')
    await writeFile(join(folder, 'documents.json'), '{}')
    await writeFile(join(folder, 'src/demands.js'), module)
    const persistConfig = { file: './documents.json', algorithm: 'SHA256' }
    const config = { src: './src', schema: './schema.graphql', language: 'javascript', persistConfig }
    await writeFile(join(folder, 'relay.config.json'), JSON.stringify(config))
    await promisify(execFile)(process.execPath, [join(root, 'node_modules/relay-compiler/cli.js')], { cwd: folder })
    const documents: Record<string, string> = JSON.parse(await readFile(join(folder, 'documents.json'), 'utf8'))
    return new Map(Object.values(documents).map((text) => [/query (\w+)/.exec(text)![1]!, text]))
  } finally {
    await rm(folder, { recursive: true })
  }
}

it('serves what Relay makes of @connection and @refetchable: the first page, the next one, and a card by its id', async () => {
  const documents = await compiled(declared)
  expect([...documents.keys()].sort()).toEqual(['demandsCardQuery', 'demandsMoreQuery', 'demandsQuery'])
  const whole = await house.answer(
    '{ demands(first: 4, filter: { province: [LIAONING] }) { nodes { __typename id title enterprise { name id } } } }',
  )
  const nodesOf = ({ demands }: { demands: { edges: { node: unknown }[] } }) => demands.edges.map(({ node }) => node)

  const first = await house.answer(documents.get('demandsQuery')!)
  const { endCursor: cursor } = first.demands.pageInfo
  const next = await house.answer(documents.get('demandsMoreQuery')!, { count: 2, cursor })
  expect([...nodesOf(first), ...nodesOf(next)]).toEqual(whole.demands.nodes)

  const again = await house.answer(documents.get('demandsCardQuery')!, { id: whole.demands.nodes[3].id })
  expect(again).toEqual({ node: whole.demands.nodes[3] })
})
