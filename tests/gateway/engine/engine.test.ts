import { specifiedDirectives } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { SubgraphRequest } from '../../../gateway/engine/engine.ts'
import { inProcessTransport } from '../../../gateway/engine/in-process-transport.ts'
import { achievement, ask, engineOf, organization, schemaOf, talent } from './three-libraries.ts'

const three = [talent, organization, achievement]

describe('the engine', () => {
  it('joins what three subgraphs know of a talent, in the order the client asks', async () => {
    const engine = engineOf(three)
    expect(
      await ask(engine, '{ talents { byline organization { city name } achievements(first: 1) { title } name } }'),
    ).toEqual({
      data: {
        talents: [
          {
            byline: '欧阳明 等',
            organization: { city: '武汉', name: '武汉大学' },
            achievements: [{ title: '激光熔覆工艺 1' }],
            name: '欧阳明',
          },
          {
            byline: '李慧 等',
            organization: { city: '武汉', name: '华中科技大学' },
            achievements: [{ title: '激光熔覆工艺 1' }],
            name: '李慧',
          },
          {
            byline: '孙洁 等',
            organization: { city: '武汉', name: '武汉大学' },
            achievements: [{ title: '激光熔覆工艺 1' }],
            name: '孙洁',
          },
        ],
      },
    })
  })

  it('answers under names that mean something to JavaScript as under any other', async () => {
    const query =
      '{ __proto__: talents { constructor: name __proto__: name toString: __typename hasOwnProperty: byline } }'
    const answer = JSON.stringify(await ask(engineOf(three), query))
    expect(answer.slice(0, 141)).toBe(
      '{"data":{"__proto__":[{"constructor":"欧阳明","__proto__":"欧阳明","toString":"Talent","hasOwnProperty":"欧阳明 等"},{"constructor":"李慧","__proto__":"李',
    )
    expect(({} as Record<string, unknown>).name).toBeUndefined()
  })

  it('asks for the same entity once', async () => {
    const seen: SubgraphRequest[] = []
    const units = inProcessTransport({ schema: schemaOf(organization), contextFor: () => ({}) })
    const engine = engineOf(three, {
      replace: {
        organization: {
          fetch: (request, context) => {
            seen.push(request)
            return units.fetch(request, context)
          },
        },
      },
    })
    await ask(engine, '{ talents { organization { name } } }')
    expect(seen.map(({ variables }) => variables)).toEqual([
      {
        representations: [
          { __typename: 'Organization', id: 'org:10486' },
          { __typename: 'Organization', id: 'org:10487' },
        ],
      },
    ])
  })

  it('keeps an alias from standing in the way of a key', async () => {
    const engine = engineOf(three)
    expect(
      await ask(engine, '{ talent(id: "ln-talent:LN-0003") { id: byline achievements(first: 1) { id: title } } }'),
    ).toEqual({
      data: { talent: { id: '孙洁 等', achievements: [{ id: '激光熔覆工艺 1' }] } },
    })
  })

  it('answers introspection beside data', async () => {
    const engine = engineOf(three)
    const query =
      '{ __typename t: __type(name: "Organization") { name fields { name } } talent(id: "ln-talent:LN-0003") { name } }'
    expect(await ask(engine, query)).toEqual({
      data: {
        __typename: 'Query',
        t: { name: 'Organization', fields: [{ name: 'id' }, { name: 'name' }, { name: 'city' }] },
        talent: { name: '孙洁' },
      },
    })
  })

  it('follows @skip and @include as the variables of each request say', async () => {
    const engine = engineOf(three)
    const query = `query ($brief: Boolean!) {
      talent(id: "ln-talent:LN-0003") { name organization @skip(if: $brief) { name } byline @include(if: $brief) }
    }`
    expect(await ask(engine, query, { brief: true })).toEqual({ data: { talent: { name: '孙洁', byline: '孙洁 等' } } })
    expect(await ask(engine, query, { brief: false })).toEqual({
      data: { talent: { name: '孙洁', organization: { name: '武汉大学' } } },
    })
  })

  it("answers an interface object's own fields without asking who could tell its type", async () => {
    const engine = engineOf([
      {
        name: 'records',
        sdl: 'type Query { count: Int } interface Record @key(fields: "id") { id: ID! }',
        resolvers: {},
      },
      {
        name: 'notes',
        sdl: `type Query { noted: Record } type Record @key(fields: "id") @interfaceObject { id: ID! note: String }`,
        resolvers: { Query: { noted: () => ({ id: 'hb-std-demand:7', note: '已核实' }) } },
      },
    ])
    expect(await ask(engine, '{ noted { id note } }')).toEqual({
      data: { noted: { id: 'hb-std-demand:7', note: '已核实' } },
    })
    expect((await ask(engine, '{ noted { __typename } }')).errors).toHaveLength(1)
  })

  it('keeps what @requires asks for apart from what the client asks of the same field', async () => {
    const engine = engineOf([
      {
        name: 'catalog',
        sdl: `type Query { offer: Offer } type Offer @key(fields: "id") { id: ID! fee: Fee }
          type Fee { amount(unit: String!): String }`,
        resolvers: {
          Query: { offer: () => ({ id: 'ln-license:1', fee: {} }) },
          Fee: { amount: (_: unknown, { unit }: { unit: string }) => `12 ${unit}` },
        },
      },
      {
        name: 'notices',
        sdl: `type Offer @key(fields: "id") { id: ID! fee: Fee @external
            notice: String @requires(fields: "fee { amount(unit: \\"万元\\") }") }
          type Fee { amount(unit: String!): String @external }`,
        resolvers: { Offer: { notice: ({ fee }: { fee: { amount: string } }) => `许可费 ${fee.amount}` } },
      },
    ])
    expect(await ask(engine, '{ offer { notice fee { amount(unit: "元") } } }')).toEqual({
      data: { offer: { notice: '许可费 12 万元', fee: { amount: '12 元' } } },
    })
  })

  it('lets clients use a directive that subgraphs compose, and none that only federation means', async () => {
    const sdl = `
      extend schema @link(url: "https://specs.lianku.example/purpose/v1.0", import: ["@purpose"])
        @federation__composeDirective(name: "@purpose")
      directive @purpose(of: Purpose! = STATISTICS) on FIELD
      enum Purpose { STATISTICS MATCHING }
      type Query { libraries: [String!]! }`
    const resolvers = { Query: { libraries: () => ['湖北省高校科技人才库'] } }
    const engine = engineOf([{ name: 'library', sdl, resolvers }])
    expect(await ask(engine, '{ libraries @purpose(of: MATCHING) }')).toEqual({
      data: { libraries: ['湖北省高校科技人才库'] },
    })
    expect(engine.schema.getDirectives().map(({ name }) => name)).toEqual([
      'purpose',
      ...specifiedDirectives.map(({ name }) => name),
    ])
  })

  it('moves a share of requests along with a progressive override', async () => {
    const asked: string[] = []
    const name = (from: string) => ({ P: { __resolveReference: (it: unknown) => it, name: () => from } })
    const engine = engineOf(
      [
        {
          name: 'old',
          sdl: 'type Query { p: P } type P @key(fields: "id") { id: ID! name: String }',
          resolvers: { Query: { p: () => ({ id: '1' }) }, ...name('old') },
        },
        {
          name: 'new',
          sdl: 'type P @key(fields: "id") { id: ID! name: String @override(from: "old", label: "percent(50)") }',
          resolvers: name('new'),
        },
      ],
      { observe: { fetch: (subgraph) => void asked.push(subgraph) } },
    )
    const names = new Set<string>()
    for (let i = 0; i < 200; i++) names.add((await ask(engine, '{ p { name } }')).data.p.name)
    expect([...names].sort()).toEqual(['new', 'old'])
    expect(asked.filter((subgraph) => subgraph === 'new').length).toBeLessThan(200)
  })
})
