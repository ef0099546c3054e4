import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'
import { expect, it } from 'vitest'
import { createEngine, type Prepared, type Transport } from '../../../gateway/engine/engine.ts'
import { inProcessTransport } from '../../../gateway/engine/in-process-transport.ts'
import { composeSupergraph } from '../../../subgraphs/publishing/compose.ts'

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])'
const patents = [
  { id: 'p1', title: '示例散热片', number: 'ZL1' },
  { id: 'p2', title: '示例轴承座', number: 'ZL2' },
]

/** Talents have patents in a second subgraph; a third says what these cost by the number, which it requires. */
function worldWhereNumbersAre(type: 'String' | 'String!', number: (patent: { number: string }) => unknown) {
  const sources = {
    talent: {
      typeDefs: `${link}
        type Query { talent: Talent }
        type Talent @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { talent: () => ({ id: 't1' }) } },
    },
    achievement: {
      typeDefs: `${link}
        type Talent @key(fields: "id") { id: ID! patents: [Patent!] }
        type Patent @key(fields: "id") { id: ID! title: String number: ${type} }`,
      resolvers: {
        Talent: { __resolveReference: () => ({ id: 't1', patents }) },
        Patent: { number, __resolveReference: ({ id }: { id: string }) => patents.find((it) => it.id === id) },
      },
    },
    license: {
      typeDefs: `${link}
        type Patent @key(fields: "id") { id: ID! number: ${type} @external fee: String @requires(fields: "number") }`,
      resolvers: { Patent: { fee: (given: { number: string }) => `${given.number} 免费` } },
    },
  }
  const asked: string[] = []
  const supergraph = composeSupergraph(
    Object.entries(sources).map(([name, { typeDefs }]) => ({ name, url: 'http://127.0.0.1:1', typeDefs })),
  )
  const engine = createEngine({
    supergraph,
    transport: ({ name }): Transport => {
      const { typeDefs, resolvers } = sources[name as keyof typeof sources]
      const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as never }])
      const inner = inProcessTransport({ schema, contextFor: () => ({}) })
      return {
        fetch(request, context) {
          asked.push(name)
          return inner.fetch(request, context)
        },
      }
    },
  })
  return {
    asked,
    ask: (query: string) => (engine.prepare(query) as Prepared).execute({}, { requestId: '1', headers: {} }),
  }
}

const query = '{ talent { patents { title fee } } }'
const whole = {
  data: {
    talent: {
      patents: [
        { title: '示例散热片', fee: 'ZL1 免费' },
        { title: '示例轴承座', fee: 'ZL2 免费' },
      ],
    },
  },
}

it('asks a subgraph along for what another one requires of its entities, not a second time', async () => {
  const { ask, asked } = worldWhereNumbersAre('String', (patent) => patent.number)

  expect(await ask(query)).toEqual(whole)
  expect(asked).toEqual(['talent', 'achievement', 'license'])
})

it('keeps to the client’s own alias of a field of that name', async () => {
  const { ask } = worldWhereNumbersAre('String', (patent) => patent.number)

  expect(await ask('{ talent { patents { number: title fee } } }')).toEqual({
    data: {
      talent: {
        patents: [
          { number: '示例散热片', fee: 'ZL1 免费' },
          { number: '示例轴承座', fee: 'ZL2 免费' },
        ],
      },
    },
  })
})

it('has a required field that fails cost what needs it, and nothing beside', async () => {
  for (const type of ['String', 'String!'] as const) {
    const { ask } = worldWhereNumbersAre(type, ({ number }) => (number === 'ZL1' ? new Error('查不到编号') : number))
    const { data, errors } = await ask(query)

    expect({ type, data }).toEqual({
      type,
      data: {
        talent: {
          patents: [
            { title: '示例散热片', fee: null },
            { title: '示例轴承座', fee: 'ZL2 免费' },
          ],
        },
      },
    })
    expect(errors?.map(({ path }) => path)).toEqual([['talent', 'patents', 0, 'fee']])
  }
})
